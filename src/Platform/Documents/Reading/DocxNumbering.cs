using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Wuzha.Platform.Documents.Reading;

/// <summary>Automatic numbers of a .docx: they stand in no run of text, but a plan without them has no headings.</summary>
internal sealed class DocxNumbering
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private sealed record Level(string Format, string Text, int Start);

    private readonly Dictionary<string, (string Abstract, Dictionary<int, Level> Levels)> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? List, int Level, string? BasedOn)> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> counts = new(StringComparer.Ordinal);

    public static DocxNumbering Read(XElement? numbering, XElement? styles)
    {
        var read = new DocxNumbering();
        var levels = (numbering?.Elements(W + "abstractNum") ?? [])
            .GroupBy(list => Value(list, "abstractNumId"))
            .ToDictionary(group => group.Key, group => Levels(group.First()));
        foreach (var list in numbering?.Elements(W + "num") ?? [])
            if (list.Element(W + "abstractNumId")?.Attribute(W + "val")?.Value is { } name && levels.TryGetValue(name, out var found))
                read.lists[Value(list, "numId")] = (
                    list.Elements(W + "lvlOverride").Any() ? Value(list, "numId") + "/" + name : name,
                    Overridden(list, found)
                );
        foreach (var style in styles?.Elements(W + "style") ?? [])
        {
            var (list, level) = Reference(style);
            read.styles[Value(style, "styleId")] = (list, level, style.Element(W + "basedOn")?.Attribute(W + "val")?.Value);
        }
        return read;
    }

    /// <summary>The number before this paragraph, counted on; empty without one.</summary>
    public string Next(XElement paragraph)
    {
        var (list, level) = Of(paragraph);
        if (list is null || level is < 0 or > 8 || !lists.TryGetValue(list, out var found) || !found.Levels.TryGetValue(level, out var format))
            return "";
        if (!counts.TryGetValue(found.Abstract, out var count))
            counts[found.Abstract] = count = new int[9];
        count[level] = count[level] == 0 ? format.Start : count[level] + 1;
        Array.Clear(count, level + 1, 8 - level);
        if (format.Format is "bullet" or "none")
            return "";
        var written = new StringBuilder(format.Text);
        for (var i = 0; i <= level; i++)
            if (found.Levels.TryGetValue(i, out var above))
                written.Replace(
                    "%" + (i + 1).ToString(CultureInfo.InvariantCulture),
                    Written(above.Format, Math.Max(count[i], i == level ? 0 : above.Start))
                );
        return written.ToString();
    }

    private (string? List, int Level) Of(XElement paragraph)
    {
        var (list, level) = Reference(paragraph);
        var style = paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value;
        for (var steps = 0; list is null && style is not null && steps < 16 && styles.TryGetValue(style, out var known); steps++)
            (list, level, style) = (known.List, known.Level, known.BasedOn);
        return (list, level);
    }

    private static (string? List, int Level) Reference(XElement element)
    {
        var reference = element.Element(W + "pPr")?.Element(W + "numPr");
        return (reference?.Element(W + "numId")?.Attribute(W + "val")?.Value, Number(reference?.Element(W + "ilvl"), 0));
    }

    private static Dictionary<int, Level> Levels(XElement list) =>
        list.Elements(W + "lvl")
            .GroupBy(level => int.TryParse(Value(level, "ilvl"), out var at) ? at : 0)
            .ToDictionary(group => group.Key, group => One(group.First()));

    private static Level One(XElement level) =>
        new(
            level.Element(W + "numFmt")?.Attribute(W + "val")?.Value ?? "decimal",
            level.Element(W + "lvlText")?.Attribute(W + "val")?.Value ?? "",
            Number(level.Element(W + "start"), 1)
        );

    private static Dictionary<int, Level> Overridden(XElement list, Dictionary<int, Level> levels)
    {
        var own = new Dictionary<int, Level>(levels);
        foreach (var over in list.Elements(W + "lvlOverride"))
            if (int.TryParse(Value(over, "ilvl"), out var at) && own.TryGetValue(at, out var level))
                own[at] = over.Element(W + "lvl") is { } whole
                    ? One(whole)
                    : level with
                    {
                        Start = Number(over.Element(W + "startOverride"), level.Start),
                    };
        return own;
    }

    private static int Number(XElement? element, int otherwise) =>
        int.TryParse(element?.Attribute(W + "val")?.Value, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string Value(XElement element, string attribute) => element.Attribute(W + attribute)?.Value ?? "";

    private static string Written(string format, int number) =>
        format switch
        {
            "chineseCounting"
            or "chineseCountingThousand"
            or "japaneseCounting"
            or "ideographDigital"
            or "taiwaneseCountingThousand"
            or "japaneseDigitalTenThousand" => Chinese(number),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
            "upperLetter" when number is >= 1 and <= 26 => ((char)('A' + number - 1)).ToString(),
            "lowerLetter" when number is >= 1 and <= 26 => ((char)('a' + number - 1)).ToString(),
            "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    private static string Chinese(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        if (number is < 1 or > 99)
            return number.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (number / 10, number % 10);
        return (
                tens == 0 ? ""
                : tens == 1 ? "十"
                : $"{Digits[tens]}十"
            ) + (ones == 0 ? "" : Digits[ones].ToString());
    }
}
