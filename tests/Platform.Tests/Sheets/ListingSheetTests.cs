using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Units;
using Xunit;

namespace Wuzha.Platform.Tests.Sheets;

public sealed class ListingSheetTests
{
    [Fact]
    public async Task Excel_of_a_list_holds_all_rows_and_who_exported_them()
    {
        await using var rows = new Rows();
        await rows.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await rows.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        rows.AddRange(Enumerable.Range(1, 120).Select(i => new Line { Id = i, Name = $"第{i}组" }));
        await rows.SaveChangesAsync(TestContext.Current.CancellationToken);

        var query = new ListQuery
        {
            Path = "/lines",
            AsSheet = true,
            Sort = "id",
            Descending = true,
            Filters = new Dictionary<string, string>(),
        };
        var listing = await Listing<Line>.Of(
            rows.Set<Line>(),
            query,
            new Column<Line>("name", "名称", line => line.Name),
            new Column<Line>("id", "序号", line => line.Id) { Sort = line => line.Id }
        );

        var (response, file) = await Send(listing.AsSheet("村民小组", Clerk()));

        Assert.Equal(SheetFile.ContentType, response.ContentType);
        Assert.Equal(
            "attachment; filename=____20260930.xlsx; filename*=UTF-8''%E6%9D%91%E6%B0%91%E5%B0%8F%E7%BB%8420260930.xlsx",
            response.Headers.ContentDisposition.ToString()
        );
        Assert.Equal("no-store", response.Headers.CacheControl.ToString());
        Assert.Equal("村民小组", file.Text("A1"));
        Assert.Equal(("名称", "序号"), (file.Text("A2"), file.Text("B2")));
        Assert.Equal(("第120组", "120"), (file.Text("A3"), file.Number("B3")));
        Assert.Equal(("第1组", "1"), (file.Text("A122"), file.Number("B122")));
        Assert.Equal("导出人：青溪镇反诈办 张三（干事）　导出时间：2026-09-30 00:30　共 120 行　内部资料，请妥善保管。", file.Text("A124"));
    }

    [Fact]
    public async Task Rows_that_are_equal_in_the_sorted_column_stay_in_the_lists_own_order()
    {
        await using var rows = new Rows();
        await rows.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await rows.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        rows.AddRange(Enumerable.Range(1, 6).Select(i => new Line { Id = i, Name = i % 2 == 0 ? "乙" : "甲" }));
        await rows.SaveChangesAsync(TestContext.Current.CancellationToken);
        var query = new ListQuery
        {
            Path = "/lines",
            Sort = "name",
            Filters = new Dictionary<string, string>(),
        };

        var listing = await Listing<Line>.Of(
            rows.Set<Line>().OrderByDescending(line => line.Id),
            query,
            new Column<Line>("name", "名称", line => line.Name) { Sort = line => line.Name }
        );

        Assert.Equal([6, 4, 2, 5, 3, 1], listing.Rows.Select(line => line.Id));
    }

    private static async Task<(HttpResponse Response, WrittenFile File)> Send(SheetFile file)
    {
        using var body = new MemoryStream();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(new FixedClock()).BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = body;
        await file.ExecuteAsync(context);
        return (context.Response, WrittenFile.Of(body.ToArray()));
    }

    private static Viewer Clerk() =>
        new()
        {
            TenantId = "t",
            AccountId = Guid.Empty,
            PersonId = Guid.Empty,
            AppointmentId = Guid.Empty,
            UnitId = Guid.Empty,
            UnitName = "青溪镇反诈办",
            Scope = Scope.Of("a/"),
            Role = "office-clerk",
            RoleName = "干事",
            PersonName = "张三",
            Acts = new HashSet<string>(),
        };

    /// <summary>16:30 in UTC is already the next day in the township.</summary>
    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 9, 29, 16, 30, 0, TimeSpan.Zero);
    }

    private sealed class Line
    {
        public int Id { get; init; }
        public required string Name { get; init; }
    }

    private sealed class Rows : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Line>();
    }
}
