using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

/// <summary>
/// Says, at most once a day for each unit, that its roster is missing: on the working day before the deadline and on working days after it. Comes round
/// every hour and speaks in office hours only, so that nothing is called for at night.
/// </summary>
internal static class RemindRosters
{
    internal static async Task Run(IServiceProvider services, Db db, JobRun job)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var calendar = await TenantCalendar.Load(db, job.TenantId);
        if (!calendar.IsWorkingTime(now.UtcDateTime))
            return;

        var today = LocalDay.Of(now.UtcDateTime);
        var campaigns = await db.Set<Campaign>()
            .Where(campaign =>
                campaign.TenantId == job.TenantId
                && campaign.StartedAt != null
                && campaign.EndedAt == null
                && campaign.UntilOn >= today
                && campaign.RostersDueOn != null
            )
            .ToListAsync();
        foreach (var campaign in campaigns.Where(one => RosterReminder.IsDue(calendar, one.RostersDueOn!.Value, today)))
            await Remind(db, campaign, today, now);
        await db.SaveChangesAsync();
    }

    private static async Task Remind(Db db, Campaign campaign, DateOnly today, DateTimeOffset now)
    {
        var unfiled = await db.Set<Roster>()
            .Where(roster =>
                roster.TenantId == campaign.TenantId
                && roster.CampaignId == campaign.Id
                && roster.AskedFactId != null
                && roster.FiledFactId == null
                && (roster.RemindedOn == null || roster.RemindedOn < today)
            )
            .ToListAsync();
        foreach (var roster in unfiled)
        {
            roster.Reminded(today);
            var fact = new RosterUnfiled(campaign.Id, roster.UnitId, campaign.IssuingUnitId, campaign.RostersDueOn!.Value, today);
            db.RecordByJob(campaign.TenantId, campaign.IssuingUnitId, fact, now.UtcDateTime, campaign.Id);
        }
    }
}
