using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Wuzha.Rules.Tests;

/// <summary>What every table must look like so that both databases agree and Citus can spread tenants.</summary>
internal static partial class ModelRules
{
    /// <summary>Tables that exist once for the whole installation.</summary>
    public static readonly IReadOnlyDictionary<string, string> ReferenceTables = new Dictionary<string, string>
    {
        ["tenants"] = "the list of tenants itself",
        ["accounts"] = "one signs in before the tenant is known",
        ["session_keys"] = "the keys of cookies and forms belong to the installation",
    };

    private static readonly Type[] Banned = [typeof(DateTimeOffset), typeof(decimal), typeof(TimeSpan), typeof(ulong), typeof(TimeOnly)];

    public static IEnumerable<string> Breaches(
        IModel model,
        IReadOnlyDictionary<string, string> referenceTables,
        IReadOnlySet<string> boundlessColumns
    ) => model.GetEntityTypes().Where(type => type.GetTableName() is not null).SelectMany(type => OfTable(type, referenceTables, boundlessColumns));

    private static IEnumerable<string> OfTable(
        IEntityType type,
        IReadOnlyDictionary<string, string> referenceTables,
        IReadOnlySet<string> boundlessColumns
    )
    {
        var table = type.GetTableName()!;
        if (!SnakeCase().IsMatch(table))
            yield return $"{table}: the name is not snake_case";
        if (!referenceTables.ContainsKey(table))
        {
            foreach (var key in type.GetKeys().Where(key => !StartsWithTenant(key.Properties)))
                yield return $"{table}: the key ({Names(key.Properties)}) does not start with TenantId";
            foreach (var index in type.GetIndexes().Where(index => !StartsWithTenant(index.Properties)))
                yield return $"{table}: the index ({Names(index.Properties)}) does not start with TenantId";
            foreach (
                var foreign in type.GetForeignKeys()
                    .Where(foreign =>
                        !StartsWithTenant(foreign.Properties) && !referenceTables.ContainsKey(foreign.PrincipalEntityType.GetTableName()!)
                    )
            )
                yield return $"{table}: the foreign key ({Names(foreign.Properties)}) does not start with TenantId";
        }
        foreach (var property in type.GetProperties())
        foreach (var breach in OfColumn(property, boundlessColumns))
            yield return $"{table}.{property.Name}: {breach}";
    }

    private static IEnumerable<string> OfColumn(IProperty property, IReadOnlySet<string> boundlessColumns)
    {
        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var column = property.GetColumnName();
        if (Banned.Contains(clr))
            yield return $"{clr.Name} is not compared alike by both databases";
        if (
            clr == typeof(string)
            && property.GetMaxLength() is null
            && !boundlessColumns.Contains($"{property.DeclaringType.GetTableName()}.{column}")
        )
            yield return "a text without a greatest length";
        if (!SnakeCase().IsMatch(column))
            yield return $"the column {column} is not snake_case";
        if (
            clr == typeof(DateTime)
            && !property.Name.EndsWith("At", StringComparison.Ordinal)
            && !property.Name.EndsWith("Until", StringComparison.Ordinal)
        )
            yield return "an instant's name ends in At (or Until)";
        if (
            clr == typeof(DateOnly)
            && !property.Name.EndsWith("On", StringComparison.Ordinal)
            && !property.Name.EndsWith("Day", StringComparison.Ordinal)
        )
            yield return "a day's name ends in On (or Day)";
    }

    private static bool StartsWithTenant(IReadOnlyList<IProperty> properties) => properties[0].Name == "TenantId";

    private static string Names(IReadOnlyList<IProperty> properties) => string.Join(", ", properties.Select(property => property.Name));

    /// <summary>One line per column: what both databases must have alike.</summary>
    public static IReadOnlyList<string> Columns(IModel model) =>
        [
            .. from type in model.GetEntityTypes()
            where type.GetTableName() is not null
            from property in type.GetProperties()
            let line = $"{type.GetTableName()}.{property.GetColumnName()} {property.ClrType.Name} null={property.IsNullable} length={property.GetMaxLength()}"
            orderby line
            select line,
        ];

    public static IReadOnlyList<string> KeysAndIndexes(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .Where(type => type.GetTableName() is not null)
                .SelectMany(type =>
                    type.GetKeys()
                        .Select(key => $"{type.GetTableName()} key {Names(key.Properties)}")
                        .Concat(type.GetIndexes().Select(index => $"{type.GetTableName()} index {Names(index.Properties)} unique={index.IsUnique}"))
                        .Concat(
                            type.GetForeignKeys()
                                .Select(key => $"{type.GetTableName()} -> {key.PrincipalEntityType.GetTableName()} {Names(key.Properties)}")
                        )
                )
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
