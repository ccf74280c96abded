using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>The viewer of this request, once the gate has let one in; null for a stranger on a page that is open to all.</summary>
public sealed class CurrentViewer
{
    public Viewer? Viewer { get; internal set; }
    public Session? Session { get; internal set; }
}

/// <summary>Marks a route that an account may use which still owes its own password or its second factor.</summary>
public sealed record OpenWhileHeld;

/// <summary>
/// Stands before every endpoint: resolves the viewer and asks for the act that the route names. It runs before parameters are bound, so that a
/// stranger's form is not even read.
/// </summary>
public static class Gate
{
    public static void UseGate(this IApplicationBuilder app) => app.Use(Pass);

    private static async Task Pass(HttpContext context, RequestDelegate next)
    {
        // Every endpoint of ours names its permission (checked at start-up); what remains are built assets.
        if (context.GetEndpoint()?.Metadata.GetMetadata<RoutePermission>() is not { } permission)
        {
            await next(context);
            return;
        }

        var entry = await Resolve(context);
        await PageHosting.Know(context, entry is { Hold: Hold.None } ? entry.Viewer : null);
        if (permission.OpenBecause is null && Stop(context, permission, entry) is { } answer)
            await answer.ExecuteAsync(context);
        else
            await next(context);
    }

    private static async Task<Entry?> Resolve(HttpContext context)
    {
        if (Session.Of(context.User) is not { } session)
            return null;

        var services = context.RequestServices;
        var db = services.GetRequiredService<Db>();
        db.ActFor(session.TenantId);
        var entry = await services.GetRequiredService<Viewers>().Of(db, session);
        if (entry is null)
        {
            await context.SignOutAsync(Session.Scheme);
            return null;
        }

        var current = services.GetRequiredService<CurrentViewer>();
        (current.Viewer, current.Session) = (entry.Viewer, session);
        return entry;
    }

    private static IResult? Stop(HttpContext context, RoutePermission permission, Entry? entry)
    {
        if (entry is null)
            return TypedResults.LocalRedirect(SignInAddress(context.Request));

        if (entry.Hold is not Hold.None && context.GetEndpoint()?.Metadata.GetMetadata<OpenWhileHeld>() is null)
            return TypedResults.LocalRedirect(entry.Hold is Hold.Password ? "/password" : "/second-factor");

        return permission.Act is { } act && !entry.Viewer.May(act) ? Refusal.NotAllowed.AsPage() : null;
    }

    private static string SignInAddress(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path != "/"
            ? $"/sign-in?next={Uri.EscapeDataString(request.Path + request.QueryString)}"
            : "/sign-in";
}
