using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Groups;

/// <summary>
/// Groups end with their campaign, whether the office ended it or its last day has passed, and stand again when the office resumes it: a group that
/// outlives its purpose is one more place to answer.
/// </summary>
internal static class DissolveWithCampaign
{
    internal static async Task Run(IServiceProvider services, Db db, JobRun job)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var today = LocalDay.Of(now);
        var over = await CampaignQuestions.Over(db, job.TenantId, today);
        var groups = await db.Set<Group>()
            .Where(group =>
                group.TenantId == job.TenantId
                && group.CampaignId != null
                && (
                    group.DissolvedOn == null && over.Contains(group.CampaignId.Value)
                    || group.DissolvedWithCampaign && !over.Contains(group.CampaignId.Value)
                )
            )
            .ToListAsync();
        foreach (var group in groups)
            if (group.IsDissolved)
            {
                if (group.Restore(campaignGoesOn: true).Is(out var dissolved, out _))
                    db.RecordByJob(job.TenantId, group.UnitId, new FactWithdrawn(dissolved), now, group.CampaignId!.Value);
            }
            else
            {
                var fact = new GroupDissolved(group.Id, group.UnitId, WithCampaign: true);
                group.Dissolve(today, db.RecordByJob(job.TenantId, group.UnitId, fact, now, group.CampaignId!.Value), withCampaign: true);
            }
        await db.SaveChangesAsync();
    }
}
