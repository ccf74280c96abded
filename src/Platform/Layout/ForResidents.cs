using Microsoft.AspNetCore.Builder;

namespace Wuzha.Platform.Layout;

/// <summary>
/// Marks a route whose answers are for people without an account (<see cref="ResidentDocument"/>): no cookie goes out with them, nobody keeps or indexes them,
/// and they tell nobody where a reader came from.
/// </summary>
public sealed record ForResidents;

public static class ResidentRoutes
{
    /// <summary>For people without an account, who are asked nothing and given no cookie; so many a minute from one address.</summary>
    public static TBuilder OpenToResidents<TBuilder>(this TBuilder route, string because)
        where TBuilder : IEndpointConventionBuilder =>
        route.OpenToAll(because).WithMetadata(new ForResidents()).RequireRateLimiting(Limits.Residents);
}
