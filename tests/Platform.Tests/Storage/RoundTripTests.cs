using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

/// <summary>What is saved is what is read, for every table of the product on both databases; so nothing needs a tolerant comparison.</summary>
public sealed class RoundTripTests
{
    private const string Tenant = "roundtrip";
    private const int Samples = 5;

    [Theory, EveryDatabase]
    public async Task Every_row_is_read_as_it_was_saved(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind);
        for (var sample = 0; sample < Samples; sample++)
        {
            var tenant = $"{Tenant}{sample}";
            var rows = await Insert(database, tenant);
            await using var db = database.Open();
            foreach (var (type, row) in rows)
            {
                var key = type.FindPrimaryKey()!.Properties.Select(property => property.GetGetter().GetClrValue(row)).ToArray();
                var read = await db.FindAsync(type.ClrType, key);
                Assert.NotNull(read);
                foreach (var property in type.GetProperties())
                    Assert.True(
                        Same(property.GetGetter().GetClrValue(row), property.GetGetter().GetClrValue(read)),
                        $"{type.GetTableName()}.{property.GetColumnName()} was saved as {property.GetGetter().GetClrValue(row)} and read as {property.GetGetter().GetClrValue(read)}."
                    );
            }
        }
    }

    [Theory, EveryDatabase]
    public async Task A_text_that_is_too_long_is_refused(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind);
        var rows = await Insert(database, Tenant);
        var taken = new List<string>();
        foreach (var (type, _) in rows)
        foreach (
            var property in type.GetProperties()
                .Where(property => property.ClrType == typeof(string) && !property.IsKey() && !property.IsForeignKey())
        )
        {
            await using var db = database.Open();
            var row = Row(type, Tenant, rows);
            property.PropertyInfo!.SetValue(row, new string('长', property.GetMaxLength()!.Value + 1));
            db.Add(row);
            try
            {
                await db.SaveChangesAsync();
                taken.Add($"{type.GetTableName()}.{property.GetColumnName()}");
            }
            catch (DbUpdateException) { }
        }

        Assert.Empty(taken);
    }

    private static async Task<List<(IEntityType Type, object Row)>> Insert(TestDatabase database, string tenant)
    {
        await using var db = database.Open();
        var rows = new List<(IEntityType Type, object Row)>();
        foreach (var type in InOrder(db))
        {
            var row = Row(type, tenant, rows);
            rows.Add((type, row));
            db.Add(row);
            await db.SaveChangesAsync();
        }
        return rows;
    }

    /// <summary>Tables that others point at come first.</summary>
    private static List<IEntityType> InOrder(Db db)
    {
        var left = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).ToList();
        var order = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.First(type =>
                type.GetForeignKeys().All(key => key.PrincipalEntityType == type || order.Contains(key.PrincipalEntityType))
            );
            left.Remove(next);
            order.Add(next);
        }
        return order;
    }

    private static object Row(IEntityType type, string tenant, List<(IEntityType Type, object Row)> others)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        foreach (var property in type.GetProperties())
            Set(property, row, Value(property, tenant, type));
        foreach (var foreign in type.GetForeignKeys())
        {
            var principal = others.Find(other => other.Type == foreign.PrincipalEntityType).Row;
            foreach (var (property, to) in foreign.Properties.Zip(foreign.PrincipalKey.Properties))
                if (foreign.PrincipalEntityType != type)
                    Set(property, row, to.GetGetter().GetClrValue(principal));
                else if (property.IsNullable)
                    Set(property, row, null);
        }
        return row;
    }

    private static void Set(IProperty property, object row, object? value)
    {
        if (property.PropertyInfo is { CanWrite: true } info)
            info.SetValue(row, value);
        else
            property.FieldInfo!.SetValue(row, value);
    }

    private static object? Value(IProperty property, string tenant, IEntityType type)
    {
        if (property.Name == "TenantId" || type.ClrType == typeof(Tenants.Tenant) && property.Name == "Id")
            return tenant;

        var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return clr == typeof(string) && property.GetContainingIndexes().Any(index => index.IsUnique) ? Distinct(property.GetMaxLength() ?? 32)
            : clr == typeof(string) ? Text(property.GetMaxLength() ?? 100)
            : clr == typeof(Guid) ? Guid.CreateVersion7()
            : clr == typeof(DateTime)
                ? One(Gen.Choose(0, int.MaxValue - 1).Select(at => new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMilliseconds(at * 997L)))
            : clr == typeof(DateOnly) ? One(Gen.Choose(0, 36_000).Select(day => new DateOnly(2000, 1, 1).AddDays(day)))
            : clr == typeof(int) ? One(Gen.Choose(0, int.MaxValue - 1))
            : clr == typeof(long) ? One(Gen.Choose(0, int.MaxValue - 1)) * 4_000_000_007L
            : clr == typeof(bool) ? One(Gen.Elements(true, false))
            : clr == typeof(double) ? One(Gen.Choose(-1_000_000, 1_000_000)) / 7.0
            : clr == typeof(byte[]) ? Bytes(property.GetMaxLength() ?? 40)
            : clr.IsEnum ? One(Gen.Elements(Enum.GetValues(clr).Cast<object>().ToArray()))
            : throw new NotSupportedException($"How does {type.GetTableName()}.{property.Name} ({clr.Name}) look?");
    }

    /// <summary>Of a unique index: chance must not make the same word twice.</summary>
    private static string Distinct(int most) => Guid.CreateVersion7().ToString("N")[^Math.Min(most, 32)..];

    /// <summary>Chinese, Latin, spaces, quotes, a character outside the first plane; never longer than the column.</summary>
    private static string Text(int most)
    {
        var length = One(Gen.Choose(0, Math.Min(most, 60)));
        var text = string.Concat(One(Gen.Elements("无", "诈", "镇", "a", "Z", "7", " ", "'", "\"", "%", "\n", "é", "𠮷").ListOf(length)));
        return text.Length <= most ? text : text[..most].TrimEnd('\uD842');
    }

    private static byte[] Bytes(int most) => [.. One(Gen.Choose(0, 255).ListOf(One(Gen.Choose(0, most)))).Select(one => (byte)one)];

    private static T One<T>(Gen<T> gen) => gen.Sample(1)[0];

    private static bool Same(object? saved, object? read) =>
        saved is byte[] bytes ? read is byte[] others && bytes.AsSpan().SequenceEqual(others) : Equals(saved, read);
}
