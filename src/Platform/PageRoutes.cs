using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform;

/// <summary>What a route asks of the one who comes: an act, a sign-in, or nothing (with the reason why nothing).</summary>
/// <param name="Act">The act needed; null when a sign-in is enough or none is needed.</param>
/// <param name="OpenBecause">Why anyone may come; null when a sign-in is needed.</param>
public sealed record RoutePermission(Act? Act, string? OpenBecause);

/// <summary>The group that every module's routes stand in, and the words that go beside a route.</summary>
public static class PageRoutes
{
    public static Pages MapPages(this IEndpointRouteBuilder routes) => new(routes.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute()));

    /// <summary>Answers what every page answers alike. Stands last before the endpoints.</summary>
    public static void UsePageAnswers(this IApplicationBuilder app) => app.Use(Answer);

    private static async Task Answer(HttpContext context, RequestDelegate next)
    {
        // The antiforgery middleware only notes a bad token; without this line a handler that binds no form would accept it.
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            await Refusal.FormExpired.AsPage().ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
            // Where a value of the address is missing or cannot be read, the framework sets a bare 400: such an address names nothing that is there.
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest, ContentType: null })
                await Refusal.NotFound.AsPage().ExecuteAsync(context);
        }
        catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
        {
            await Refusal.ChangedMeanwhile.AsPage().ExecuteAsync(context);
        }
        catch (DbUpdateException taken) when (!context.Response.HasStarted && context.RequestServices.GetRequiredService<Dialect>().IsTaken(taken))
        {
            await Refusal.TakenMeanwhile.AsPage().ExecuteAsync(context);
        }
    }

    /// <summary>Only a viewer whose appointment grants <paramref name="act"/> passes; others get 403, strangers the sign-in page.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, Act act)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RoutePermission(act, null));

    /// <summary>Anyone signed in passes, whatever the appointment (one's own password, the switch of appointment …).</summary>
    public static TBuilder NeedsSignIn<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RoutePermission(null, null));

    /// <summary>Anyone passes, also strangers. Say why.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder route, string because)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RoutePermission(null, because));
}
