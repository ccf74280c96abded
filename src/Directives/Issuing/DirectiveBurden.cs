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
        var (begin, end) = (LocalDay.Start(question.From), LocalDay.Start(question.To.AddDays(1)));
        var rows = await (
            from receipt in question.Db.Set<Receipt>()
            join directive in question.Db.Set<Directive>()
                on new { receipt.TenantId, receipt.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
            where
                receipt.TenantId == question.TenantId
                && question.Units.Contains(receipt.UnitId)
                && directive.IssuedAt >= begin
                && directive.IssuedAt < end
                && directive.WithdrawnAt == null
            select new
            {
                receipt.UnitId,
                directive.IssuedAt,
                directive.Minutes,
            }
        ).ToListAsync();
        return
        [
            .. rows.GroupBy(row => (row.UnitId, Week: BurdenQuestion.WeekOf(LocalDay.Of(row.IssuedAt!.Value))))
                .Select(week => new BurdenLine(week.Key.UnitId, week.Key.Week, new BurdenSum(week.Count(), week.Sum(row => row.Minutes), 0))),
        ];
    }
}
