using System.Globalization;
using System.Text.RegularExpressions;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Sheets;

namespace Wuzha.Platform.Imports;

/// <summary>Between what people keep in Excel and what a form's field reads.</summary>
internal static partial class CellWords
{
    /// <summary>The cell's text as the field would have it typed.</summary>
    public static string For(Field field, string text, CellKind kind) =>
        field switch
        {
            DayField when kind == CellKind.Day => text.Split(' ')[0],
            DayField when Serial().IsMatch(text) => DateTime
                .FromOADate(double.Parse(text, CultureInfo.InvariantCulture))
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ChoiceField choice => Choice(choice, text),
            FlagField => Flag(text),
            _ => text,
        };

    /// <summary>A better sentence than the form's, where the cell lets one guess what was meant.</summary>
    public static string Advice(Field field, string text, string error) =>
        field switch
        {
            NumberField or MoneyField when ChineseNumber.Of(text) is { } number => $"“{text}”不是数字，请改为 {number}。",
            NumberField or MoneyField when !Plain().IsMatch(text) && OneNumber().Match(text) is { Success: true } one =>
                $"“{text}”不是数字，请改为 {one.Groups[1].Value.Replace(",", "", StringComparison.Ordinal)}。",
            ChoiceField choice => Nearest.Sentence(text, [.. choice.Options.Select(option => option.Text)], "可填的内容里")
                + (choice.Options.Count <= 8 ? $"可填：{string.Join("、", choice.Options.Select(option => option.Text))}。" : ""),
            _ => error,
        };

    private static string Choice(ChoiceField choice, string text)
    {
        var plain = HeadText.Plain(text);
        var hit = choice.Options.FirstOrDefault(option => option.Text == text || HeadText.Plain(option.Text) == plain);
        return hit.Value ?? text;
    }

    private static string Flag(string text) => text is "是" or "有" or "√" or "✓" or "对" or "1" or "Y" or "y" or "true" or "TRUE" ? "true" : "";

    // Serial numbers of 1954 to 2119: a day whose cell lost its date format.
    [GeneratedRegex(@"^[2-7]\d{4}$")]
    private static partial Regex Serial();

    [GeneratedRegex(@"^-?[\d,.]+$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[^\d]*?(\d[\d,]*(?:\.\d+)?)[^\d]*$")]
    private static partial Regex OneNumber();
}
