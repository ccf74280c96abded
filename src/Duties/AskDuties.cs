using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties;

/// <summary>
/// Tells the ladder of reminders which duties are behind (requirements DTY2): once for each period, two office days before it is due, and that it is
/// settled as soon as it is met, waived, returned, dropped or another's. A period leaves the ladder when the next one comes near. Comes round every hour and
/// speaks in office hours only.
/// </summary>
internal static class AskDuties
{
    /// <summary>Subject of the ladder: the assignment at its unit.</summary>
    public const string Matter = "duties.standing";

    private const int OfficeDaysBefore = 2;

    internal static Task Run(IServiceProvider services, Db db, JobRun job) => Ask(db, job.TenantId, services.GetRequiredService<TimeProvider>());

    internal static async Task Ask(Db db, string tenantId, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await TenantCalendar.Load(db, tenantId);
        if (!calendar.IsWorkingTime(now))
            return;

        var asks = await db.Set<DutyAsk>().Where(ask => ask.TenantId == tenantId).ToDictionaryAsync(ask => ask.AssignmentId);
        var behind = new HashSet<Guid>();
        foreach (var campaign in await CampaignQuestions.Running(db, tenantId, LocalDay.Of(now)))
        foreach (var standing in await Behind(db, tenantId, DutyCampaign.Of(campaign), campaign.IssuerScope, (calendar, now)))
        {
            behind.Add(standing.AssignmentId);
            if (!asks.TryGetValue(standing.AssignmentId, out var ask))
                db.Add(ask = new DutyAsk { TenantId = tenantId, AssignmentId = standing.AssignmentId });
            if (!ask.Open(standing.Period.DueOn))
                continue;

            var about = new Subject(Matter, standing.AssignmentId, standing.UnitId);
            var unsettled = new MatterUnsettled(about, DueAt(standing.Period.DueOn), campaign.IssuingUnitId);
            db.RecordByJob(tenantId, standing.UnitId, unsettled, now, campaign.Id);
        }
        await Settle(db, tenantId, [.. asks.Values.Where(ask => ask.IsOpen && !behind.Contains(ask.AssignmentId))], now);
        await db.SaveChangesAsync();
    }

    /// <summary>The deadline is the first moment that is too late.</summary>
    private static DateTime DueAt(DateOnly dueOn) => LocalDay.Start(dueOn.AddDays(1));

    /// <summary>Of each assignment that is owed today the latest period near its end or past it, unless it is settled.</summary>
    private static async Task<IReadOnlyList<Standing>> Behind(
        Db db,
        string tenantId,
        DutyCampaign campaign,
        Platform.Units.Scope scope,
        (WorkingCalendar Calendar, DateTime Now) at
    )
    {
        var today = LocalDay.Of(at.Now);
        var owed = (
            await db.Set<DutyAssignment>()
                .Where(one =>
                    one.TenantId == tenantId
                    && one.CampaignId == campaign.Id
                    && one.FromOn <= today
                    && (one.EndedOn == null || one.EndedOn >= today)
                    && !db.Set<DutyReturn>()
                        .Any(returned => returned.TenantId == tenantId && returned.AssignmentId == one.Id && returned.IsAccepted == null)
                )
                .Select(one => one.Id)
                .ToListAsync()
        ).ToHashSet();
        if (owed.Count == 0)
            return [];

        var near = new Dictionary<DateOnly, bool>();
        bool IsNear(DateOnly dueOn)
        {
            if (!near.TryGetValue(dueOn, out var known))
                near[dueOn] = known = at.Calendar.SubtractWorkingTime(DueAt(dueOn), OfficeDaysBefore * at.Calendar.Hours.OfficeDay) <= at.Now;
            return known;
        }

        var question = new StandingQuestion
        {
            Campaign = campaign,
            Today = today,
            FromOn = campaign.FromOn,
            UntilOn = today,
            Scope = scope,
        };
        return
        [
            .. (await Standings.For(db, tenantId, question))
                .Where(standing => owed.Contains(standing.AssignmentId) && IsNear(standing.Period.DueOn))
                .GroupBy(standing => standing.AssignmentId)
                .Select(periods => periods.MaxBy(standing => standing.Period.DueOn)!)
                .Where(standing => !standing.IsSettled),
        ];
    }

    private static async Task Settle(Db db, string tenantId, IReadOnlyList<DutyAsk> over, DateTime now)
    {
        if (over.Count == 0)
            return;

        var ids = over.Select(ask => ask.AssignmentId).ToList();
        var places = await db.Set<DutyAssignment>()
            .Where(one => one.TenantId == tenantId && EF.Parameter(ids).Contains(one.Id))
            .ToDictionaryAsync(one => one.Id, one => (one.UnitId, one.CampaignId));
        foreach (var ask in over)
        {
            ask.Settle();
            var (unit, campaign) = places[ask.AssignmentId];
            db.RecordByJob(tenantId, unit, new MatterSettled(new Subject(Matter, ask.AssignmentId, unit)), now, campaign);
        }
    }
}
