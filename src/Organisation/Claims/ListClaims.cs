using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Signatures;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Claims;

/// <summary>One unit: how many have a letter to sign, and how many have.</summary>
public sealed record ClaimCount(Guid UnitId, string Name, string SortKey, int ToSign, int Signed)
{
    public WorkState State =>
        ToSign == 0 ? WorkState.NotApplicable
        : Signed == ToSign ? WorkState.Done
        : WorkState.Todo;

    public string Word =>
        ToSign == 0 ? "没有需要签署的人员"
        : Signed == ToSign ? "都已认领"
        : $"还有 {ToSign - Signed} 人";
}

/// <summary>One person who has a letter to sign.</summary>
public sealed record ClaimLine(string Name, string RoleName, string Post, DateTime? SignedAt, Guid? ClaimId, bool IsOld);

/// <summary>谁还没认领责任？</summary>
internal static class ListClaims
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var counts = Counts(here, db);
        var rows = query.Filter("state") switch
        {
            "open" => counts.Where(row => row.Signed < row.ToSign),
            "done" => counts.Where(row => row.ToSign > 0 && row.Signed == row.ToSign),
            _ => counts,
        };
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.Name.Contains(query.Search));
        var listing = await Listing<ClaimCount>.Of(
            rows.OrderByDescending(row => row.ToSign - row.Signed).ThenBy(row => row.SortKey).ThenBy(row => row.UnitId),
            query,
            Columns(id)
        );
        return query.AsSheet
            ? listing.AsSheet("认领责任情况", viewer)
            : Page.Of<ClaimListPage>(
                new
                {
                    here.Head,
                    Listing = listing,
                    ToSign = await counts.SumAsync(row => row.ToSign),
                    Signed = await counts.SumAsync(row => row.Signed),
                    Letters = (await ListLetters.Latest(here, db)).Count,
                    IsClosed = here.Campaign.LettersClosedAt is not null,
                    Mine = (await SignLetter.Mine(here, db)).Count,
                }
            );
    }

    /// <summary>Who stands on a filed roster in a role that has a letter signs; a signature counts for the unit and role it was given for.</summary>
    internal static IQueryable<ClaimCount> Counts(CampaignHere here, Db db) =>
        db.Database.SqlQuery<ClaimCount>(
            $"""
            select u.id as unit_id, u.name, u.sort_key, cast(count(e.id) as int) as to_sign, cast(count(c.id) as int) as signed
            from campaign_rosters r
            join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
            left join campaign_roster_entries e on e.tenant_id = r.tenant_id and e.campaign_id = r.campaign_id and e.unit_id = r.unit_id
                and exists (select 1 from responsibility_letters l where l.tenant_id = e.tenant_id and l.campaign_id = e.campaign_id and l.role = e.role)
            left join responsibility_claims c on c.tenant_id = e.tenant_id and c.campaign_id = e.campaign_id and c.unit_id = e.unit_id
                and c.person_id = e.person_id and c.role = e.role and c.withdrawn_at is null
            where r.tenant_id = {here.Viewer.TenantId} and r.campaign_id = {here.Campaign.Id} and r.filed_fact_id is not null
              and u.path >= {here.Viewer.Scope.From} and u.path < {here.Viewer.Scope.To}
            group by u.id, u.name, u.sort_key
            """
        );

    private static IReadOnlyList<Column<ClaimCount>> Columns(Guid id) =>
        [
            new("name", "单位", row => row.Name) { Href = row => $"/campaigns/{id}/responsibility/{row.UnitId}", Sort = row => row.SortKey },
            new("toSign", "应签署", row => row.ToSign) { Number = true, Sort = row => row.ToSign },
            new("signed", "已认领", row => row.Signed)
            {
                Number = true,
                Sort = row => row.Signed,
                OnCard = true,
            },
            new("state", "情况", row => row.Word) { Cell = row => Rosters.RosterState.Of(row.State, row.Word), OnCard = true },
        ];
}

