using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Wuzha.Platform.Storage;

/// <summary>Conventions that hold for every table of every module (style.md §9).</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<DateTime>().HaveConversion<UtcMilliseconds>();
        configuration.Conventions.Add(_ => new SnakeCaseColumns());
    }

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

    /// <summary>Postgres keeps microseconds and SQLite 100 ns; cutting here makes a saved instant equal itself on both.</summary>
    private sealed class UtcMilliseconds()
        : ValueConverter<DateTime, DateTime>(
            instant => new DateTime(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
            stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc)
        );

    private sealed class SnakeCaseColumns : IPropertyAddedConvention
    {
        public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context) =>
            propertyBuilder.HasColumnName(SnakeCase(propertyBuilder.Metadata.Name));
    }
}
