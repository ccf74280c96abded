using System.Text;
using System.Text.RegularExpressions;

namespace Wuzha.Platform.Imports;

/// <summary>Heads of columns made comparable.</summary>
internal static partial class HeadText
{
    /// <summary>Without spaces, marks and width: “＊人 口 数（人）：” becomes 人口数(人).</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Select(HalfWidth))
            if (!char.IsWhiteSpace(c) && c is not ('*' or ':' or '、' or ',' or '.' or '。' or '/' or '-' or '"' or '“' or '”' or '_' or '#' or '★'))
                plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }

    // Not by Normalize: without ICU (InvariantGlobalization) it leaves everything but ASCII as it is.
    private static char HalfWidth(char c) =>
        c switch
        {
            >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
            '\u3000' => ' ',
            _ => c,
        };

    /// <summary>Also without what stands in brackets: units, hints.</summary>
    public static string WithoutBrackets(string plain) => Brackets().Replace(plain, "");

    [GeneratedRegex(@"[(（\[【〔{][^)）\]】〕}]*[)）\]】〕}]")]
    private static partial Regex Brackets();
}
