using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Exports;
using Wuzha.Platform.Calendar;

namespace Wuzha.Directives.Issuing;

/// <summary>收到的指令 as a burden: each directive asks in the week in which it came, the minutes that its office reckoned. A withdrawn one asks nothing.</summary>
internal static class DirectiveBurden
{
    public static readonly BurdenSource Source = new(
        "directives.received",
        "收到的指令",
        "按下发单位填写的每个单位预计用时计算，撤回的不算。",
        Read,
        (unit, _, _) => $"/units/{unit}/directives"
    );

    private static async Task<IReadOnlyList<BurdenLine>> Read(BurdenQuestion question)
    {
        var rows = await new IssuedIn(question.Db, question.TenantId, question.Units, question.From, question.To)
            .Receipts.Select(one => new
            {
                one.Receipt.UnitId,
                one.Directive.IssuedAt,
                one.Directive.Minutes,
            })
            .ToListAsync();
        return
        [
            .. rows.GroupBy(row => (row.UnitId, Week: BurdenQuestion.WeekOf(LocalDay.Of(row.IssuedAt!.Value))))
                .Select(week => new BurdenLine(week.Key.UnitId, week.Key.Week, new BurdenSum(week.Count(), week.Sum(row => row.Minutes), 0))),
        ];
    }
}
