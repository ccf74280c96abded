using System.Globalization;
using System.Text.RegularExpressions;
using Wuzha.Platform.Calendar;

namespace Wuzha.Directives.Relays.Settling;

/// <summary>When a line of a pasted list says it was, and what is left of the line.</summary>
/// <param name="At">Null when no time, or no day, stands in the line.</param>
internal sealed record ChatLine(int Number, string Text, DateTime? At, IReadOnlyList<string> Words)
{
    public const int MostLines = 1000;

    /// <summary>
    /// Lines as chat tools export them: day and time before or behind the group's name, tabs or commas between, full-width or not. A head of columns and empty lines
    /// are passed over.
    /// </summary>
    public static IReadOnlyList<ChatLine> Read(string pasted, DateOnly today)
    {
        var lines = pasted
            .Split('\n')
            .Select((text, at) => (Number: at + 1, Text: text.Trim().Trim('\uFEFF')))
            .Where(line => line.Text.Length > 0)
            .ToList();
        return [.. lines.Select(line => Read(line.Number, line.Text, today)).Where((line, at) => at > 0 || !line.IsHead)];
    }

    private bool IsHead => At is null && Words.Any(word => word.Contains("时间") || word.Contains("日期"));

    private static ChatLine Read(int number, string text, DateOnly today)
    {
        var folded = HalfWidth(text);
        var (day, rest) = DayIn(folded, today);
        var (time, words) = TimeIn(rest);
        DateTime? at = day is { } on && time is { } clock ? DateTime.SpecifyKind(on.ToDateTime(clock) - LocalDay.Offset, DateTimeKind.Utc) : null;
        return new ChatLine(
            number,
            text,
            at,
            [.. words.Split(['\t', ',', ';', '|', '、', '\u0001'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        );
    }

    /// <summary>Full-width letters, digits and marks as half-width ones; wide blanks as plain ones.</summary>
    public static string HalfWidth(string text) =>
        string.Create(
            text.Length,
            text,
            static (folded, typed) =>
            {
                for (var at = 0; at < folded.Length; at++)
                    folded[at] = typed[at] switch
                    {
                        >= '！' and <= '～' => (char)(typed[at] - 0xFEE0),
                        '\u3000' or '\u00A0' => ' ',
                        var c => c,
                    };
            }
        );

    private static (DateOnly? Day, string Left) DayIn(string text, DateOnly today)
    {
        if (WholeDay.Match(text) is { Success: true } whole)
            return (DayOf(Part(whole, "y"), Part(whole, "m"), Part(whole, "d")), Cut(text, whole));
        if (ShortDay.Match(text) is { Success: true } part)
        {
            // Chat tools leave the year away: it is the last such day.
            var day = DayOf(today.Year, Part(part, "m"), Part(part, "d"));
            return (day > today ? DayOf(today.Year - 1, Part(part, "m"), Part(part, "d")) : day, Cut(text, part));
        }
        if (NamedDay.Match(text) is { Success: true } named)
            return (
                today.AddDays(
                    named.Value switch
                    {
                        "今天" => 0,
                        "昨天" => -1,
                        _ => -2,
                    }
                ),
                Cut(text, named)
            );
        return (null, text);
    }

    private static (TimeOnly? Time, string Left) TimeIn(string text)
    {
        if (Clock.Match(text) is not { Success: true } found)
            return (null, text);

        var hour = Part(found, "h");
        var isLate = found.Groups["half"].Value is "下午" or "晚上" or "PM" or "pm";
        hour = isLate && hour < 12 ? hour + 12 : hour;
        var (minute, second) = (Part(found, "m"), found.Groups["s"].Success ? Part(found, "s") : 0);
        return (hour < 24 && minute < 60 && second < 60 ? new TimeOnly(hour, minute, second) : null, Cut(text, found));
    }

    private static DateOnly? DayOf(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year is > 1999 and < 2100 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Part(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    /// <summary>What stood before and behind are two pieces.</summary>
    private static string Cut(string text, Match match) => $"{text[..match.Index]}\u0001{text[(match.Index + match.Length)..]}";

    private static readonly Regex WholeDay = new(
        @"(?<!\d)(?<y>20\d\d)\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日T]*",
        RegexOptions.CultureInvariant
    );
    private static readonly Regex ShortDay = new(@"(?<![\d.])(?<m>\d{1,2})\s*[-/月]\s*(?<d>\d{1,2})(?!\d)\s*[日]*", RegexOptions.CultureInvariant);
    private static readonly Regex NamedDay = new("今天|昨天|前天", RegexOptions.CultureInvariant);
    private static readonly Regex Clock = new(
        @"(?<half>上午|下午|晚上|早上|凌晨|中午|"
            + "[AP]M|[ap]m)?"
            + @"\s*(?<![\d:])(?<h>\d{1,2})\s*[:点时]\s*(?<m>\d{2})\s*[分]*(?::(?<s>\d{2})\s*[秒]*)?(?![\d:])",
        RegexOptions.CultureInvariant
    );
}
