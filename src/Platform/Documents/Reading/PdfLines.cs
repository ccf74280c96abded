using System.Text;
using System.Text.RegularExpressions;

namespace Wuzha.Platform.Documents.Reading;

/// <summary>Joins the lines of a page again: a full line without a full stop goes on in the next one, and page numbers go.</summary>
internal static partial class PdfLines
{
    public static string Join(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd()).Where(line => !PageNumber().IsMatch(line)).ToList();
        var full = lines.Select(line => line.Trim().Length).DefaultIfEmpty().Max() * 3 / 4;
        var joined = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            joined.Append(lines[i].Trim());
            var goesOn =
                lines[i].Trim().Length >= full
                && i + 1 < lines.Count
                && lines[i + 1].Trim().Length > 0
                && !Ends().IsMatch(lines[i])
                && !Begins().IsMatch(lines[i + 1]);
            if (!goesOn)
                joined.Append('\n');
        }
        return joined.ToString();
    }

    [GeneratedRegex(@"^\s*[-—－]?\s*\d{1,3}\s*[-—－]?\s*$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"[。；：！？]\s*$")]
    private static partial Regex Ends();

    [GeneratedRegex(@"^\s*([一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．]|附件)")]
    private static partial Regex Begins();
}
