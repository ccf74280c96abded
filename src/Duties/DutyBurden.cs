using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Guard.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Duties;

/// <summary>
/// 到期任务 as a burden: each period of a duty asks in the week of its last day in time, the minutes of its kind for each time it is asked. Rosters are counted
/// where they are asked for. A campaign that its office has ended asks nothing any more, also looking back.
/// </summary>
internal static class DutyBurden
{
    /// <summary>Counted by Organisation's own source.</summary>
    private const string Roster = "roster";

    public static readonly BurdenSource Source = new(
        "duties.due",
        "到期的任务",
        "按任务类别估计每次用时，例如入户走访 240 分钟、推送宣传 10 分钟；要附件的不算必须上传。",
        Read,
        (unit, _, _) => $"/units/{unit}/duties"
    );

    private static async Task<IReadOnlyList<BurdenLine>> Read(BurdenQuestion question)
    {
        var (db, tenant, units) = (question.Db, question.TenantId, question.Units);
        var paths = await db.Units.Where(unit => unit.TenantId == tenant && units.Contains(unit.Id)).Select(unit => unit.Path).ToListAsync();
        if (Scope.Around(paths) is not { } scope)
            return [];

        var lines = new List<BurdenLine>();
        foreach (var campaign in await CampaignQuestions.Running(db, tenant, question.From))
        {
            var kinds = await Kinds(db, tenant, campaign.Id);
            var standings = await Standings.For(
                db,
                tenant,
                new StandingQuestion
                {
                    Campaign = new DutyCampaign(campaign.Id, campaign.IssuingUnitId, campaign.FromOn, campaign.UntilOn),
                    Today = question.To,
                    FromOn = question.From,
                    UntilOn = question.To,
                    Scope = scope,
                }
            );
            lines.AddRange(
                standings
                    .Where(standing => units.Contains(standing.UnitId) && kinds[standing.DutyId].Kind != Roster)
                    .Where(standing => standing.Period.DueOn >= question.From && standing.Period.DueOn <= question.To)
                    .Select(standing => new BurdenLine(
                        standing.UnitId,
                        BurdenQuestion.WeekOf(standing.Period.DueOn),
                        Sum(kinds[standing.DutyId].Kind, (int)standing.Period.Asks(kinds[standing.DutyId].Times))
                    ))
            );
        }
        return
        [
            .. lines.GroupBy(line => (line.UnitId, line.Week)).Select(week => week.Aggregate((one, other) => one with { Sum = one.Sum + other.Sum })),
        ];
    }

    private static BurdenSum Sum(string kind, int asks) => new(asks, asks * KindMeasures.Of(kind).Minutes, 0);

    private static Task<Dictionary<Guid, (string Kind, int Times)>> Kinds(Db db, string tenant, Guid campaign) =>
        db.Set<Duty>()
            .Where(duty => duty.TenantId == tenant && duty.CampaignId == campaign)
            .Select(duty => new
            {
                duty.Id,
                duty.Kind,
                duty.Times,
            })
            .ToDictionaryAsync(duty => duty.Id, duty => (duty.Kind, duty.Times));
}
