using Wuzha.Duties.Lists;
using Wuzha.Platform.Listings;

namespace Wuzha.Duties.Board;

/// <summary>The columns of the board: every number opens the list of what it counts.</summary>
internal static class BoardColumns
{
    /// <param name="name">Head of the first column: 单位 or 任务.</param>
    /// <param name="counted">What the numbers count: 任务 or 单位.</param>
    public static IReadOnlyList<Column<BoardRow>> Of(string name, string counted) =>
        [
            new("name", name, row => row.Name) { Href = row => row.Href, Sort = row => row.Order },
            new("all", counted, row => row.Sum.All) { Number = true, Sort = row => row.Sum.All },
            new("overdue", "逾期", row => row.Sum.Overdue)
            {
                Number = true,
                Sort = row => row.Sum.Overdue,
                Cell = row => BoardCells.Overdue(row.Sum.Overdue, row.HrefOf("overdue")),
                OnCard = true,
            },
            Counted("soon", "7 天内到期", row => row.Sum.Soon, DutyColumns.Soon) with
            {
                Sort = row => row.Sum.Soon,
                OnCard = true,
            },
            Counted("due", "待完成", row => row.Sum.Due, "due") with
            {
                Sort = row => row.Sum.Due,
            },
            Counted("met", "已完成", row => row.Sum.Met, "met") with
            {
                Sort = row => row.Sum.Met,
                OnCard = true,
            },
            Counted("notyet", "未开始", row => row.Sum.NotYet, "notyet") with
            {
                Sort = row => row.Sum.NotYet,
            },
            Counted("waived", "已免除", row => row.Sum.Waived, "waived") with
            {
                Sort = row => row.Sum.Waived,
            },
        ];

    private static Column<BoardRow> Counted(string key, string title, Func<BoardRow, int> count, string state) =>
        new(key, title, row => count(row)) { Number = true, Cell = row => BoardCells.Count(count(row), row.HrefOf(state)) };
}
