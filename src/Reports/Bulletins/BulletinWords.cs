using System.Globalization;
using Wuzha.Platform.Calendar;

namespace Wuzha.Reports.Bulletins;

/// <summary>A piece of a sentence, with what stands behind it when it is a number.</summary>
public sealed record Words(string Text, string? Href = null)
{
    public static implicit operator Words(string text) => new(text);

    public static Words FromString(string text) => new(text);
}

/// <summary>What a bulletin says in sentences. The numbers in them are those of the tables.</summary>
internal static class BulletinWords
{
    private static readonly string[] Places = ["街道", "社区", "镇", "乡", "县", "区", "市", "旗", "村"];

    public static string Title(BulletinFigures figures, BulletinMonth month) => $"{figures.UnitName}{month.Name}防范电信网络诈骗工作情况通报";

    public static string Heading(BulletinSection section) =>
        section switch
        {
            BulletinSection.Duties => "一、任务完成情况",
            BulletinSection.Receipts => "二、指令签收情况",
            BulletinSection.Relays => "三、宣传推送情况",
            _ => "四、需要抓紧的工作",
        };

    /// <summary>What stands where a section has nothing to count.</summary>
    public static string Nothing(BulletinSection section) =>
        section switch
        {
            BulletinSection.Duties => "本月没有到期的任务。",
            BulletinSection.Receipts => "本月没有下发指令。",
            BulletinSection.Relays => "本月没有要求推送宣传内容。",
            _ => "现在没有逾期未完成的任务。",
        };

    /// <summary>What the numbers of a section count.</summary>
    public static string Meaning(BulletinSection section) =>
        section switch
        {
            BulletinSection.Duties => "按期限落在本月的统计，一个单位一项任务一期算一项次；免除的不计入应完成。单位的数字包含它下面的单位。",
            BulletinSection.Receipts => "按本月下发的指令统计，一件指令发给一个单位算一件次。",
            BulletinSection.Relays =>
                "按本月下发的指令要求推送的群统计，一件指令推送到一个群算一群次。打开人数只用来看宣传到没到人，不排名、不考核。",
            _ => "",
        };

    /// <summary>数据截至 2026-11-22 13:05。</summary>
    public static string Freshness(BulletinFigures figures) => (figures.IsRunning ? "本月尚未结束，" : "") + AsOf(figures) + "。";

    /// <summary>数据截至 2026-11-22 13:05</summary>
    public static string AsOf(BulletinFigures figures) =>
        $"数据截至 {LocalDay.Wall(figures.AsOf).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>The three sentences on top.</summary>
    /// <param name="address">Of the bulletin, for what stands behind the numbers.</param>
    public static IReadOnlyList<IReadOnlyList<Words>> Sentences(BulletinFigures figures, BulletinMonth month, string address) =>
        [Duties(figures, month, address), Receipts(figures, address), Relays(figures, month, address)];

    /// <summary>全镇, 全街道, 全村 …; a school or a department by its name.</summary>
    public static string Whole(string unitName) =>
        Array.Find(Places, place => unitName.EndsWith(place, StringComparison.Ordinal)) is { } kind ? $"全{kind}" : unitName;

    /// <summary>90.05 %; halves are rounded up.</summary>
    public static string Rate(long part, long whole) =>
        (Math.Round(100m * part / whole, 2, MidpointRounding.AwayFromZero)).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    /// <summary>10月31日, of another year with the year.</summary>
    public static string Day(DateOnly day, int year) => (day.Year == year ? "" : $"{day.Year}年") + $"{day.Month}月{day.Day}日";

    private static List<Words> Duties(BulletinFigures figures, BulletinMonth month, string address)
    {
        var sum = figures.Sum;
        Words Door(int count, string state) => new(Number(count), count == 0 ? null : $"{address}/standings?state={state}");

        if (sum.Asked + sum.Waived == 0)
            return [$"{month.FirstOn.Month}月，{Whole(figures.UnitName)}没有到期的任务。"];
        var words = new List<Words> { $"{month.FirstOn.Month}月，{Whole(figures.UnitName)}" };
        if (figures.ByUnit.Count > 1 || figures.ByUnit.Any(unit => unit.HasBelow))
            words.AddRange([" ", new Words(Number(figures.Units), "#units"), " 个单位"]);
        words.AddRange(["应完成任务 ", Door(sum.Asked, "asked"), " 项次"]);
        if (sum.Asked > 0)
            words.AddRange(["，按时完成 ", Door(sum.Met, "met"), $" 项次（{Rate(sum.Met, sum.Asked)}）"]);
        words.AddRange(["，逾期完成 ", Door(sum.MetLate, "late"), " 项次，逾期未完成 ", Door(sum.Overdue, "overdue"), " 项次"]);
        if (figures.IsRunning)
            words.AddRange(["，还没到期 ", Door(sum.Open, "open"), " 项次"]);
        if (sum.Waived > 0)
            words.AddRange(["；另有 ", Door(sum.Waived, "waived"), " 项次免除，不计入"]);
        words.Add("。");
        return words;
    }

    private static List<Words> Receipts(BulletinFigures figures, string address)
    {
        var rows = figures.Receipts;
        var (addressed, inTime) = (rows.Sum(row => row.Addressed), rows.Sum(row => row.InTime));
        Words Door(int count, string state) => new(Number(count), count == 0 ? null : $"{address}/receipts{state}");

        if (addressed == 0)
            return [Nothing(BulletinSection.Receipts)];
        return
        [
            "本月下发指令 ",
            Door(addressed, ""),
            " 件次，按时签收 ",
            Door(inTime, "?state=intime"),
            $" 件次（{Rate(inTime, addressed)}），逾期签收 ",
            Door(rows.Sum(row => row.Late), "?state=late"),
            " 件次，退回 ",
            Door(rows.Sum(row => row.Returned), "?state=returned"),
            " 件次，未签收 ",
            Door(rows.Sum(row => row.Unsigned), "?state=unsigned"),
            " 件次。",
        ];
    }

    private static List<Words> Relays(BulletinFigures figures, BulletinMonth month, string address)
    {
        var rows = figures.Relays;
        var (asked, sent, opens) = (rows.Sum(row => row.Asked), rows.Sum(row => row.Sent), rows.Sum(row => row.Opens));
        Words Door(int count, string state) => new(Number(count), count == 0 ? null : $"{address}/relays{state}");

        if (asked == 0)
            return [Nothing(BulletinSection.Relays)];
        return
        [
            "本月应推送 ",
            Door(asked, ""),
            " 群次，已推送 ",
            Door(sent, "?state=sent"),
            $" 群次（{Rate(sent, asked)}），监督员确认 ",
            Door(rows.Sum(row => row.Confirmed), "?state=confirmed"),
            " 群次，打开 ",
            new Words(Number(opens), opens == 0 ? null : BulletinTables.Opens(figures.UnitId, month)),
            " 人次。",
        ];
    }

    private static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
