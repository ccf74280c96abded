using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Files;

public sealed class ServeFileTests
{
    private static async Task<StoredFile> Keep(Town town, Member owner, DateTime? expires = null)
    {
        var content = FileContent.Read(FileContentTests.Png(), "照片.png").Value!;
        await using var db = town.Open();
        var store = town.Host.Services.GetRequiredService<FileStore>();
        var file = await StoredFile.Keep(db, store, town.ViewerOf(owner), (content, "照片.png", CalendarActs.Edit), town.Clock.Now, expires);
        await db.SaveChangesAsync();
        return file;
    }

    [Theory, EveryDatabase]
    public async Task A_file_opens_to_its_owner_and_to_those_with_the_act_over_its_unit(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var owner = town.Of(Roles.Liaison, town.EastVillage);
        var file = await Keep(town, owner);
        var path = $"/files/{file.Id}";
        Assert.Equal(200, (await town.Client(owner).Visit(path)).Code);
        Assert.Equal(200, (await town.Client(Roles.OfficeClerk).Visit(path)).Code);
        Assert.Equal(404, (await town.Client(town.Of(Roles.Liaison, town.WestVillage)).Visit(path)).Code);
        Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Visit(path)).Code);
        Assert.Equal(302, (await town.Stranger().Visit(path)).Code);
        Assert.Equal(404, (await town.Client(owner).Visit($"/files/{Guid.CreateVersion7()}")).Code);
    }

    [Fact]
    public async Task A_file_is_served_so_that_no_browser_runs_it()
    {
        await using var town = await Town.Build();
        var owner = town.Of(Roles.Liaison, town.EastVillage);
        var file = await Keep(town, owner);
        var client = town.Client(owner);
        using var whole = await client.GetAsync($"/files/{file.Id}");
        Assert.Equal("image/png", whole.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(whole.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(whole.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("照片.png", whole.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal($"\"{file.Hash}\"", whole.Headers.ETag?.Tag);

        using var part = new HttpRequestMessage(HttpMethod.Get, $"/files/{file.Id}") { Headers = { Range = new RangeHeaderValue(0, 7) } };
        using var first = await client.SendAsync(part);
        Assert.Equal(206, (int)first.StatusCode);
        Assert.Equal(PngFile.Signature.ToArray(), await first.Content.ReadAsByteArrayAsync());

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/files/{file.Id}") { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        using var same = await client.SendAsync(again);
        Assert.Equal(304, (int)same.StatusCode);
    }

    [Fact]
    public async Task The_same_content_is_kept_once_and_a_changed_one_is_not_served()
    {
        await using var town = await Town.Build();
        var owner = town.Of(Roles.Liaison, town.EastVillage);
        var file = await Keep(town, owner);
        Assert.Equal(file.Hash, (await Keep(town, owner)).Hash);
        var path = (await town.Host.Services.GetRequiredService<FileStore>().Find(Town.TenantId, file.Hash))!;
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));

        await File.AppendAllTextAsync(path, "x");
        var answer = await town.Client(owner).Visit($"/files/{file.Id}");
        Assert.Equal(404, answer.Code);
        Assert.Contains("文件内容缺失或被改动，不能打开。请联系系统管理员从备份恢复。", answer.Text);
    }

    [Theory, EveryDatabase]
    public async Task A_temporary_upload_is_over_at_its_hour_and_then_cleaned_away(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var owner = town.Of(Roles.Liaison, town.EastVillage);
        var file = await Keep(town, owner, town.Clock.Now.AddHours(2));
        var store = town.Host.Services.GetRequiredService<FileStore>();
        town.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(404, (await town.Client(owner).Visit($"/files/{file.Id}")).Code);

        await Clean(town);
        Assert.NotNull(await store.Find(Town.TenantId, file.Hash));
        town.Clock.Advance(TimeSpan.FromDays(1));
        await Clean(town);
        Assert.Null(await store.Find(Town.TenantId, file.Hash));
        await using var db = town.Open();
        Assert.False(await db.Set<StoredFile>().AnyAsync(f => f.TenantId == Town.TenantId));
    }

    private static async Task Clean(Town town)
    {
        await using var db = town.Open();
        await CleanFiles.Run(town.Host.Services, db, new JobRun(Town.TenantId, Guid.Empty, "", 1));
    }
}
