using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;
using Wuzha.Reports.Exports;

namespace Wuzha.Reports.Bulletins;

/// <summary>印发: fixes figures and remarks of a month that is over as they stand now.</summary>
internal static class IssueBulletin
{
    internal static async Task<IResult> Post(Guid unitId, string month, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await BulletinHere.Decide(unitId, month, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var figures = await BulletinCount.Of(db, here);
        if (await Refused(db, here, figures) is { } no)
            return await ShowBulletin.Shown(here, db, no);

        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var snapshot = new BulletinSnapshot(figures, await here.Remarks(db)).Write();
        var hash = BulletinSnapshot.HashOf(snapshot);
        var facts = new List<Guid>();
        foreach (var campaign in SpokenOf(here, figures))
        {
            var office = await OfficeOf(db, here, campaign);
            facts.Add(db.Record(viewer, new BulletinIssued(id, unitId, office, here.Month.FirstOn, hash), campaign?.Id ?? Guid.Empty));
        }
        db.Add(
            new Bulletin
            {
                TenantId = viewer.TenantId,
                Id = id,
                UnitId = unitId,
                MonthOn = here.Month.FirstOn,
                Snapshot = snapshot,
                SnapshotHash = hash,
                IssuedBy = viewer.PersonId,
                IssuedAt = here.Now,
                FactWords = string.Join(' ', facts.Select(fact => fact.ToString("N"))),
            }
        );
        await db.SaveChangesAsync();
        return Page.Done(here.Href, $"{here.Month.Name}通报已印发，数字已固定。");
    }

    private static async Task<Refusal?> Refused(Db db, BulletinHere here, BulletinFigures figures) =>
        !here.Month.IsOver(here.Today)
            ? ReportsRefusals.MonthNotOver.With(("month", here.Month.Name), ("day", here.Month.LastOn.AddDays(1).ToString("yyyy-MM-dd")))
        : await here.Issued(db) is not null ? ReportsRefusals.AlreadyIssued
        : figures.IsEmpty ? ReportsRefusals.NothingToReport.With(("month", here.Month.Name))
        : null;

    /// <summary>The campaigns of the figures; none when directives are all that the bulletin speaks of.</summary>
    private static IEnumerable<CampaignHead?> SpokenOf(BulletinHere here, BulletinFigures figures)
    {
        var spoken = here.Campaigns.Where(campaign => figures.Campaigns.Contains(campaign.Id)).Take(Bulletin.MostFacts).ToList();
        return spoken.Count == 0 ? new CampaignHead?[] { null } : spoken;
    }

    /// <summary>
    /// Where the bulletin counts. A unit's own campaign is reported on by its office, so by the unit in which that sits; where none is entered, by the only
    /// department under it that owes bulletins.
    /// </summary>
    private static async Task<Guid> OfficeOf(Db db, BulletinHere here, CampaignHead? campaign)
    {
        if (campaign?.IssuingUnitId != here.Unit.Id)
            return here.Unit.Id;

        var tenant = here.Viewer.TenantId;
        var seat = await CampaignQuestions.OfficeSeat(db, tenant, campaign.Id);
        var owing = (await DutyBook.Of(db, tenant, campaign.Id, here.Today))
            .Where(duty => duty.MeasureKey == BulletinMeasures.BulletinsIssued.Key)
            .SelectMany(duty => duty.Assignments)
            .Select(assignment => assignment.UnitId)
            .Append(seat ?? here.Unit.Id)
            .Distinct()
            .ToList();
        var scope = here.Unit.Scope;
        var offices = await db
            .Units.Where(unit => unit.TenantId == tenant && EF.Parameter(owing).Contains(unit.Id))
            .Where(unit => unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0)
            .Select(unit => new { unit.Id, unit.Kind })
            .ToListAsync();
        if (offices.Exists(unit => unit.Id == seat))
            return seat!.Value;
        return offices.FindAll(unit => unit.Kind == UnitKinds.Department.Key) is [var only] ? only.Id : here.Unit.Id;
    }
}
