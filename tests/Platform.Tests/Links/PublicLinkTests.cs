using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Links;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Links;

public sealed class PublicLinkTests
{
    private static async Task<(string Address, Guid Id)> Make(Town town, DateTime? expires = null)
    {
        await using var db = town.Open();
        var viewer = town.ViewerOf(town.Of(Roles.OfficeClerk));
        var address = PublicLink.Make(db, viewer, ("tests.poster", Guid.CreateVersion7()), town.Clock.Now, expires);
        await db.SaveChangesAsync();
        var link = await db.Set<PublicLink>().OrderByDescending(l => l.MadeAt).FirstAsync(l => l.TenantId == Town.TenantId);
        return (address, link.Id);
    }

    [Theory, EveryDatabase]
    public async Task Only_the_hash_of_a_token_is_kept(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (address, id) = await Make(town);
        await using var db = town.Open();
        var link = await db.Set<PublicLink>().SingleAsync(l => l.TenantId == Town.TenantId && l.Id == id);
        Assert.Equal(PublicLink.HashOf(address[^22..]), link.TokenHash);
        Assert.Contains(
            await db.Set<FactRow>().Where(f => f.TenantId == Town.TenantId).Select(f => f.Kind).ToListAsync(),
            k => k == "platform.public-link-made"
        );
        var token = address[^22..];
        Assert.False(await db.Set<FactRow>().AnyAsync(f => f.TenantId == Town.TenantId && f.Payload.Contains(token)));
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_who_guesses_learns_nothing(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (address, _) = await Make(town);
        var stranger = town.Stranger();
        foreach (
            var path in new[]
            {
                "/l/qingxi/AAAAAAAAAAAAAAAAAAAAAA",
                "/l/baishan/" + address[^22..],
                "/l/nowhere/AAAAAAAAAAAAAAAAAAAAAA",
                "/l/*/" + address[^22..],
            }
        )
            Assert.Equal(404, (await stranger.Visit(path)).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_link_past_its_day_or_revoked_says_so(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (expired, _) = await Make(town, town.Clock.Now.AddDays(1));
        town.Clock.Advance(TimeSpan.FromDays(2));
        var old = await town.Stranger().Visit(expired);
        Assert.Equal(410, old.Code);
        Assert.Contains("这个链接已停用或过期。请向发放单位询问新的链接。", old.Text);

        var (address, id) = await Make(town);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal($"/links/{id}", (await clerk.Send($"/links/{id}/revoke")).Location);
        Assert.Equal(410, (await town.Stranger().Visit(address)).Code);
        Assert.Equal(409, (await clerk.Send($"/links/{id}/revoke")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Links_are_managed_by_the_office_alone_and_only_its_own(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (_, id) = await Make(town);
        Assert.Equal(200, (await town.Client(Roles.OfficeClerk).Visit("/links")).Code);
        Assert.Equal(200, (await town.Client(Roles.OfficeClerk).Visit($"/links/{id}")).Code);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Visit("/links")).Code);
        Assert.Equal(302, (await town.Stranger().Visit("/links")).Code);

        var other = town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship));
        Assert.Equal(404, (await other.Visit($"/links/{id}")).Code);
        Assert.Equal(404, (await other.Send($"/links/{id}/revoke")).Code);
    }
}
