using System.Text.Json;

namespace Wuzha.Platform.Calendar;

/// <summary>One holiday of one year as the State Council published it: the days off, and the weekend days worked for them (调休).</summary>
public sealed record StatutoryHoliday(string Name, DateOnly From, DateOnly Until, IReadOnlyList<DateOnly> Worked);

/// <summary>One year's notice.</summary>
/// <param name="Source">Title, number and date of the notice.</param>
public sealed record StatutoryYear(int Year, string Source, IReadOnlyList<StatutoryHoliday> Holidays);

/// <summary>What is special about one day.</summary>
public sealed record DayException(bool IsWorked, string Name);

/// <summary>法定节假日与调休, as published each autumn for the next year. A year without a notice is Monday to Friday, and says so.</summary>
public static class StatutoryHolidays
{
    public static readonly IReadOnlyList<StatutoryYear> Years = Load();

    private static readonly Dictionary<DateOnly, DayException> Days = Spread(Years);

    /// <summary>The notice of a year; null when it is not published or not yet in this release.</summary>
    public static StatutoryYear? Of(int year) => Years.FirstOrDefault(known => known.Year == year);

    /// <summary>Null for a day that the notices do not name.</summary>
    public static DayException? On(DateOnly day) => Days.GetValueOrDefault(day);

    private static List<StatutoryYear> Load()
    {
        using var file = typeof(StatutoryHolidays).Assembly.GetManifestResourceStream("Wuzha.Platform.Calendar.statutory-holidays.json")!;
        return JsonSerializer.Deserialize<List<StatutoryYear>>(file, JsonSerializerOptions.Web)!;
    }

    private static Dictionary<DateOnly, DayException> Spread(IEnumerable<StatutoryYear> years)
    {
        var days = new Dictionary<DateOnly, DayException>();
        foreach (var holiday in years.SelectMany(year => year.Holidays))
        {
            for (var day = holiday.From; day <= holiday.Until; day = day.AddDays(1))
                days.Add(day, new DayException(IsWorked: false, holiday.Name));
            foreach (var day in holiday.Worked)
                days.Add(day, new DayException(IsWorked: true, $"{holiday.Name}调休上班"));
        }
        return days;
    }
}
