using Wuzha.Duties.Exports;
using Wuzha.Platform.Listings;

namespace Wuzha.Duties.Lists;

/// <summary>The columns and filters that every list of duties has.</summary>
internal static class DutyColumns
{
    internal const string StateFilter = "state";
    internal const string KindFilter = "kind";
    internal const string CampaignFilter = "campaign";

    /// <summary>Value of the state filter for what is due within seven days; the others are the names of <see cref="LineState"/>.</summary>
    internal const string Soon = "soon";

    public static readonly ListFilter States = new(
        StateFilter,
        "状态",
        [("overdue", "逾期"), (Soon, "7 天内到期"), ("due", "待完成"), ("met", "已完成"), ("waived", "已免除"), ("notyet", "未开始")]
    );

    public static ListFilter Kinds(IEnumerable<DutyLine> lines) =>
        new(
            KindFilter,
            "类别",
            [
                .. lines
                    .Select(line => line.Kind)
                    .Distinct()
                    .Select(kind => (kind, KindMeasures.Of(kind).Name))
                    .OrderBy(kind => kind.Name, StringComparer.Ordinal),
            ]
        );

    /// <summary>Those that the filters of the address leave. What a filter does not know leaves nothing out.</summary>
    public static IReadOnlyList<DutyLine> Narrow(IReadOnlyList<DutyLine> lines, ListQuery query)
    {
        var (state, kind) = (query.Filter(StateFilter), query.Filter(KindFilter));
        return
        [
            .. lines
                .Where(line => kind is null || line.Kind == kind)
                .Where(line => Fits(line.Standing, state))
                .Where(line =>
                    query.Search.Length == 0
                    || line.Title.Contains(query.Search, StringComparison.OrdinalIgnoreCase)
                    || line.UnitName.Contains(query.Search, StringComparison.OrdinalIgnoreCase)
                    || line.Doer?.Contains(query.Search, StringComparison.OrdinalIgnoreCase) == true
                ),
        ];
    }

    public static bool Fits(LineStanding standing, string? state) =>
        state == Soon
            ? standing.IsSoon
            : !Enum.TryParse<LineState>(state, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted) || standing.State == wanted;

    public static IReadOnlyList<Column<DutyLine>> All(bool withUnit, bool withTitle, bool withCampaign)
    {
        var columns = new List<Column<DutyLine>>();
        if (withUnit)
            columns.Add(
                new("unit", "单位", line => line.UnitName)
                {
                    Sort = line => line.SortKey,
                    Href = line => line.Href,
                    OnCard = true,
                }
            );
        if (withTitle)
            columns.Add(
                new("title", "任务", line => line.Name)
                {
                    Sort = line => line.Number,
                    Cell = DutyCells.Title,
                    OnCard = true,
                }
            );
        if (withCampaign)
            columns.Add(new("campaign", "专项行动", line => line.CampaignName) { Sort = line => line.CampaignName });
        // Alike in every line of one duty.
        if (withTitle)
        {
            columns.Add(new("kind", "类别", line => line.KindName) { Sort = line => line.KindName });
            columns.Add(new("when", "时间要求", line => line.When));
        }
        columns.AddRange([
            new("period", "本期", line => line.Days) { Sort = line => line.Period == null ? null : line.Period.FromOn },
            new("done", "完成情况", line => line.Done)
            {
                Number = true,
                Cell = DutyCells.Done,
                OnCard = true,
            },
            new("due", "期限", line => line.DueOn) { Sort = line => line.DueOn, OnCard = true },
            new("state", "状态", line => line.StateWords)
            {
                Sort = line => line.Standing.State,
                Cell = DutyCells.State,
                OnCard = true,
            },
            new("doer", "承办人", line => line.Doer) { Sort = line => line.Doer },
        ]);
        return columns;
    }
}
