using Wuzha.Duties.Exports;
using Wuzha.Platform.Facts;

namespace Wuzha.Duties.Lists;

/// <summary>How a duty, its amounts and its periods are worded.</summary>
internal static class DutyWords
{
    /// <summary>4月1日至30日, 4月1日至6月30日; the day alone when it is one; over two years with both.</summary>
    public static string Days(DateOnly from, DateOnly until) =>
        from == until ? Day(from)
        : from.Year != until.Year ? $"{from.Year}年{Day(from)}至{until.Year}年{Day(until)}"
        : (from.Year, from.Month) == (until.Year, until.Month) ? $"{Day(from)}至{until.Day}日"
        : $"{Day(from)}至{Day(until)}";

    /// <summary>4月1日</summary>
    public static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";

    /// <summary>Unit of count of one duty: what the amount is a share of, otherwise what its measure counts in.</summary>
    /// <param name="measureUnit">次 of a plain record of work.</param>
    public static string UnitOf(Need need, string measureUnit) =>
        need switch
        {
            { IsPercent: true, Basis: NeedBasis.Households } or { Count: 1, Per: 1, Basis: NeedBasis.Households } => "户",
            { IsPercent: true, Basis: NeedBasis.Grids or NeedBasis.VillagersGroups or NeedBasis.Classes } => "个",
            { IsPercent: true } => "人",
            { Basis: NeedBasis.Groups } => "个群",
            _ => measureUnit,
        };

    /// <summary>The plan's words as they are shown by themselves: a clause does not end in the comma that joined it to the next.</summary>
    public static string Clause(string source) => source.TrimEnd('，', '、', '；');

    /// <summary>How much one period asks of each unit, before the figures of any are known.</summary>
    public static string Amount(Duty duty, string unit) =>
        duty.Need.Basis == NeedBasis.Groups ? $"每个工作群每期 {(long)duty.Need.Count * duty.Times:#,0} 次，每个群都达到才算完成"
        : duty.Need.Basis == NeedBasis.None ? $"每个单位每期 {(long)duty.Need.Count * duty.Times:#,0} {unit}"
        : $"每个单位{duty.Need.Words(unit)}" + (duty.Times > 1 ? $"，每期 {duty.Times} 遍" : "");

    /// <summary>How much one period asks of the unit, and where the amount comes from.</summary>
    public static string Amount(Duty duty, DutyAssignment assignment, string unit)
    {
        if (duty.Need.Basis == NeedBasis.Groups)
            return $"每个工作群每期 {(long)assignment.Needed * duty.Times:#,0} 次，每个群都达到才算完成";

        var whole = $"每期 {(long)assignment.Needed * duty.Times:#,0} {unit}";
        return duty.Need.Basis == NeedBasis.None ? whole
            : assignment.DenominatorOn is { } day ? $"{whole}（{duty.Need.Words(unit)}，按 {day:yyyy-MM-dd} 的数）"
            : $"{whole}（{duty.Need.Words(unit)}）";
    }

    /// <summary>按“工作记录”计数；2026-05-01 起改按“宣讲员参训”计数</summary>
    public static string Counted(Measure measure, IReadOnlyList<DutyBinding> bindings, DateOnly today) =>
        (measure == DutyMeasures.Work ? "由承担单位记录工作，按记录的数量合计" : $"系统按“{measure.Name}”（{measure.Unit}）自动计数，不用另报")
        + (
            bindings.Where(binding => binding.FromOn <= today).Max(binding => (DateOnly?)binding.FromOn) is { } since && bindings.Count > 1
                ? $"，{since:yyyy-MM-dd} 起"
                : ""
        );

    /// <summary>What else the plan says: area, audience, channel, evidence.</summary>
    public static IReadOnlyList<string> Particulars(Duty duty) =>
        [
            .. new[]
            {
                duty.PriorityArea is null ? "" : $"重点区域：{duty.PriorityArea}",
                Listed("对象", duty.Audiences),
                Listed("渠道", duty.Channels),
                Listed("佐证", duty.Evidence),
            }.Where(words => words.Length > 0),
        ];

    /// <summary>What a fact about a duty at a unit means, in a line.</summary>
    public static string Of(Fact fact, IReadOnlyDictionary<Guid, string> names) =>
        fact switch
        {
            DutyAssigned assigned => $"分派，{assigned.FromOn:yyyy-MM-dd} 起承担",
            DutyReassigned moved => $"改派，{moved.FromOn:yyyy-MM-dd} 起生效",
            DutyReleased released => $"{released.FromOn:yyyy-MM-dd} 起不再要求",
            DutyWaived { PeriodOn: { } day } => $"免除 {day:yyyy-MM-dd} 开始的一期",
            DutyWaived => "免除整项任务",
            DutyReturned => "申请退回",
            DutyReturnDecided { IsAccepted: true } => "同意退回",
            DutyReturnDecided => "不同意退回",
            DoerNamed { PersonId: { } person } => $"指定承办人：{names.GetValueOrDefault(person, "未知")}",
            DoerNamed => "收回，不再指定承办人",
            _ => "",
        };

    private static string Listed(string title, IReadOnlyList<string> words) => words.Count == 0 ? "" : $"{title}：{string.Join("、", words)}";
}
