using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Rules.Trespasser;
using Wuzha.Web;
using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class RouteTests
{
    [Fact]
    public void Every_route_states_one_permission_and_checks_its_forms() => Breaches.None(RouteRules.Breaches(Host.Routes));

    [Fact]
    public void Every_act_that_a_route_needs_is_granted_to_a_role()
    {
        var granted = Roles.All.SelectMany(role => Permissions.ActsOf(role.Key)).ToHashSet();
        Breaches.None(Host.Routes.Where(route => route.Permission?.Act is { } act && !granted.Contains(act.Key)).Select(route => $"{route}"));
    }

    [Fact]
    public async Task Canary_faulty_routes_are_found()
    {
        await using var app = WebApplication.CreateBuilder().Build();
        new TrespasserModule().Routes(app.MapPages());

        Assert.Equal(
            [
                "GET /rules/twice/{id:guid} stands 2 times",
                "GET /rules/Shouting is not written in lower case words with hyphens",
                "POST /rules/forged takes forms from strangers' pages",
                "GET /rules/open is open without a reason",
                "PUT /rules/put is neither GET nor POST",
                "GET /rules/unguarded states not exactly one permission",
            ],
            RouteRules.Breaches(Route.Of(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)))
        );
    }
}
