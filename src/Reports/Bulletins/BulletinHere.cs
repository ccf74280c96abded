using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>The bulletin of one unit and month as the one who asks may see it.</summary>
/// <param name="Campaigns">Those that ran in the month and may ask something under the unit.</param>
internal sealed record BulletinHere(UnitHead Unit, BulletinMonth Month, IReadOnlyList<CampaignHead> Campaigns, Viewer Viewer, DateTime Now)
{
    public DateOnly Today => LocalDay.Of(Now);

    public string Href => HrefOf(Unit.Id, Month);

    public bool IsOffice => Unit.Id == Viewer.UnitId;

    public bool MayIssue => IsOffice && Viewer.May(ReportsActs.IssueBulletins);

    public static string HrefOf(Guid unitId, BulletinMonth month) => $"/bulletins/{unitId}/{month.Key}";

    /// <summary>For reading. A unit outside the scope is not there, whatever the month.</summary>
    public static async Task<Result<BulletinHere>> Read(Guid unitId, string month, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, unitId) is not { } unit)
            return Refusal.NotFound;

        var now = clock.GetUtcNow().UtcDateTime;
        if (!BulletinMonth.Read(month, LocalDay.Of(now)).Is(out var here, out var refusal))
            return refusal;

        var campaigns = (await CampaignQuestions.Known(db, viewer, LocalDay.Of(now))).Where(campaign => RanIn(campaign, here)).ToList();
        return new BulletinHere(unit, here, campaigns, viewer, now);
    }

    /// <summary>For what only the office of the unit does.</summary>
    public static async Task<Result<BulletinHere>> Decide(Guid unitId, string month, Db db, Viewer viewer, TimeProvider clock) =>
        !(await Read(unitId, month, db, viewer, clock)).Is(out var here, out var refusal) ? refusal
        : here.IsOffice ? here
        : ReportsRefusals.OnlyTheOffice.With(("unit", here.Unit.Name));

    public static bool RanIn(CampaignHead campaign, BulletinMonth month) =>
        campaign.State != CampaignState.Draft && campaign.FromOn <= month.LastOn && (campaign.EndedOn ?? campaign.UntilOn) >= month.FirstOn;

    /// <summary>As it was printed last; null when it is not issued.</summary>
    public Task<Bulletin?> Issued(Db db) =>
        db.Set<Bulletin>()
            .SingleOrDefaultAsync(one =>
                one.TenantId == Viewer.TenantId && one.UnitId == Unit.Id && one.MonthOn == Month.FirstOn && one.WithdrawnAt == null
            );

    /// <summary>The office's words as they stand now, by section; none that is empty.</summary>
    public Task<Dictionary<BulletinSection, string>> Remarks(Db db) =>
        db.Set<BulletinRemark>()
            .Where(one => one.TenantId == Viewer.TenantId && one.UnitId == Unit.Id && one.MonthOn == Month.FirstOn && one.Text != "")
            .ToDictionaryAsync(one => one.Section, one => one.Text);
}
