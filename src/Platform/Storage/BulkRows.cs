using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Wuzha.Platform.Storage;

/// <summary>One column of rows that are written in bulk.</summary>
/// <param name="StoreType">Its type in the database without length: <c>character varying</c>, <c>uuid</c> …</param>
/// <param name="Type">What the driver gets, nullable.</param>
/// <param name="Value">The row's value as the driver takes it, through the converter that EF would use.</param>
internal sealed record BulkColumn(string Name, string StoreType, Type Type, Func<object, object?> Value);

/// <summary>Many rows of one table, to be written past EF's change tracker and yet as EF would write them: the same columns, the same converters.</summary>
internal sealed record BulkRows(string Table, IReadOnlyList<BulkColumn> Columns, IReadOnlyList<object> Rows)
{
    /// <exception cref="InvalidOperationException">The type is no table of the model, or keeps a column that no property of it holds.</exception>
    public static BulkRows Of<TRow>(IModel model, IEnumerable<TRow> rows)
        where TRow : class
    {
        var entity = model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} is no table.");
        return new BulkRows(entity.GetTableName()!, [.. entity.GetProperties().Select(Column)], [.. rows]);
    }

    private static BulkColumn Column(IProperty property)
    {
        var read = property.PropertyInfo ?? throw new InvalidOperationException($"{property.DeclaringType.Name} has no property {property.Name}.");
        var mapping = property.GetRelationalTypeMapping();
        var type = mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return new BulkColumn(
            property.GetColumnName(),
            mapping.StoreTypeNameBase,
            type.IsValueType && Nullable.GetUnderlyingType(type) is null ? typeof(Nullable<>).MakeGenericType(type) : type,
            mapping.Converter is { } converter ? row => read.GetValue(row) is { } value ? converter.ConvertToProvider(value) : null : read.GetValue
        );
    }
}
