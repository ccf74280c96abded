using System.Text.RegularExpressions;
using Wuzha.PlanReading.Structure;
using Wuzha.PlanReading.Text;

namespace Wuzha.PlanReading.Envelope;

/// <summary>Title, issuing authority, number, day of issue and period.</summary>
internal sealed partial class EnvelopeReader(string text, string plain, IReadOnlyList<Block> blocks)
{
    private readonly List<Block> lines = [.. blocks.Where(block => block.Kind != BlockKind.Blank)];

    public PlanHead Read()
    {
        var title = new TitleReader(text, plain, lines).Read();
        var issuedAt = lines.FindIndex(block => Day().IsMatch(Squeezed(block)));
        var issued = issuedAt < 0 ? ImprintDay() : Written(Day().Match(Squeezed(lines[issuedAt])));
        var authority = AuthorityAbove() ?? Signature(issuedAt) ?? OverTitle(title) ?? AuthorityReader.FromWords(title, plain);
        return new PlanHead(title, authority, Number(), issued, PeriodReader.Read(plain, lines, issued));
    }

    private string Squeezed(Block block) => Squeeze(block.Line.Of(plain));

    private static string Squeeze(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>A line of its own, or the end of one; a number quoted after 《…》 belongs to another document.</summary>
    private string? Number()
    {
        foreach (var block in lines.Take(30))
            if (NumberAlone().Match(Squeezed(block)) is { Success: true })
                return text[block.Body.Start..block.Body.End].Replace(" ", "", StringComparison.Ordinal);
        return null;
    }

    /// <summary>The lines over 关于印发…的通知, where they name an office.</summary>
    private string? AuthorityAbove()
    {
        var about = lines.FindIndex(block =>
            block.Line.Of(plain).Contains("关于", StringComparison.Ordinal) && !block.Line.Of(plain).Contains('。', StringComparison.Ordinal)
        );
        if (about is < 0 or > 12)
            return null;
        var head = lines[about].Line.Of(plain);
        var before = Squeeze(head[..head.IndexOf("关于", StringComparison.Ordinal)]);
        if (before.Length >= 3 && AuthorityReader.IsOffice(before))
            return before;
        var names = lines
            .Take(about)
            .Select(block => Raw(block))
            .Where(AuthorityReader.IsOffice)
            .Where(name => !name.EndsWith("文件", StringComparison.Ordinal))
            .ToList();
        return names.Count > 0
            ? string.Join(' ', names)
            : lines
                .Take(about)
                .Select(Raw)
                .Where(name => name.EndsWith("文件", StringComparison.Ordinal))
                .Select(name => name[..^2])
                .FirstOrDefault();
    }

    /// <summary>The lines over the day of issue.</summary>
    private string? Signature(int issuedAt)
    {
        if (issuedAt < 1)
            return null;
        var names = lines.Take(issuedAt).Reverse().Take(3).Select(Raw).TakeWhile(AuthorityReader.IsOffice).Reverse().ToList();
        if (names.Count == 0 && lines[issuedAt - 1] is { Kind: BlockKind.Envelope } above && Raw(above).Length is >= 3 and <= 30)
            names.Add(Raw(above));
        return names.Count > 0 ? string.Join(' ', names) : null;
    }

    /// <summary>An office on a line of its own right over the title.</summary>
    private string? OverTitle(string? title)
    {
        var at = title is null ? -1 : lines.FindIndex(block => Raw(block) is { Length: > 5 } line && title.EndsWith(line, StringComparison.Ordinal));
        return at > 0 && AuthorityReader.IsOffice(Raw(lines[at - 1])) ? Raw(lines[at - 1]) : null;
    }

    private string Raw(Block block) => Squeeze(block.Line.Of(text)).Trim('"', '“', '”');

    private string? ImprintDay() =>
        lines.Select(block => Imprint().Match(Squeezed(block))).FirstOrDefault(match => match.Success) is { } match ? Written(match) : null;

    private static string? Written(Match match) =>
        ChineseYear(match.Groups["y"].Value) is { } year
        && Numerals.Value(match.Groups["m"].Value) is >= 1 and <= 12 and var month
        && Numerals.Value(match.Groups["d"].Value) is >= 1 and <= 31 and var day
            ? $"{year:0000}-{month:00}-{day:00}"
            : null;

    private static int? ChineseYear(string written)
    {
        var digits = string.Concat(
            written.Select(c =>
                "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var n ? (char)('0' + n)
                : c is '零' or '○' ? '0'
                : c
            )
        );
        return int.TryParse(digits, out var year) ? year : null;
    }

    [GeneratedRegex(
        "^（?(?<y>[0-9]{4}|二[〇零○一二三四五六七八九]{3})年(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})日）?$",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Day();

    [GeneratedRegex("(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日印发?$", RegexOptions.NonBacktracking)]
    private static partial Regex Imprint();

    [GeneratedRegex("^[^，。《]{1,20}〔[0-9]{4}〕第?[0-9]+号$|^[^，。《]{1,20}（[0-9]{4}）第?[0-9]+号$", RegexOptions.NonBacktracking)]
    private static partial Regex NumberAlone();
}
