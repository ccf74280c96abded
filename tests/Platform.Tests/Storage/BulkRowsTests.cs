using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

/// <summary>Rows written in bulk stand in the database as EF would have written them.</summary>
public sealed class BulkRowsTests
{
    private const string Tenant = "qingxi";

    [Theory, EveryDatabase]
    public async Task Every_type_of_column_comes_back_as_it_went_in(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind, Modules);
        var fourth = Filled(4);
        Sample[] rows = [Filled(1), Empty(2), Filled(3) with { Text = "第三户\n“引号”'单引号'", Colour = Colour.Red }];
        await using (var db = database.Open(Tenant))
        {
            db.InsertMany(rows);
            db.Add(fourth);
            Assert.Equal(4, await db.SaveChangesAsync());
        }
        await using var after = database.Open(Tenant);
        var stored = await after.Set<Sample>().AsNoTracking().Where(row => row.TenantId == Tenant).OrderBy(row => row.Number).ToListAsync();
        // The fourth went through EF: the same but for its key.
        Assert.Equal([.. rows.Select(Cut), Cut(fourth)], stored);
        Assert.Equal(stored[0] with { Id = stored[3].Id, Number = 4 }, stored[3]);
        Assert.Equal(1, await after.Set<Sample>().CountAsync(row => row.TenantId == Tenant && row.Id == rows[0].Id && row.At == Cut(rows[0]).At));
    }

    [Theory, EveryDatabase]
    public async Task Many_rows_are_written_in_several_batches(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind, Modules);
        await using (var db = database.Open(Tenant))
        {
            db.InsertMany(Enumerable.Range(1, 45_001).Select(Filled).ToList());
            await db.SaveChangesAsync();
        }
        await using var after = database.Open(Tenant);
        Assert.Equal(45_001, await after.Set<Sample>().CountAsync(row => row.TenantId == Tenant));
        Assert.Equal(45_001L * 45_002 / 2, await after.Set<Sample>().Where(row => row.TenantId == Tenant).SumAsync(row => (long)row.Number));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_written_before_the_save_nor_when_one_row_is_refused(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind, Modules);
        await using (var db = database.Open(Tenant))
        {
            db.InsertMany<Sample>([Filled(1), Filled(2) with { Text = new string('长', 201) }]);
            db.Add(Filled(3));
            Assert.Equal(0, await Count(database));
            await Assert.ThrowsAnyAsync<DbException>(() => db.SaveChangesAsync());
        }
        Assert.Equal(0, await Count(database));

        var twice = Filled(5);
        await using (var db = database.Open(Tenant))
        {
            db.InsertMany<Sample>([twice, twice]);
            await Assert.ThrowsAnyAsync<DbException>(() => db.SaveChangesAsync());
        }
        Assert.Equal(0, await Count(database));
    }

    [Theory, EveryDatabase]
    public async Task An_outer_transaction_decides(DatabaseKind kind)
    {
        await using var database = await Databases.Create(kind, Modules);
        await using (var db = database.Open(Tenant))
        {
            await using var all = await db.Database.BeginTransactionAsync();
            db.InsertMany<Sample>([Filled(1)]);
            await db.SaveChangesAsync();
            // A second save writes nothing again.
            await db.SaveChangesAsync();
            Assert.Equal(1, await db.Set<Sample>().CountAsync(row => row.TenantId == Tenant));
            await all.RollbackAsync();
        }
        Assert.Equal(0, await Count(database));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_at_once()
    {
        await using var database = await Databases.Create(DatabaseKind.Sqlite, Modules);
        await using var db = database.Open(Tenant);
        Assert.Throws<InvalidOperationException>(() => db.InsertMany<string>(["x"]));
        db.InsertMany<string>([]);
    }

    private static async Task<int> Count(TestDatabase database)
    {
        await using var db = database.Open(Tenant);
        return await db.Set<Sample>().CountAsync(row => row.TenantId == Tenant);
    }

    private static readonly ModuleList Modules = new([new PlatformModule(), new SampleModule()]);

    private static Sample Filled(int number) =>
        new()
        {
            TenantId = Tenant,
            Id = Guid.CreateVersion7(),
            Number = number,
            Text = "青溪镇",
            Flag = true,
            Big = 9_000_000_000,
            Share = 92.5,
            Day = new DateOnly(2026, 2, 28),
            At = new DateTime(2026, 5, 1, 8, 30, 15, 123, 456, DateTimeKind.Utc),
            Colour = Colour.Green,
            Bytes = [0, 1, 255],
            OtherId = new Guid("0192a0c0-0000-7000-8000-00000000ffff"),
            OtherNumber = -1,
            OtherDay = new DateOnly(2027, 12, 31),
            OtherAt = new DateTime(2026, 12, 31, 23, 59, 59, DateTimeKind.Utc),
            OtherColour = Colour.Red,
        };

    private static Sample Empty(int number) =>
        new()
        {
            TenantId = Tenant,
            Id = Guid.CreateVersion7(),
            Number = number,
            Day = default,
            At = new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        };

    /// <summary>As it is kept: instants to the millisecond.</summary>
    private static Sample Cut(Sample row) =>
        row with
        {
            At = new DateTime(row.At.Ticks - row.At.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc),
        };

    private enum Colour
    {
        None = 0,
        Red = 3,
        Green = 7,
    }

    private sealed record Sample
    {
        public required string TenantId { get; init; }
        public required Guid Id { get; init; }
        public required int Number { get; init; }
        public string? Text { get; init; }
        public bool Flag { get; init; }
        public long Big { get; init; }
        public double Share { get; init; }
        public required DateOnly Day { get; init; }
        public required DateTime At { get; init; }
        public Colour Colour { get; init; }
        public byte[]? Bytes { get; init; }
        public Guid? OtherId { get; init; }
        public int? OtherNumber { get; init; }
        public DateOnly? OtherDay { get; init; }
        public DateTime? OtherAt { get; init; }
        public Colour? OtherColour { get; init; }

        /// <summary>Bytes by their content, not by their array.</summary>
        public bool Equals(Sample? other) =>
            other is not null
            && (TenantId, Id, Number, Text, Flag, Big, Share).Equals(
                (other.TenantId, other.Id, other.Number, other.Text, other.Flag, other.Big, other.Share)
            )
            && (Day, At, Colour, OtherId, OtherNumber, OtherDay, OtherAt).Equals(
                (other.Day, other.At, other.Colour, other.OtherId, other.OtherNumber, other.OtherDay, other.OtherAt)
            )
            && OtherColour == other.OtherColour
            && (Bytes ?? []).AsSpan().SequenceEqual(other.Bytes ?? []);

        public override int GetHashCode() => Id.GetHashCode();
    }

    private sealed class SampleModule : Module
    {
        public override void Tables(ModelBuilder model) =>
            model.Entity<Sample>(t =>
            {
                t.ToTable("bulk_samples");
                t.HasKey(x => new { x.TenantId, x.Id });
                t.Property(x => x.TenantId).HasMaxLength(32);
                t.Property(x => x.Text).HasMaxLength(200);
                t.Property(x => x.Bytes).HasMaxLength(100);
            });
    }
}