/// <summary>One unit: person by person.</summary>
internal static class ShowUnitClaims
{
    internal static async Task<IResult> Get(Guid id, Guid unitId, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await Rosters.RosterHere.Read(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var latest = await ListLetters.Latest(here.Campaign, db);
        var claims = await db.Set<ResponsibilityClaim>()
            .Where(claim => claim.TenantId == viewer.TenantId && claim.CampaignId == id && claim.UnitId == unitId && claim.WithdrawnAt == null)
            .ToListAsync();
        var people = await CampaignPeople.Of(db, viewer.TenantId, vault, here.Entries.Select(entry => entry.PersonId));
        return Page.Of<UnitClaimsPage>(
            new
            {
                here.Campaign.Head,
                UnitName = here.Unit.Name,
                Lines = (IReadOnlyList<ClaimLine>)
                    [
                        .. here
                            .Entries.Where(entry => here.Roster is { IsFiled: true } && latest.ContainsKey(entry.Role))
                            .Select(entry =>
                            {
                                var claim = claims.FirstOrDefault(one => one.PersonId == entry.PersonId && one.Role == entry.Role);
                                return new ClaimLine(
                                    people.GetValueOrDefault(entry.PersonId, PersonLine.Unknown).Name,
                                    Roles.Of(entry.Role).Name,
                                    entry.Post,
                                    claim?.SignedAt,
                                    claim?.Id,
                                    claim is not null && claim.LetterId != latest[entry.Role].Id
                                );
                            }),
                    ],
            }
        );
    }
}

/// <summary>A signed letter as it was signed, for paper.</summary>
public sealed record SignedLetter(
    string RoleName,
    int Number,
    string Text,
    string TextHash,
    string PersonName,
    string UnitName,
    DateTime SignedAt,
    DateTime? DeviceAt,
    DateTime? WithdrawnAt,
    IReadOnlyList<string> Strokes,
    SignatureVerdict Verdict
);

internal static class ShowClaim
{
    internal static async Task<IResult> Get(Guid id, Guid claimId, Db db, Viewer viewer, Vault vault, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var scope = viewer.Scope;
        var found = await (
            from claim in db.Set<ResponsibilityClaim>()
            where claim.TenantId == viewer.TenantId && claim.CampaignId == id && claim.Id == claimId
            join unit in db.Units on new { claim.TenantId, Id = claim.UnitId } equals new { unit.TenantId, unit.Id }
            where unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
            join letter in db.Set<ResponsibilityLetter>() on new { claim.TenantId, Id = claim.LetterId } equals new { letter.TenantId, letter.Id }
            join text in db.Set<SignedText>() on new { letter.TenantId, Hash = letter.TextHash } equals new { text.TenantId, text.Hash }
            join signature in db.Set<Signature>() on new { claim.TenantId, Id = claim.SignatureId } equals new { signature.TenantId, signature.Id }
            select new
            {
                Claim = claim,
                Letter = letter,
                Text = text,
                Signature = signature,
                UnitName = unit.Name,
            }
        ).SingleOrDefaultAsync();
        if (found is null)
            return Refusal.NotFound.AsPage();

        var people = await CampaignPeople.Of(db, viewer.TenantId, vault, [found.Claim.PersonId]);
        var fact = await db.Set<FactRow>().SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.Id == found.Claim.FactId);
        var claimed = fact is null ? null : (ResponsibilityClaimed)catalog.Read(fact.Kind, fact.Payload);
        return Page.Of<ClaimPage>(
            new
            {
                here.Head,
                Signed = new SignedLetter(
                    Roles.Of(found.Claim.Role).Name,
                    found.Letter.Number,
                    found.Text.Text,
                    found.Letter.TextHash,
                    people.GetValueOrDefault(found.Claim.PersonId, PersonLine.Unknown).Name,
                    found.UnitName,
                    found.Signature.SignedAt,
                    found.Signature.DeviceAt,
                    found.Claim.WithdrawnAt,
                    found.Signature.Lines(vault),
                    found.Signature.Verify(found.Text, claimed?.SignatureHash ?? "", vault)
                ),
                MadeAt = LocalDay.Wall(clock.GetUtcNow().UtcDateTime),
            }
        );
    }
}
