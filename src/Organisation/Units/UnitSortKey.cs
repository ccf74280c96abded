using System.Text;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Units;

/// <summary>
/// The key by which units of one parent stand in order: kind first, then the name with its numbers (第二、第十、12) padded, so that 第十网格 follows
/// 第九网格.
/// </summary>
internal static class UnitSortKey
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(string kind, string name)
    {
        var key = new StringBuilder($"{UnitKinds.Of(kind).Order:00} ");
        for (var i = 0; i < name.Length; )
        {
            var end = i;
            while (end < name.Length && IsNumeral(name[end]))
                end++;
            if (end == i)
                key.Append(name[i++]);
            else
            {
                key.Append(Number(name[i..end]).PadLeft(6, '0'));
                i = end;
            }
        }
        return key.Length > 120 ? key.ToString(0, 120) : key.ToString();
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || Digits.Contains(c) || c is '十' or '百';

    /// <summary>Up to 999 in Chinese numerals; a run that is no such number (一一, 十十) keeps its digits one by one.</summary>
    private static string Number(string run)
    {
        if (run.All(char.IsAsciiDigit))
            return run;
        if (!run.Any(c => c is '十' or '百') || run.Any(char.IsAsciiDigit))
            return string.Concat(
                run.Select(c =>
                    char.IsAsciiDigit(c) ? c.ToString()
                    : Digits.IndexOf(c) is >= 0 and var digit ? digit.ToString()
                    : ""
                )
            );

        var (total, digitSoFar) = (0, 0);
        foreach (var c in run)
            if (c is '十' or '百')
            {
                total += Math.Max(1, digitSoFar) * (c == '十' ? 10 : 100);
                digitSoFar = 0;
            }
            else
                digitSoFar = Digits.IndexOf(c);
        return (total + digitSoFar).ToString();
    }
}
