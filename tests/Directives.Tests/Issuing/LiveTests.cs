using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Issuing;

public sealed class LiveTests
{
    [Theory, EveryDatabase]
    public async Task The_sums_of_this_moment_are_for_the_office_alone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = Created(await clerk.Send("/directives", DirectiveTests.Typed()), "/directives/");
        Went(await clerk.Send($"/directives/{id}/issue"), $"/directives/{id}");
        Assert.Equal("event: open\ndata: 0/0/3/Issued\n\n", System.Text.Encoding.UTF8.GetString((await clerk.Visit($"/directives/{id}/live")).Body));

        var east = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        Went(await east.Send($"/directives/{id}/receipts/{town.EastVillage.Id}/sign"), $"/directives/{id}");
        Assert.Equal("event: open\ndata: 1/0/3/Issued\n\n", System.Text.Encoding.UTF8.GetString((await clerk.Visit($"/directives/{id}/live")).Body));
        Assert.Equal(404, (await east.Visit($"/directives/{id}/live")).Code);
    }
}
