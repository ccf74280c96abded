using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Signatures;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Claims;

/// <summary>The fields of a signature, as the signature box sends them.</summary>
public static class SignLetterForm
{
    internal const string Box = "signature";
    public static readonly TextField Letter = new("letter", "责任书版本") { Max = 40 };
}

/// <summary>A letter that the viewer is to sign or has signed.</summary>
/// <param name="ClaimId">The own signature; null when there is none.</param>
/// <param name="IsOld">Signed, but an earlier version.</param>
public sealed record LetterToSign(Guid LetterId, string Role, string RoleName, int Number, string Text, string TextHash, Guid? ClaimId, bool IsOld);

/// <summary>认领责任: the viewer signs the own letters, as the filed roster of the own unit names the viewer.</summary>
internal static class SignLetter
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        (await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal)
            ? await Page(here, db, Form.Empty(), null)
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (here.Campaign.LettersClosedAt is not null)
            return await Page(here, db, form, OrganisationRefusals.LettersClosed);

        var mine = await Mine(here, db);
        var letterId = form.Read(SignLetterForm.Letter);
        if (mine.Count == 0)
            return await Page(here, db, form, OrganisationRefusals.NoLetterForYou);
        if (mine.FirstOrDefault(one => one.LetterId.ToString() == letterId) is not { } letter)
            return await Page(here, db, form, OrganisationRefusals.LetterChangedMeanwhile);
        if (letter is { ClaimId: not null, IsOld: false })
            return await Page(here, db, form, OrganisationRefusals.AlreadyClaimed);

        var signing = Signing.Read(form, SignLetterForm.Box, viewer.PersonName);
        if (form.Failed)
            return await Page(here, db, form, null);

        var now = clock.GetUtcNow();
        if (letter.ClaimId is not null)
            await TakeBack(here, db, letter.ClaimId.Value, now.UtcDateTime);
        Claim(here, db, vault, letter, signing, now);
        await db.SaveChangesAsync();
        return Platform.Page.Done($"/campaigns/{id}/responsibility/sign", $"已签署{letter.RoleName}责任书。");
    }

    /// <summary>The viewer signs.</summary>
    internal static void Claim(CampaignHere here, Db db, Vault vault, LetterToSign letter, Signing signing, DateTimeOffset now)
    {
        var (claimId, viewer) = (Guid.CreateVersion7(now), here.Viewer);
        var signature = signing.Under(letter.TextHash, viewer.TenantId, viewer.PersonId, vault, now);
        var fact = new ResponsibilityClaimed(
            here.Campaign.Id,
            claimId,
            viewer.PersonId,
            viewer.UnitId,
            letter.Role,
            letter.TextHash,
            signature.HashWith(vault)
        );
        db.Add(signature);
        db.Add(
            new ResponsibilityClaim
            {
                TenantId = viewer.TenantId,
                Id = claimId,
                CampaignId = here.Campaign.Id,
                LetterId = letter.LetterId,
                UnitId = viewer.UnitId,
                PersonId = viewer.PersonId,
                Role = letter.Role,
                SignatureId = signature.Id,
                SignedAt = now.UtcDateTime,
                FactId = db.Record(viewer, fact, here.Campaign.Id),
            }
        );
    }

    internal static async Task TakeBack(CampaignHere here, Db db, Guid claimId, DateTime at)
    {
        var claim = await db.Set<ResponsibilityClaim>().SingleAsync(one => one.TenantId == here.Viewer.TenantId && one.Id == claimId);
        claim.Withdraw(at);
        db.Record(here.Viewer, new FactWithdrawn(claim.FactId), here.Campaign.Id);
    }

    /// <summary>The viewer's own letters, in the order of the roles.</summary>
    internal static async Task<IReadOnlyList<LetterToSign>> Mine(CampaignHere here, Db db)
    {
        var viewer = here.Viewer;
        var roles = await (
            from entry in db.Set<RosterEntry>()
            where
                entry.TenantId == viewer.TenantId
                && entry.CampaignId == here.Campaign.Id
                && entry.UnitId == viewer.UnitId
                && entry.PersonId == viewer.PersonId
            join roster in db.Set<Roster>()
                on new
                {
                    entry.TenantId,
                    entry.CampaignId,
                    entry.UnitId,
                } equals new
                {
                    roster.TenantId,
                    roster.CampaignId,
                    roster.UnitId,
                }
            where roster.FiledFactId != null
            select entry.Role
        ).ToListAsync();
        var claims = await db.Set<ResponsibilityClaim>()
            .Where(claim =>
                claim.TenantId == viewer.TenantId
                && claim.CampaignId == here.Campaign.Id
                && claim.PersonId == viewer.PersonId
                && claim.UnitId == viewer.UnitId
                && claim.WithdrawnAt == null
            )
            .ToListAsync();
        var latest = await ListLetters.Latest(here, db);
        var asked = Roster.Asked.Where(role => roles.Contains(role.Key) && latest.ContainsKey(role.Key)).Select(role => latest[role.Key]).ToList();
        var texts = await SignedText.Of(db, viewer.TenantId, asked.Select(letter => letter.TextHash));
        return [.. asked.Select(letter => ToSign(letter, texts[letter.TextHash], claims.FirstOrDefault(claim => claim.Role == letter.Role)))];
    }

    internal static LetterToSign ToSign(ResponsibilityLetter letter, string text, ResponsibilityClaim? claim) =>
        new(
            letter.Id,
            letter.Role,
            Roles.Of(letter.Role).Name,
            letter.Number,
            text,
            letter.TextHash,
            claim?.Id,
            claim is not null && claim.LetterId != letter.Id
        );

    internal static async Task<IResult> Page(CampaignHere here, Db db, Form form, Refusal? refusal)
    {
        var mine = await Mine(here, db);
        return Platform.Page.Of<SignLetterPage>(
            new
            {
                here.Head,
                Letters = mine,
                MaySign = here.IsRunning && here.Campaign.LettersClosedAt is null && here.Viewer.May(OrganisationActs.ClaimResponsibility),
                here.Viewer.PersonName,
                here.Viewer.UnitName,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }
}

/// <summary>撤回 one's own signature: the tally goes down.</summary>
internal static class WithdrawClaim
{
    internal static async Task<IResult> Post(Guid id, Guid claimId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var claim = await db.Set<ResponsibilityClaim>()
            .SingleOrDefaultAsync(one =>
                one.TenantId == viewer.TenantId
                && one.CampaignId == id
                && one.Id == claimId
                && one.PersonId == viewer.PersonId
                && one.UnitId == viewer.UnitId
            );
        if (claim is null)
            return Refusal.NotFound.AsPage();
        if (here.Campaign.LettersClosedAt is not null)
            return await SignLetter.Page(here, db, Form.Empty(), OrganisationRefusals.LettersClosed);
        if (claim.WithdrawnAt is not null)
            return await SignLetter.Page(here, db, Form.Empty(), OrganisationRefusals.NotClaimed);

        await SignLetter.TakeBack(here, db, claimId, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Platform.Page.Done($"/campaigns/{id}/responsibility/sign", "已撤回签署。");
    }
}
