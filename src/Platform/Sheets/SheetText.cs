using System.Text;
using System.Text.RegularExpressions;

namespace Wuzha.Platform.Sheets;

/// <summary>The small print of text in an Excel file.</summary>
internal static partial class SheetText
{
    public const int MaxCellLength = 32_767;
    private const string Cut = "…（后文过长，已省略）";
    private const int MaxNameLength = 31;

    /// <summary>What may stand in a cell: no control characters, no broken surrogates, line ends as one LF, at most what Excel holds.</summary>
    public static string Clean(string text)
    {
        if (text.Length <= MaxCellLength && IsClean(text))
            return text;

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else if (text[i] == '\r')
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (IsAllowed(text[i]))
                clean.Append(text[i]);
        }

        // Excel reads _x0041_ as "A"; an escaped underscore keeps the letters that somebody typed.
        var whole = Escaped().Replace(clean.ToString(), "_x005F_");
        if (whole.Length <= MaxCellLength)
            return whole;

        var end = MaxCellLength - Cut.Length;
        return whole[..(char.IsHighSurrogate(whole[end - 1]) ? end - 1 : end)] + Cut;
    }

    /// <summary>A sheet's name as Excel takes it, other than those taken.</summary>
    public static string SheetName(string wanted, IReadOnlyCollection<string> taken)
    {
        var name = new string([.. wanted.Where(c => IsAllowed(c) && c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\n' or '\t'))]);
        name = name.Trim().Trim('\'').Trim();
        if (name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase))
            name = "表格" + name;

        var result = Short(name, MaxNameLength);
        for (var n = 2; taken.Contains(result, StringComparer.OrdinalIgnoreCase); n++)
            result = $"{Short(name, MaxNameLength - 5)}（{n}）";
        return result;
    }

    /// <summary>A, B … Z, AA …; <paramref name="index"/> from 0.</summary>
    public static string Letters(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>How many narrow characters wide the longest line is: a Chinese character takes two.</summary>
    public static int Width(string text)
    {
        var (widest, line) = (0, 0);
        foreach (var c in text)
        {
            line = c == '\n' ? 0 : line + (c < 0x2000 ? 1 : 2);
            widest = Math.Max(widest, line);
        }
        return widest;
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
            if (c == '_' || char.IsSurrogate(c) || !IsAllowed(c))
                return false;
        return true;
    }

    private static bool IsAllowed(char c) => c is '\t' or '\n' || c >= ' ' && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF' or '\u007F');

    private static string Short(string name, int length) => name.Length <= length ? name : name[..length];

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escaped();
}
