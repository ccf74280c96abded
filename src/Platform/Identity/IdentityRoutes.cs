using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Wuzha.Platform.Identity;

/// <summary>Sign-in, one's own account, and the pages of the three administrators.</summary>
internal static class IdentityRoutes
{
    private const string BeforeSignIn = "One comes here before one is signed in.";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/sign-in", SignIn.Get).OpenToAll(BeforeSignIn);
        pages.MapPost("/sign-in", SignIn.Post).OpenToAll(BeforeSignIn).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/sign-in/code", SignInCode.Post).OpenToAll(BeforeSignIn).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/sign-out", SignOut.Post).NeedsSignIn().WithMetadata(new OpenWhileHeld());

        pages.MapGet("/password", ChangePassword.Get).NeedsSignIn().WithMetadata(new OpenWhileHeld());
        pages.MapPost("/password", ChangePassword.Post).NeedsSignIn().WithMetadata(new OpenWhileHeld()).RequireRateLimiting(Limits.SignIn);
        pages.MapGet("/second-factor", SetSecondFactor.Get).NeedsSignIn().WithMetadata(new OpenWhileHeld());
        pages.MapPost("/second-factor", SetSecondFactor.Post).NeedsSignIn().WithMetadata(new OpenWhileHeld()).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/second-factor/remove", SetSecondFactor.Remove).NeedsSignIn();

        pages.MapGet("/me", ShowMe.Get).NeedsSignIn();
        pages.MapGet("/me/appointments", () => TypedResults.LocalRedirect("/me#appointments")).NeedsSignIn();
        pages.MapPost("/me/appointments/{id:guid}", ShowMe.Switch).NeedsSignIn();
        pages.MapPost("/me/sign-out-everywhere", SignOut.Everywhere).NeedsSignIn();
    }
}
