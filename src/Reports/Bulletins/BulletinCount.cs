using Wuzha.Duties.Exports;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>Counts a bulletin: its figures as they stand at the moment of the question.</summary>
internal static class BulletinCount
{
    public static async Task<BulletinFigures> Of(Db db, BulletinHere here)
    {
        var places = await BulletinPlaces.Load(db, here);
        var lines = await MonthLines.Of(db, here, places);
        var asked = lines.Where(line => line.IsOfMonth).ToList();
        return new BulletinFigures
        {
            AsOf = here.Now,
            IsRunning = !here.Month.IsOver(here.Today),
            UnitId = here.Unit.Id,
            UnitName = here.Unit.Name,
            Units = asked.Where(line => line.Standing.State != StandingState.Waived).DistinctBy(line => line.UnitId).Count(),
            Campaigns = [.. lines.Select(line => line.CampaignId).Distinct()],
            Duties = Duties(asked),
            ByUnit = Units(asked),
            Receipts = await BulletinDirectives.Receipts(db, here, places),
            Relays = await BulletinDirectives.Relays(db, here, places),
            Urgent = Urgent(lines, here.Today.Year),
        };
    }

    public static DutySum Sum(IEnumerable<MonthLine> lines)
    {
        var (met, late, overdue, open, waived) = (0, 0, 0, 0, 0);
        foreach (var line in lines)
            _ = line.Standing.State switch
            {
                StandingState.Met => met++,
                StandingState.MetLate => late++,
                StandingState.Overdue => overdue++,
                StandingState.Waived => waived++,
                _ => open++,
            };
        return new DutySum(met, late, overdue, open, waived);
    }

    /// <summary>By campaign and number. The name is that of the latest form.</summary>
    private static List<DutyFigures> Duties(List<MonthLine> lines)
    {
        var several = lines.DistinctBy(line => line.CampaignId).Count() > 1;
        return
        [
            .. lines
                .GroupBy(line => (line.CampaignId, line.Number))
                .Select(duty => (Latest: duty.MaxBy(line => line.DutyFromOn)!, Sum: Sum(duty)))
                .OrderBy(duty => duty.Latest.CampaignName, StringComparer.Ordinal)
                .ThenBy(duty => duty.Latest.CampaignId)
                .ThenBy(duty => duty.Latest.Number)
                .Select(duty => new DutyFigures(
                    duty.Latest.DutyId,
                    several ? $"{duty.Latest.Name}（{duty.Latest.CampaignName}）" : duty.Latest.Name,
                    duty.Sum
                )),
        ];
    }

    private static List<UnitFigures> Units(List<MonthLine> lines) =>
        [
            .. lines
                .GroupBy(line => (line.RowId, line.RowName))
                .Select(row => new UnitFigures(row.Key.RowId, row.Key.RowName, row.Any(line => line.UnitId != line.RowId), Sum(row))),
        ];

    /// <summary>What is overdue now, unit by unit in their own order: nobody is ranked.</summary>
    private static List<UrgentFigures> Urgent(IReadOnlyList<MonthLine> lines, int year) =>
        [
            .. lines
                .Where(line => line.Standing.State == StandingState.Overdue)
                .GroupBy(line => (line.RowId, line.RowName))
                .Select(row => new UrgentFigures(
                    row.Key.RowId,
                    row.Key.RowName,
                    [.. row.GroupBy(line => (line.CampaignId, line.Number)).OrderBy(duty => duty.Key.Number).Select(duty => Hurry([.. duty], year))]
                )),
        ];

    private static UrgentDuty Hurry(List<MonthLine> lines, int year)
    {
        var (last, title) = (lines.MaxBy(line => line.Standing.Period.DueOn)!, lines.MaxBy(line => line.DutyFromOn)!);
        var units = lines.DistinctBy(line => line.UnitId).Count();
        var due = BulletinWords.Day(last.Standing.Period.DueOn, year);
        return units > 1 ? new UrgentDuty(title.DutyId, title.Title, $"{units} 个单位没有完成", null, null)
            : lines.Count > 1
                ? new UrgentDuty(title.DutyId, title.Title, $"{lines.Count} 期没有完成，最近一期应于{due}前完成", last.AssignmentId, null)
            : new UrgentDuty(
                title.DutyId,
                title.Title,
                $"应于{due}前完成，已完成 {last.Standing.Value:#,0} / {last.Standing.Required:#,0}",
                last.AssignmentId,
                last.Standing.Period.FromOn
            );
    }
}
