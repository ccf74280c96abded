using System.Text.RegularExpressions;

namespace Wuzha.PlanReading.Envelope;

/// <summary>Who issues a plan, where no signature says it: the office or place that the title or the first lines begin with.</summary>
internal static partial class AuthorityReader
{
    public static bool IsOffice(string name) =>
        name.Length is >= 3 and <= 40
        && Office().IsMatch(name)
        && name.IndexOfAny(['。', '，', '：', '；', '、', '《', '关']) < 0
        && !name.EndsWith("方案", StringComparison.Ordinal);

    public static string? FromWords(string? title, string plain)
    {
        if (title is not null && Place().Match(title) is { Success: true } inTitle)
            return inTitle.Value;
        var head = plain[..Math.Min(plain.Length, 4000)];
        if (Founded().Match(head) is { Success: true } founded)
            return founded.Groups["place"].Value;
        return Decided().Match(head) is { Success: true } decided ? decided.Groups["who"].Value : null;
    }

    [GeneratedRegex(
        "(委员会|人民政府|办事处|办公室|领导小组|工作领导组|指挥部|公安局|分局|派出所|局|委|银行|支行|分行|公司|学校|中学|小学|幼儿园|学院|大学|医院|社区|村委会|居委会|村|厅|联社|集团|中心|中心校|厂|管委会|联席会议|工会|妇联|团委|大队|支队)$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Office();

    [GeneratedRegex(
        "^[^0-9，。关于XX“《]{2,18}?(街道办事处|人民政府|街道|派出所|公安局|银行[^防反全开打0-9]{0,8}支行|农商银行|支行|分行|农商行|公司|中学|小学|幼儿园|学校|学院|大学|医院|社区|开发区|园区|县|镇|乡|区|市|村|局)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Place();

    [GeneratedRegex(
        "成立(?<place>[^，。；成立X]{2,12}?(街道|镇|乡|县|开发区|社区|村|学校|中学|小学|局|支行|公司|区))[^，。；]{0,30}(领导小组|领导组|专班|工作组)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Founded();

    [GeneratedRegex("经(?<who>[^，。；经]{2,10}?)(党委|党组)?(研究|会议|同意)", RegexOptions.NonBacktracking)]
    private static partial Regex Decided();
}
