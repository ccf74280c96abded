using Microsoft.AspNetCore.Http;

namespace Wuzha.Platform.Layout;

/// <summary>What every answer tells the browser it may not do.</summary>
internal static class SecurityHeaders
{
    /// <summary>Nothing inline, nothing from elsewhere. blob: shows a photo that was just chosen, data: a drawn signature.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; media-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Of pages for people without an account: a style sheet, a script and small pictures of our own, and nothing to send but that it was opened.</summary>
    private const string ResidentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; "
        + "base-uri 'none'";

    public static void PutOn(HttpContext context, PageFrame frame) =>
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            var isPage = context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
            // An uploaded file comes with a stricter policy of its own; a page never does.
            if (isPage || headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = Policy;
            headers.Remove("blazor-enhanced-nav");
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (isPage)
                headers.CacheControl = frame.Viewer is null ? "no-cache" : "no-store";
            // Exported lists hold names: nothing made for one viewer stays in a browser or a proxy.
            else if (frame.Viewer is not null && headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            if (context.GetEndpoint()?.Metadata.GetMetadata<ForResidents>() is not null)
                PutOnResidents(headers);
            return Task.CompletedTask;
        });

    /// <summary>Registered first, so it runs last: not even the renewal of a clerk's own session goes out with a page for residents.</summary>
    private static void PutOnResidents(IHeaderDictionary headers)
    {
        headers.Remove("Set-Cookie");
        headers.ContentSecurityPolicy = ResidentPolicy;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
    }
}
