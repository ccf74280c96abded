using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Wuzha.Platform.Storage;

/// <summary>Conventions that hold for every table and row of every module (style.md §9), applied by <see cref="RowConventions"/>.</summary>
internal static class Conventions
{
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]) && i > 0 && !char.IsAsciiLetterUpper(name[i - 1]))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}

/// <summary>Postgres keeps microseconds and SQLite 100 ns; cutting here makes a saved instant equal itself on both.</summary>
internal sealed class UtcMilliseconds()
    : ValueConverter<DateTime, DateTime>(
        instant => new DateTime(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
    );
