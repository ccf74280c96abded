using System.Globalization;
using Wuzha.Platform.Calendar;

namespace Wuzha.Platform.Listings;

/// <summary>How a plain value stands in a table.</summary>
internal static class CellText
{
    public static string Of(object? value) =>
        value switch
        {
            null or "" => "–",
            bool yes => yes ? "是" : "否",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime at => LocalDay.Wall(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            int or long or short => ((IFormattable)value).ToString("#,0", CultureInfo.InvariantCulture),
            double number => number.ToString("#,0.##", CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
