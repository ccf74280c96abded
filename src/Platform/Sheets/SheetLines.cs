using System.Text;

namespace Wuzha.Platform.Sheets;

/// <summary>Text with commas, tabs or semicolons between its fields, as Excel and WPS write it (RFC 4180 with real life around it).</summary>
internal static class SheetLines
{
    private const int MaxFieldLength = 100_000;
    private static readonly char[] Delimiters = [',', '\t', ';', '|', '，'];

    public static Result<SheetBook> Read(byte[] bytes)
    {
        if (Decoded(bytes) is not { } text)
            return SheetRefusals.BrokenText;

        var delimiter = Delimiter(text);
        var lines = new List<SheetLine>();
        var cells = new List<SheetCell>();
        var at = 0;
        for (var number = 1; at < text.Length; number++)
        {
            if (Line(text, ref at, delimiter, cells) is { } refusal)
                return refusal;
            while (cells.Count > 0 && cells[^1].IsEmpty)
                cells.RemoveAt(cells.Count - 1);
            if (cells.Count == 0)
                continue;
            if (lines.Count == SheetReader.MaxRows)
                return SheetRefusals.TooManyRows;
            lines.Add(new SheetLine(number, cells.ToArray()));
        }

        // One column of words is a letter, not a table; a table of one column has at least a head and short rows.
        if (lines.Count > 0 && lines.All(line => line.Cells.Count == 1) && lines.Exists(line => line[0].Text.Length > 60))
            return SheetRefusals.NotASheet;
        return new SheetBook(lines.Count == 0 ? [] : [new SheetTable("文本", lines)], []);
    }

    /// <summary>Without leading, trailing, full-width and non-breaking spaces and what cannot be seen; line ends as LF.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u00A0' or '\u3000' or '\t' or '\u2002' or '\u2003' or '\u2009')
                tidy.Append(' ');
            else if (
                c == '\n'
                || !char.IsControl(c) && c is not ('\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\u200E' or '\u200F' or '\uFFFE' or '\uFFFF')
            )
                tidy.Append(c);
        }
        return tidy.ToString().Trim();
    }

    private static string? Decoded(byte[] bytes)
    {
        var (skip, encodings) = bytes switch
        {
            [0xFF, 0xFE, ..] => (2, [new UnicodeEncoding(false, false, throwOnInvalidBytes: true)]),
            [0xFE, 0xFF, ..] => (2, [new UnicodeEncoding(true, false, throwOnInvalidBytes: true)]),
            [0xEF, 0xBB, 0xBF, ..] => (3, (Encoding[])[new UTF8Encoding(false, throwOnInvalidBytes: true)]),
            _ => (
                0,
                [
                    new UTF8Encoding(false, throwOnInvalidBytes: true),
                    Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
                ]
            ),
        };
        foreach (var encoding in encodings)
        {
            try
            {
                return encoding.GetString(bytes, skip, bytes.Length - skip);
            }
            catch (DecoderFallbackException)
            {
                // The next encoding may fit.
            }
        }
        return null;
    }

    /// <summary>The mark that stands most evenly outside of quotes in the first lines.</summary>
    private static char Delimiter(string text)
    {
        var counts = new int[Delimiters.Length];
        var quoted = false;
        for (var (i, lines) = (0, 0); i < text.Length && lines < 20; i++)
        {
            quoted ^= text[i] == '"';
            lines += text[i] == '\n' ? 1 : 0;
            if (!quoted && Array.IndexOf(Delimiters, text[i]) is >= 0 and var mark)
                counts[mark]++;
        }
        // A tab never stands in a cell by accident.
        return counts[1] > 0 && counts[1] * 3 >= counts[0] ? '\t' : Delimiters[Array.IndexOf(counts, counts.Max())];
    }

    private static Refusal? Line(string text, ref int at, char delimiter, List<SheetCell> cells)
    {
        cells.Clear();
        while (true)
        {
            var field = at < text.Length && text[at] == '"' ? Quoted(text, ref at) : "";
            var end = at;
            while (end < text.Length && text[end] != delimiter && text[end] is not ('\n' or '\r'))
                end++;
            field += text[at..end];
            if (field.Length > MaxFieldLength)
                return SheetRefusals.Corrupt;
            if (cells.Count == SheetReader.MaxColumns)
                return SheetRefusals.TooManyColumns;

            cells.Add(SheetCell.OfText(Tidy(field)));
            at = end;
            if (at >= text.Length)
                return null;
            if (text[at++] == delimiter)
                continue;
            if (text[at - 1] == '\r' && at < text.Length && text[at] == '\n')
                at++;
            return null;
        }
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
                field.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                field.Append(text[at++]);
            else
            {
                at++;
                break;
            }
        }
        return field.ToString();
    }
}
