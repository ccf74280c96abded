using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;

namespace Wuzha.Duties.Lists;

/// <summary>Duties by words of their title or of the plan's sentence, as far as somebody in the viewer's scope issued or owes them.</summary>
internal static class FindDuties
{
    public static async Task<IReadOnlyList<Found>> Find(SearchQuestion ask)
    {
        var (db, tenant, scope, words) = (ask.Db, ask.Viewer.TenantId, ask.Viewer.Scope, ask.Words);
        var duties = await db.Set<Duty>()
            .Where(duty => duty.TenantId == tenant && duty.EndedOn == null && (duty.Title.Contains(words) || duty.Source.Contains(words)))
            .Where(duty =>
                db.Units.Any(unit =>
                    unit.TenantId == tenant
                    && unit.Path.CompareTo(scope.From) >= 0
                    && unit.Path.CompareTo(scope.To) < 0
                    && (
                        unit.Id == duty.IssuingUnitId
                        || db.Set<DutyAssignment>().Any(one => one.TenantId == tenant && one.DutyId == duty.Id && one.UnitId == unit.Id)
                    )
                )
            )
            .OrderByDescending(duty => duty.FromOn)
            .ThenBy(duty => duty.Number)
            .Take(ask.Most)
            .Select(duty => new
            {
                duty.Id,
                duty.CampaignId,
                duty.Number,
                duty.Title,
            })
            .ToListAsync();
        if (duties.Count == 0)
            return [];

        var campaigns = (await CampaignQuestions.Known(db, ask.Viewer, ask.Today)).ToDictionary(campaign => campaign.Id, campaign => campaign.Name);
        return
        [
            .. duties
                .Where(duty => campaigns.ContainsKey(duty.CampaignId))
                .Select(duty => new Found($"{duty.Number}. {duty.Title}", $"/duties/{duty.Id}", campaigns[duty.CampaignId])),
        ];
    }
}
