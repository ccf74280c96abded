namespace Wuzha.Platform.Imports;

/// <summary>
/// Columns that no import takes: what the rules against formalism forbid to collect and to assess (domain.md §12; 国办函〔2026〕12号), and what
/// nobody needs to hold (PIPL art. 6). The module Guard knows the same rules for plans and configurations; this row cannot ask it, so a test there holds
/// that Guard refuses every word of this list.
/// </summary>
internal static class ForbiddenColumns
{
    private const string Rule = "《政务移动互联网应用程序规范化管理办法》（国办函〔2026〕12号）";

    private static readonly (string[] Words, string Why)[] Refused =
    [
        (
            ["安装率", "安装量", "安装数", "是否安装", "注册率", "注册量", "注册数", "下载率", "下载量", "日活", "活跃度", "使用率"],
            "禁止考核、通报应用的安装率和使用率"
        ),
        (["打卡", "积分", "在线时长", "学习时长"], "禁止打卡签到、积分排名、在线时长这类要求"),
        (["点赞", "转发量", "转发率", "阅读率", "已读率"], "禁止把点赞、转发、阅读数作为考核依据"),
        (["轨迹", "定位"], "禁止要求上传工作轨迹"),
    ];

    /// <summary>What a head may not contain.</summary>
    internal static IEnumerable<string> Words => Refused.SelectMany(kind => kind.Words);

    /// <summary>The sentence against a column's head; null when it may be there.</summary>
    public static string? Why(string head)
    {
        var plain = HeadText.Plain(head);
        return Array.Find(Refused, kind => Array.Exists(kind.Words, word => plain.Contains(word, StringComparison.Ordinal))) is { Why: { } why }
            ? $"“{head}”一列不能导入：{Rule}{why}。请删去这一列再上传。"
            : null;
    }

    /// <summary>An identity number: left out, and the person is told so.</summary>
    public static bool IsIdentity(string head) =>
        HeadText.Plain(head) is var plain
        && (plain.Contains("身份证", StringComparison.Ordinal) || plain.Contains("证件号", StringComparison.Ordinal));
}
