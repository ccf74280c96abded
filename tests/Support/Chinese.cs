using System.Text.RegularExpressions;

namespace Wuzha.Support;

/// <summary>What Chinese on the screen must look like: no English words, Chinese punctuation.</summary>
public static partial class Chinese
{
    /// <summary>Names that people here write in Latin letters themselves.</summary>
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        "Excel",
        "Word",
        "WPS",
        "PDF",
        "QR",
        "Office",
        "ID",
        "IP",
        "URL",
        "APP",
        "App",
        "VPN",
        "SIM",
        "ATM",
        "LED",
        "USB",
        "Wi",
        "Fi",
        "CSV",
        "ZIP",
        "KB",
        "MB",
        "GB",
        "PNG",
        "JPG",
        "JPEG",
        "SQLite",
        "PostgreSQL",
        "Windows",
        "Chrome",
        "Edge",
        "Android",
        "HTTPS",
        "UTF",
        "TXT",
        "UKey",
        "SM",
        "SHA",
        "HMAC",
        "TOTP",
        "Tab",
        "Enter",
        "Esc",
        "Shift",
        "Ctrl",
        "xls",
        "GBK",
    };

    /// <summary>Everything wrong with a text that people read; empty when nothing is.</summary>
    public static IEnumerable<string> Faults(string text)
    {
        // Placeholders {name}, date patterns and file endings .xlsx are no words; neither are addresses and example values like wuzha.example.
        var plain = DatePattern().Replace(Code().Replace(text, " "), " ");
        foreach (Match word in LatinWord().Matches(plain))
            if (!Allowed.Contains(word.Value))
                yield return $"English word “{word.Value}”";
        foreach (Match mark in NarrowMark().Matches(plain))
            yield return $"narrow punctuation “{mark.Value}”";
        if (plain.Contains("...", StringComparison.Ordinal))
            yield return "“...” instead of ……";
    }

    public static bool IsIn(string text) => Any().IsMatch(text);

    [GeneratedRegex(@"</?[a-zA-Z][^>]*>|\{[A-Za-z]+\}|\.[a-z]{3,4}\b|https?://\S+|[\w.-]+@[\w.-]+|\b[\w-]+\.example(\.\w+)?\b|&[a-z]+;")]
    private static partial Regex Code();

    [GeneratedRegex("(?<![A-Za-z])[yMdHmsf]+(?![A-Za-z])")]
    private static partial Regex DatePattern();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex LatinWord();

    [GeneratedRegex("[\u4e00-\u9fff][,;:!?()\"']|[,;!?()\"'][\u4e00-\u9fff]|[\u4e00-\u9fff]\\.(?=\\s|$)")]
    private static partial Regex NarrowMark();

    [GeneratedRegex("[\u4e00-\u9fff]")]
    private static partial Regex Any();
}
