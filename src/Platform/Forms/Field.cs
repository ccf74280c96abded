using System.Globalization;
using System.Text;

namespace Wuzha.Platform.Forms;

/// <summary>
/// One field of a form, declared once: its label, hint and limits serve the page that shows it, the action that reads it, and the test that types
/// nonsense into it.
/// </summary>
/// <param name="Name">Name of the input, camelCase.</param>
/// <param name="Label">Chinese label above the input.</param>
public abstract record Field(string Name, string Label)
{
    /// <summary>One line below the label: what to write, and how.</summary>
    public string? Hint { get; init; }

    /// <summary>May be left empty.</summary>
    public bool Optional { get; init; }

    /// <summary>What is shown when it is empty but needed.</summary>
    public virtual string Missing => $"请填写{Label}。";
}

/// <summary>A field that reads to a <typeparamref name="T"/>.</summary>
public abstract record Field<T>(string Name, string Label) : Field(Name, Label)
{
    /// <summary>Reads what was typed (never blank, already trimmed and folded to half-width digits).</summary>
    /// <returns>The value, or one Chinese sentence that says what is wrong and what to do.</returns>
    public abstract (T? Value, string? Error) Parse(string typed);

    /// <summary>What stands in the input for a value that is already known.</summary>
    public virtual string Show(T value) => value?.ToString() ?? "";

    /// <summary>Full-width digits and Latin letters become half-width, as people type them in Chinese input methods.</summary>
    public static string Fold(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed)
            text.Append(
                c switch
                {
                    >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '．' or '－' or '／' or '＋' => (char)(c - 0xFEE0),
                    '\u3000' => ' ',
                    _ => c,
                }
            );
        return text.ToString().Trim();
    }
}

/// <summary>A line or (with <see cref="Lines"/> above 1) a box of text.</summary>
public sealed record TextField(string Name, string Label) : Field<string>(Name, Label)
{
    public int Max { get; init; } = 100;
    public int Min { get; init; }
    public int Lines { get; init; } = 1;
    public string? AutoComplete { get; init; }

    public override (string? Value, string? Error) Parse(string typed) =>
        typed.Length > Max ? (null, $"{Label}最多 {Max} 个字，现在有 {typed.Length} 个，请删短。")
        : typed.Length < Min ? (null, $"{Label}至少 {Min} 个字。")
        : typed.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? (null, $"{Label}里有看不见的控制字符，请删去后重新输入。")
        : (typed, null);
}

/// <summary>A whole number.</summary>
public sealed record NumberField(string Name, string Label) : Field<int?>(Name, Label)
{
    public int Min { get; init; }
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Unit shown after the input: 人, 户, 份 …</summary>
    public string? Unit { get; init; }

