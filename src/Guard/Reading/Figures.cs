using System.Text.RegularExpressions;
using Wuzha.PlanReading.Text;

namespace Wuzha.Guard.Reading;

/// <summary>What the grammar calls @percent, @count, @minutes and @late. Each recogniser runs once over the text, without backtracking.</summary>
internal static partial class Figures
{
    public static readonly IReadOnlyDictionary<string, Regex> ByName = new Dictionary<string, Regex>(StringComparer.Ordinal)
    {
        ["@percent"] = Percent(),
        ["@count"] = Count(),
        ["@minutes"] = Minutes(),
        ["@late"] = Late(),
    };

    /// <summary>Where each recogniser hits; <paramref name="idOf"/> gives the word that stands for it.</summary>
    public static IEnumerable<WordHit> Find(string plain, Func<string, int> idOf) =>
        ByName.SelectMany(figure =>
            figure.Value.Matches(plain).Select(match => new WordHit(idOf(figure.Key), match.Index, match.Index + match.Length))
        );

    [GeneratedRegex("[0-9]{1,3}(\\.[0-9]+)?%|百分之[一二三四五六七八九十百]{1,4}|[一二三四五六七八九]成(以上)?", RegexOptions.NonBacktracking)]
    private static partial Regex Percent();

    [GeneratedRegex("([0-9]{1,6}|[一二两三四五六七八九十百千万]{1,4})(次|条|张|个赞|遍|篇|人次|名以上|户以上)", RegexOptions.NonBacktracking)]
    private static partial Regex Count();

    [GeneratedRegex("([0-9]{1,3}|[一二两三五十半]{1,3})(分钟|个?小时)(之|以)?内", RegexOptions.NonBacktracking)]
    private static partial Regex Minutes();

    /// <summary>From eight in the evening to six in the morning.</summary>
    [GeneratedRegex(
        "(20|21|22|23|24)(:[0-9]{2}|时|点)|(晚上?|夜里|夜间)([89]|1[0-2]|八|九|十|十一|十二)(:[0-9]{2}|时|点)|0[0-5]:[0-9]{2}",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Late();
}
