using System.Globalization;
using Wuzha.Platform;

namespace Wuzha.Reports.Bulletins;

/// <summary>The calendar month that a bulletin speaks of, in the tenant's time zone.</summary>
/// <param name="FirstOn">Its first day.</param>
public sealed record BulletinMonth(DateOnly FirstOn)
{
    public DateOnly LastOn => FirstOn.AddMonths(1).AddDays(-1);

    /// <summary>2026-10, as it stands in addresses.</summary>
    public string Key => FirstOn.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>2026年10月</summary>
    public string Name => $"{FirstOn.Year}年{FirstOn.Month}月";

    public bool IsOver(DateOnly today) => today > LastOn;

    public static BulletinMonth Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    /// <summary>The month of an address: not one that is still to come.</summary>
    public static Result<BulletinMonth> Read(string key, DateOnly today) =>
        !DateOnly.TryParseExact(key, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) || first.Year < 2000
            ? ReportsRefusals.NoSuchMonth.With(("month", key.Length <= 20 ? key : key[..20] + "…"))
        : first > today ? ReportsRefusals.MonthToCome.With(("month", new BulletinMonth(first).Name))
        : new BulletinMonth(first);
}
