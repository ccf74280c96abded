using System.Text.RegularExpressions;
using Wuzha.PlanReading.Structure;

namespace Wuzha.PlanReading.Envelope;

/// <summary>The plan's own title: between 《》 after 印发, or the lines over the text that end in 方案.</summary>
internal sealed partial class TitleReader(string text, string plain, IReadOnlyList<Block> lines)
{
    private const int MostLines = 4;

    public string? Read() => Alone(startAt: 0) ?? Quoted() ?? Announced();

    /// <summary>The last title line before the text wins over the letter's: 关于印发…的通知 is the letter.</summary>
    private string? Alone(int startAt)
    {
        for (var i = startAt; i < lines.Count && i < 60; i++)
        {
            var words = Words(i);
            if (!EndsAsTitle().IsMatch(words) || IsSentence(words) || lines[i].Level > 0)
                continue;
            var title = WithLinesAbove(i);
            if (
                !title.Contains("印发", StringComparison.Ordinal)
                && !title.Contains("通知", StringComparison.Ordinal)
                && title.Length is >= 4 and <= 80
            )
                return title;
        }
        return null;
    }

    private string WithLinesAbove(int last)
    {
        var first = last;
        while (first > 0 && last - first < MostLines - 1 && Continues(first))
            first--;
        return string.Concat(Enumerable.Range(first, last - first + 1).Select(Raw));
    }

    /// <summary>A line that ends in the middle of a title: short, without a mark, no office, number or day.</summary>
    private bool Continues(int at)
    {
        var (here, above) = (Words(at), Words(at - 1));
        if (IsSentence(above) || lines[at - 1].Level > 0 || above.Length > 40 || NoPart().IsMatch(above))
            return false;
        return here.Length <= 4 || !AuthorityReader.IsOffice(above) && !StartsWhole().IsMatch(here);
    }

    private string? Quoted()
    {
        var joined = string.Concat(lines.Take(20).Select(block => block.Line.Of(text).Trim()));
        var match = Issued().Match(joined);
        return match.Success ? match.Groups["title"].Value : null;
    }

    /// <summary>A page copied from a site names the plan in its first line only.</summary>
    private string? Announced()
    {
        for (var i = 0; i < lines.Count && i < 6; i++)
            if (Words(i) is { Length: >= 6 and <= 50 } words && words.Contains("方案", StringComparison.Ordinal) && !IsSentence(words))
                return Raw(i);
        return null;
    }

    private string Words(int at) => Squeeze(lines[at].Line.Of(plain));

    private string Raw(int at) => Squeeze(lines[at].Line.Of(text)).Trim('#', '*', '《', '》');

    private static string Squeeze(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));

    private static bool IsSentence(string words) => words.IndexOfAny(['。', '；', '：', '，', '>', '|', '\t']) >= 0;

    [GeneratedRegex(
        "(方案|实施细则|工作计划|活动计划|工作要点|行动计划|宣传计划|实施意见|工作安排|任务清单|考核办法|工作报告|工作总结|活动策划书?|预案|活动安排|宣传安排|活动通知|分工表|责任清单|实施办法)》?(（[^）]{1,12}）)?(篇[0-9一二三四五六七八九十]+|[0-9])?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex EndsAsTitle();

    [GeneratedRegex("〔[0-9]{4}〕|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|^附件|印发$|^—+$|^（.*）$|文件$", RegexOptions.NonBacktracking)]
    private static partial Regex NoPart();

    [GeneratedRegex("^[^，]{4,}(街道|镇|乡|县|区|局|公司|学校|中学|小学|银行|支行|社区|村)[^，]{6,}$|^关于", RegexOptions.NonBacktracking)]
    private static partial Regex StartsWhole();

    [GeneratedRegex("印发[《〈<](?<title>[^》〉]{4,60})[》〉>]", RegexOptions.NonBacktracking)]
    private static partial Regex Issued();
}
