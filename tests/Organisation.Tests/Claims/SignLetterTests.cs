using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Claims;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Tests.Campaigns;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Signatures;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Claims;

public sealed class SignLetterTests
{
    private const string Drawn = "[[[10,20,0],[30,40,16],[50,30,33]],[[60,60,90],[80,90,120],[100,95,140]]]";

    [Theory, EveryDatabase]
    public async Task A_responsible_person_signs_withdraws_and_signs_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, letter) = await Lettered(town);
        var member = town.Of(Roles.FirstResponsible);
        var signer = town.Client(member);
        var href = $"/campaigns/{id}/responsibility/sign";
        Assert.Contains("第一责任人责任书", (await signer.Visit(href)).Text, StringComparison.Ordinal);

        Assert.Equal(422, (await signer.Send(href, ("letter", letter.ToString()))).Code);
        Assert.Equal(422, (await signer.Send(href, ("letter", letter.ToString()), ("signatureName", "别人"))).Code);
        Assert.Equal(422, (await signer.Send(href, ("letter", letter.ToString()), ("signatureStrokes", "[[[1,1,0]]]"))).Code);
        CampaignTown.Went(await signer.Send(href, ("letter", letter.ToString()), ("signatureStrokes", Drawn)), href);
        Assert.Equal(409, (await signer.Send(href, ("letter", letter.ToString()), ("signatureName", member.Name))).Code);
        Assert.Equal(1, await town.Tally(CampaignMeasures.ResponsibilitiesClaimed, town.EastVillage));

        await using var db = town.Open();
        var claim = await db.Set<ResponsibilityClaim>().SingleAsync(one => one.TenantId == Town.TenantId);
        var page = await signer.Visit($"/campaigns/{id}/responsibility/claims/{claim.Id}");
        Assert.Contains(member.Name, page.TextOf("article"), StringComparison.Ordinal);
        Assert.Equal(2, page.TextsOf("svg polyline").Count);
        Assert.Equal(
            404,
            (await town.Client(town.Of(Roles.Liaison, town.WestVillage)).Visit($"/campaigns/{id}/responsibility/claims/{claim.Id}")).Code
        );
        Assert.Equal(404, (await town.Client(Roles.Liaison).Send($"/campaigns/{id}/responsibility/claims/{claim.Id}/withdraw")).Code);

        CampaignTown.Went(await signer.Send($"/campaigns/{id}/responsibility/claims/{claim.Id}/withdraw"), href);
        Assert.Equal(409, (await signer.Send($"/campaigns/{id}/responsibility/claims/{claim.Id}/withdraw")).Code);
        Assert.Equal(0, await town.Tally(CampaignMeasures.ResponsibilitiesClaimed, town.EastVillage));
        CampaignTown.Went(await signer.Send(href, ("letter", letter.ToString()), ("signatureName", member.Name)), href);
        Assert.Equal(1, await town.Tally(CampaignMeasures.ResponsibilitiesClaimed, town.EastVillage));
    }

    [Theory, EveryDatabase]
    public async Task The_page_says_whether_the_signature_stands_for_exactly_this_text(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, letter) = await Lettered(town);
        var signer = town.Client(town.Of(Roles.FirstResponsible));
        var sign = $"/campaigns/{id}/responsibility/sign";
        await signer.Send(sign, ("letter", letter.ToString()), ("signatureStrokes", Drawn), ("signatureAt", "2026-04-03T02:03:07.5Z"));
        await using var db = town.Open();
        var claim = await db.Set<ResponsibilityClaim>().SingleAsync(one => one.TenantId == Town.TenantId);
        var href = $"/campaigns/{id}/responsibility/claims/{claim.Id}";

        var page = await signer.Visit(href);
        Assert.Contains("签名对应的正是下面第 1 版文本", page.Text, StringComparison.Ordinal);
        Assert.Contains("手写签名", page.TextOf("article"), StringComparison.Ordinal);
        Assert.Contains("签署设备的时间", page.TextOf("article"), StringComparison.Ordinal);

        var signatures = db.Set<Signature>().Where(one => one.TenantId == Town.TenantId);
        await signatures.ExecuteUpdateAsync(set => set.SetProperty(one => one.SignedAt, new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.Contains("与签署时的记录不一致", (await signer.Visit(href)).Text, StringComparison.Ordinal);

        var texts = db.Set<SignedText>().Where(one => one.TenantId == Town.TenantId);
        await texts.ExecuteUpdateAsync(set => set.SetProperty(one => one.Text, "本人不负任何责任。"));
        var changed = await signer.Visit(href);
        Assert.Contains("下面的文本与签署时不一致", changed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("经核验", changed.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_signs_an_old_version_and_a_new_one_replaces_the_old_signature(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, letter) = await Lettered(town);
        var member = town.Of(Roles.FirstResponsible);
        var signer = town.Client(member);
        var clerk = town.Client(Roles.OfficeClerk);
        var href = $"/campaigns/{id}/responsibility/sign";
        CampaignTown.Went(await signer.Send(href, ("letter", letter.ToString()), ("signatureName", member.Name)), href);

        var text = (await clerk.Visit($"/campaigns/{id}/letters/first-responsible")).TextOf("textarea");
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/letters/first-responsible", ("text", text)), $"/campaigns/{id}/letters");
        Assert.Single(await town.Facts("organisation.responsibility-letter-written"));
        CampaignTown.Went(
            await clerk.Send($"/campaigns/{id}/letters/first-responsible", ("text", text + "\n五、按时参加例会。")),
            $"/campaigns/{id}/letters"
        );
        Assert.Equal(2, (await town.Facts("organisation.responsibility-letter-written")).Count);
        Assert.Equal(409, (await signer.Send(href, ("letter", letter.ToString()), ("signatureName", member.Name))).Code);

        await using var db = town.Open();
        var newest = await db.Set<ResponsibilityLetter>().OrderByDescending(one => one.Number).FirstAsync(one => one.TenantId == Town.TenantId);
        CampaignTown.Went(await signer.Send(href, ("letter", newest.Id.ToString()), ("signatureName", member.Name)), href);
        Assert.Equal(1, await town.Tally(CampaignMeasures.ResponsibilitiesClaimed, town.EastVillage));
        var old = await db.Set<ResponsibilityClaim>().SingleAsync(one => one.TenantId == Town.TenantId && one.WithdrawnAt != null);
        Assert.Equal(letter, old.LetterId);
    }

    [Theory, EveryDatabase]
    public async Task After_the_office_has_closed_nothing_is_signed_or_taken_back(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, letter) = await Lettered(town);
        var member = town.Of(Roles.FirstResponsible);
        var signer = town.Client(member);
        var clerk = town.Client(Roles.OfficeClerk);
        var href = $"/campaigns/{id}/responsibility/sign";
        CampaignTown.Went(await signer.Send(href, ("letter", letter.ToString()), ("signatureName", member.Name)), href);
        await using var db = town.Open();
        var claim = await db.Set<ResponsibilityClaim>().SingleAsync(one => one.TenantId == Town.TenantId);

        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/letters/close"), $"/campaigns/{id}/letters");
        Assert.Equal(409, (await clerk.Send($"/campaigns/{id}/letters/close")).Code);
        Assert.Equal(409, (await signer.Send($"/campaigns/{id}/responsibility/claims/{claim.Id}/withdraw")).Code);
        Assert.Equal(1, await town.Tally(CampaignMeasures.ResponsibilitiesClaimed, town.EastVillage));
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/letters/open"), $"/campaigns/{id}/letters");
        CampaignTown.Went(await signer.Send($"/campaigns/{id}/responsibility/claims/{claim.Id}/withdraw"), href);
    }

    [Theory, EveryDatabase]
    public async Task Who_stands_on_no_filed_roster_has_nothing_to_sign(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (id, letter) = await Lettered(town);
        var west = town.Of(Roles.Liaison, town.WestVillage);
        var answer = await town.Client(west)
            .Send($"/campaigns/{id}/responsibility/sign", ("letter", letter.ToString()), ("signatureName", west.Name));
        Assert.Equal(409, answer.Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Visit($"/campaigns/{id}/responsibility/sign")).Code);
        var list = await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/responsibility");
        Assert.Contains("应签署 1 人，已认领 0 人", list.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/responsibility/{town.EastVillage.Id}")).Code);
    }

    private static async Task<(Guid Campaign, Guid Letter)> Lettered(Town town)
    {
        var id = await town.Filed();
        var clerk = town.Client(Roles.OfficeClerk);
        var text = (await clerk.Visit($"/campaigns/{id}/letters/first-responsible")).TextOf("textarea");
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/letters/first-responsible", ("text", text)), $"/campaigns/{id}/letters");
        await using var db = town.Open();
        return (id, (await db.Set<ResponsibilityLetter>().SingleAsync(one => one.TenantId == Town.TenantId)).Id);
    }
}