    public override (int? Value, string? Error) Parse(string typed) =>
        !int.TryParse(typed.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (null, $"{Label}“{typed}”不是整数，请写成数字，例如 1200。")
        : number < Min ? (null, $"{Label}不能小于 {Min}。")
        : number > Max ? (null, $"{Label}不能大于 {Max}。")
        : (number, null);

    public override string Show(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Money, typed in yuan with at most two decimals, kept in fen.</summary>
public sealed record MoneyField(string Name, string Label) : Field<long?>(Name, Label)
{
    public override (long? Value, string? Error) Parse(string typed) =>
        !decimal.TryParse(
            typed.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var yuan
        )
            ? (null, $"{Label}“{typed}”不是金额，请写成数字，例如 3500 或 3500.50。")
        : decimal.Round(yuan, 2) != yuan ? (null, $"{Label}最多写到分（两位小数）。")
        : yuan > 1_000_000_000m ? (null, $"{Label}太大，请核对单位是不是元。")
        : ((long)(yuan * 100), null);

    public override string Show(long? value) => value is null ? "" : (value.Value / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>A calendar day, picked or typed: 2026-05-12, 2026.5.12, 2026/5/12 or 2026年5月12日.</summary>
public sealed record DayField(string Name, string Label) : Field<DateOnly?>(Name, Label)
{
    private static readonly string[] Patterns = ["yyyy-M-d", "yyyy.M.d", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd"];

    public DateOnly Min { get; init; } = new(2000, 1, 1);
    public DateOnly Max { get; init; } = new(2099, 12, 31);

    public override (DateOnly? Value, string? Error) Parse(string typed) =>
        !DateOnly.TryParseExact(typed, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
            ? (null, $"{Label}“{typed}”不是有效日期，请写成 2026-05-12 这样。")
        : day < Min || day > Max ? (null, $"{Label}应在 {Min:yyyy-MM-dd} 到 {Max:yyyy-MM-dd} 之间。")
        : (day, null);

    public override string Show(DateOnly? value) => value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A time of day: 8:30, 08:30, 8：30 or 8点30分.</summary>
public sealed record TimeField(string Name, string Label) : Field<TimeOnly?>(Name, Label)
{
    private static readonly string[] Patterns = ["H:m", "H:mm", "HH:mm", "H点m分", "H点"];

    public override (TimeOnly? Value, string? Error) Parse(string typed) =>
        TimeOnly.TryParseExact(typed.Replace('：', ':'), Patterns, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time)
            ? (time, null)
            : (null, $"{Label}“{typed}”不是有效时间，请写成 8:30 这样。");

    public override string Show(TimeOnly? value) => value?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>One of a few: shown as radios up to five, else as a select.</summary>
public sealed record ChoiceField(string Name, string Label) : Field<string>(Name, Label)
{
    /// <summary>Value and Chinese text of each option. Options that depend on the case are given by <see cref="With"/> when the page is made.</summary>
    public IReadOnlyList<(string Value, string Text)> Options { get; init; } = [];

    public override string Missing => $"请选择{Label}。";

    /// <summary>Chinese text of an option.</summary>
    public string TextOf(string value) => Options.First(option => option.Value == value).Text;

    public ChoiceField With(IEnumerable<(string Value, string Text)> options) => this with { Options = [.. options] };

    public override (string? Value, string? Error) Parse(string typed) =>
        Options.Any(option => option.Value == typed) ? (typed, null) : (null, $"{Label}不在可选范围内，请重新选择。");
}

/// <summary>Ticked or not.</summary>
public sealed record FlagField(string Name, string Label) : Field<bool>(Name, Label)
{
    public override (bool Value, string? Error) Parse(string typed) => (typed is "true" or "on" or "1", null);

    public override string Show(bool value) => value ? "true" : "";
}

/// <summary>A phone number: mobile, or fixed with area code.</summary>
public sealed record PhoneField(string Name, string Label) : Field<string>(Name, Label)
{
    public override (string? Value, string? Error) Parse(string typed)
    {
        var digits = typed.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (digits.StartsWith("+86", StringComparison.Ordinal))
            digits = digits[3..];
        return
            digits.All(char.IsAsciiDigit)
            && (digits is ['1', >= '3', ..] && digits.Length == 11 || digits is ['0', ..] && digits.Length is >= 10 and <= 12)
            ? (digits, null)
            : (null, $"{Label}“{typed}”不是有效号码，请写 11 位手机号，或带区号的固定电话。");
    }
}

/// <summary>A password: never shown again, not folded or trimmed.</summary>
public sealed record SecretField(string Name, string Label) : Field<string>(Name, Label)
{
    public string AutoComplete { get; init; } = "current-password";

    public override (string? Value, string? Error) Parse(string typed) => typed.Length > 200 ? (null, $"{Label}太长。") : (typed, null);
}

/// <summary>An uploaded file; read it with <see cref="Form.File"/>.</summary>
public sealed record FileField(string Name, string Label) : Field(Name, Label)
{
    /// <summary>File name endings that are taken, with the dot: .xlsx, .docx …</summary>
    public required IReadOnlyList<string> Endings { get; init; }
    public long MaxBytes { get; init; } = 20 * 1024 * 1024;

    public override string Missing => $"请选择{Label}。";
}
