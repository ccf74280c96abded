using Microsoft.AspNetCore.Http;

namespace Wuzha.Platform.Layout;

/// <summary>A redirect (303) that carries one sentence to the next page in a short-lived cookie.</summary>
internal sealed class Flash : IResult
{
    private const string Cookie = "wuzha-done";
    private readonly string href;
    private readonly string sentence;

    public Flash(string href, string sentence)
    {
        if (!LocalAddress.Is(href))
            throw new ArgumentException($"'{href}' leads out of this site.", nameof(href));
        (this.href, this.sentence) = (href, sentence);
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Cookies.Append(
            Cookie,
            Uri.EscapeDataString(sentence),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromMinutes(2),
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = httpContext.Request.IsHttps,
            }
        );
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = href;
        return Task.CompletedTask;
    }

    /// <summary>The sentence for this page; it is gone afterwards.</summary>
    public static string? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 2000 } text)
            return null;

        if (!context.Response.HasStarted)
            context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });
        return Uri.UnescapeDataString(text);
    }
}
