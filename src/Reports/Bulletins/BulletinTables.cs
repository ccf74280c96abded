using Wuzha.Directives.Exports;
using Wuzha.Platform.Numbers;

namespace Wuzha.Reports.Bulletins;

/// <summary>The tables of a bulletin from its figures, each number with what stands behind it. Pure.</summary>
internal static class BulletinTables
{
    public const string ByDuty = "duties";
    public const string ByUnit = "units";
    public const string Signed = "receipts";
    public const string PassedOn = "relays";

    // The filters behind the columns; the first stands for all.
    private static readonly string[] ReceiptStates = ["", "intime", "late", "returned", "unsigned"];
    private static readonly string[] RelayStates = ["", "sent", "confirmed"];

    /// <param name="address">Of the bulletin.</param>
    /// <param name="isRunning">Whether the month ran when the figures were taken: then what is not yet due has a column.</param>
    public static IReadOnlyList<FigureTable> Of(BulletinFigures figures, BulletinMonth month, string address, bool isRunning) =>
        [
            new(
                ByDuty,
                "各项任务完成情况",
                "任务",
                Heads(isRunning),
                [
                    .. figures.Duties.Select(row => new FigureRow(
                        row.DutyId,
                        row.Name,
                        $"/duties/{row.DutyId}",
                        Cells(row.Sum, $"{address}/standings?duty={row.DutyId}", isRunning)
                    )),
                ]
            )
            {
                Doors = Doors(address, isRunning),
            },
            new(
                ByUnit,
                "各单位任务完成情况",
                "单位",
                Heads(isRunning),
                [
                    .. figures.ByUnit.Select(row => new FigureRow(
                        row.UnitId,
                        row.Name,
                        row.HasBelow ? Below(address, row.UnitId) : $"/units/{row.UnitId}/duties",
                        Cells(row.Sum, $"{address}/standings?unit={row.UnitId}", isRunning)
                    )),
                ]
            )
            {
                Doors = Doors(address, isRunning),
            },
            new(
                Signed,
                "各单位指令签收情况",
                "单位",
                ["下发", "按时签收", "逾期签收", "退回", "未签收"],
                [
                    .. figures.Receipts.Select(row => new FigureRow(
                        row.UnitId,
                        row.Name,
                        $"/units/{row.UnitId}",
                        Cells(
                            [row.Addressed, row.InTime, row.Late, row.Returned, row.Unsigned],
                            $"{address}/receipts?unit={row.UnitId}",
                            ReceiptStates
                        )
                    )),
                ]
            )
            {
                Doors = Behind($"{address}/receipts", ReceiptStates),
            },
            new(
                PassedOn,
                "各单位宣传推送情况",
                "单位",
                ["应推送群次", "已推送", "监督员确认", "打开人数"],
                [
                    .. figures.Relays.Select(row => new FigureRow(
                        row.UnitId,
                        row.Name,
                        $"/units/{row.UnitId}",
                        [
                            .. Cells([row.Asked, row.Sent, row.Confirmed], $"{address}/relays?unit={row.UnitId}", RelayStates),
                            Cell(row.Opens, Opens(row.UnitId, month)),
                        ]
                    )),
                ]
            )
            {
                Doors = [.. Behind($"{address}/relays", RelayStates), Opens(figures.UnitId, month)],
            },
        ];

    /// <summary>The openings of the public pages in a month, from the groups under a unit.</summary>
    public static string Opens(Guid unitId, BulletinMonth month) => OpenNumber.Href(DirectiveMeasures.Opens, unitId, month.FirstOn, month.LastOn);

    public static BulletinSection SectionOf(string table) =>
        table switch
        {
            Signed => BulletinSection.Receipts,
            PassedOn => BulletinSection.Relays,
            _ => BulletinSection.Duties,
        };

    private static IReadOnlyList<string> Heads(bool isRunning) =>
        ["应完成", "按时完成", "逾期完成", "逾期未完成", .. isRunning ? new[] { "还没到期" } : [], "免除"];

    private static IReadOnlyList<FigureCell> Cells(DutySum sum, string address, bool isRunning)
    {
        long[] values = [sum.Asked, sum.Met, sum.MetLate, sum.Overdue, .. isRunning ? new long[] { sum.Open } : [], sum.Waived];
        return [.. values.Zip(States(isRunning), (value, state) => Cell(value, $"{address}&state={state}"))];
    }

    private static IReadOnlyList<string> Doors(string address, bool isRunning) =>
        [.. States(isRunning).Select(state => $"{address}/standings?state={state}")];

    /// <summary>The filters behind the columns, in their order.</summary>
    private static string[] States(bool isRunning) => ["asked", "met", "late", "overdue", .. isRunning ? new[] { "open" } : [], "waived"];

    private static IReadOnlyList<FigureCell> Cells(long[] values, string address, string[] states) =>
        [.. values.Zip(states, (value, state) => Cell(value, state.Length == 0 ? address : $"{address}&state={state}"))];

    private static IReadOnlyList<string> Behind(string address, string[] states) =>
        [.. states.Select(state => state.Length == 0 ? address : $"{address}?state={state}")];

    private static FigureCell Cell(long value, string href) => new(value, value == 0 ? null : href);

    /// <summary>The bulletin of the same month of a unit below.</summary>
    private static string Below(string address, Guid unitId)
    {
        var parts = address.Split('/');
        parts[2] = $"{unitId}";
        return string.Join('/', parts);
    }
}
