using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Claims;

/// <summary>The fields of a signature, as the signature box sends them.</summary>
public static class SignLetterForm
{
    internal const string Box = "signature";
    public static readonly TextField Strokes = new(Box + "Strokes", "签名") { Max = 20_000, Optional = true };
    public static readonly TextField Name = new(Box + "Name", "姓名") { Max = 30, Optional = true };
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

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
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

        var strokes = Signed(form, viewer);
        if (form.Failed)
            return await Page(here, db, form, null);

        var now = clock.GetUtcNow();
        if (letter.ClaimId is not null)
            await TakeBack(here, db, letter.ClaimId.Value, now.UtcDateTime);
        Claim(here, db, letter, (viewer.PersonId, viewer.UnitId, strokes), now);
        await db.SaveChangesAsync();
        return Platform.Page.Done($"/campaigns/{id}/responsibility/sign", $"已签署{letter.RoleName}责任书。");
    }

    internal static void Claim(CampaignHere here, Db db, LetterToSign letter, (Guid Person, Guid Unit, string? Strokes) signer, DateTimeOffset now)
    {
        var claimId = Guid.CreateVersion7(now);
        var fact = new ResponsibilityClaimed(here.Campaign.Id, claimId, signer.Person, signer.Unit, letter.Role, letter.TextHash);
        db.Add(
            new ResponsibilityClaim
            {
                TenantId = here.Viewer.TenantId,
                Id = claimId,
                CampaignId = here.Campaign.Id,
                LetterId = letter.LetterId,
                UnitId = signer.Unit,
                PersonId = signer.Person,
                Role = letter.Role,
                Strokes = signer.Strokes,
                SignedAt = now.UtcDateTime,
                FactId = db.Record(here.Viewer, fact, here.Campaign.Id),
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
        return
        [
            .. Roster
                .Asked.Where(role => roles.Contains(role.Key) && latest.ContainsKey(role.Key))
                .Select(role => ToSign(latest[role.Key], claims.FirstOrDefault(claim => claim.Role == role.Key))),
        ];
    }

    internal static LetterToSign ToSign(ResponsibilityLetter letter, ResponsibilityClaim? claim) =>
        new(
            letter.Id,
            letter.Role,
            Roles.Of(letter.Role).Name,
            letter.Number,
            letter.Text,
            letter.TextHash,
            claim?.Id,
            claim is not null && claim.LetterId != letter.Id
        );

    private static string? Signed(Form form, Viewer viewer)
    {
        var (strokes, name) = (form.Read(SignLetterForm.Strokes), form.Read(SignLetterForm.Name));
        if (form.Failed)
            return null;
        if (strokes is not null && DrawnSignature.Lines(strokes).Count == 0)
            form.Fail(SignLetterForm.Strokes, "签名没有写清，请重写，或者只填姓名。");
        else if (strokes is null && name is null)
            form.Fail(SignLetterForm.Name, "请手写签名，或者填写姓名。");
        else if (name is not null && name != viewer.PersonName)
            form.Fail(SignLetterForm.Name, $"姓名应与您登记的姓名“{viewer.PersonName}”一致。");
        return strokes;
    }

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
