using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Tests.Sheets;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Imports;

/// <summary>Upload, preview and commit through HTTP, by the example plan.</summary>
public sealed class ImportPagesTests : IAsyncDisposable
{
    private const string Path = "/test/import";
    private const string Good = "村名,类别,人口\n北岭村,村（社区）,1200\n东沟村,村（社区）,800\n西岭村,学校,5\n";
    private Town town = null!;

    private async Task Build(DatabaseKind kind)
    {
        town = await Town.Build(kind);
        town.MorePages = pages => pages.MapImport(Path, ImportVillages.Plan).Needs(OrganisationActs.ImportUnitsAndPeople);
    }

    public ValueTask DisposeAsync() => town?.DisposeAsync() ?? default;

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    private TownClient Clerk => town.Client(Roles.OfficeClerk);

    private async Task<(TownClient Clerk, string Href, Answer Preview)> Uploaded(string csv)
    {
        var clerk = Clerk;
        var taken = await clerk.Upload(Path, "file", "单位.csv", Csv(csv));
        Assert.Equal(302, taken.Code);
        return (clerk, taken.Location!, await clerk.Visit(taken.Location!));
    }

    private async Task<IReadOnlyList<string>> Units()
    {
        await using var db = town.Open();
        return await db
            .Units.Where(unit => unit.TenantId == Town.TenantId && unit.ParentId == town.Township.Id)
            .OrderBy(unit => unit.SortKey)
            .Select(unit => unit.Name + " " + unit.Kind)
            .ToListAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_is_asked_to_sign_in(DatabaseKind kind)
    {
        await Build(kind);
        using var stranger = town.Stranger();
        Assert.StartsWith("/sign-in", (await stranger.Visit(Path)).Location, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_role_without_the_act_may_not(DatabaseKind kind)
    {
        await Build(kind);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Visit(Path)).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_form_names_every_column_and_its_other_names(DatabaseKind kind)
    {
        await Build(kind);
        var page = await Clerk.Visit(Path);

        Assert.Equal("导入单位", page.Heading);
        Assert.Equal(["单位名称", "类别", "人口数", "联系电话", "成立日期"], page.TextsOf("main tbody th"));
        Assert.Contains("村名、单位、名称", page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_template_reads_back_as_an_empty_import(DatabaseKind kind)
    {
        await Build(kind);
        var template = await Clerk.Visit($"{Path}/template");
        var file = WrittenFile.Of(template.Body);
        Assert.Equal(["单位", "填写说明"], file.SheetNames);
        Assert.Equal("示例村", file.Text("A2"));

        var clerk = Clerk;
        var preview = await clerk.Visit((await clerk.Upload(Path, "file", "模板.xlsx", template.Body)).Location!);
        Assert.Contains("表头下面没有数据", preview.Text, StringComparison.Ordinal);
        Assert.Contains("第 2 行是模板里的示例，没有导入。", preview.Text, StringComparison.Ordinal);
        Assert.Contains("工作表“填写说明”里没有需要的列，没有读取。", preview.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task No_file_is_refused_beside_the_field(DatabaseKind kind)
    {
        await Build(kind);
        var answer = await Clerk.Send(Path);

        Assert.Equal(422, answer.Code);
        Assert.Contains("请选择表格文件。", answer.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_is_no_table_is_refused_on_the_form(DatabaseKind kind)
    {
        await Build(kind);
        var answer = await Clerk.Upload(Path, "file", "程序.xlsx", [.. "MZ"u8, .. new byte[600]]);

        Assert.Equal(422, answer.Code);
        Assert.Contains(SheetRefusals.NotASheet.Message, answer.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_preview_says_what_would_happen_and_nothing_is_written(DatabaseKind kind)
    {
        await Build(kind);
        var before = await Units();
        var (_, _, preview) = await Uploaded(Good);

        Assert.Equal(200, preview.Code);
        Assert.Contains("“单位.csv”共 3 行：新增 1，更新 1，不变 1，有误 0。", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["新增", "更新：类别 village → school"], preview.TextsOf("main tbody td:last-child"));
        Assert.Contains("“村名”一列读作“单位名称”。", preview.Text, StringComparison.Ordinal);
        Assert.Equal("导入这 2 个", preview.TextOf("main form button"));
        Assert.Equal(before, await Units());
    }

    [Theory, EveryDatabase]
    public async Task The_commit_writes_all_and_the_same_file_again_nothing(DatabaseKind kind)
    {
        await Build(kind);
        var (clerk, href, preview) = await Uploaded(Good);
        var done = await clerk.Submit(preview, href);

        Assert.Equal((303, href), (done.Code, done.Location));
        Assert.Contains("北岭村 village", await Units());
        Assert.Contains("西岭村 school", await Units());
        var result = await clerk.Visit(href);
        Assert.Contains("已导入：新增 1 个，更新 1 个，原样未动 1 个。", result.Text, StringComparison.Ordinal);
        Assert.Equal("都已在册", result.Heading);
        Assert.Empty(result.Page.QuerySelectorAll("main form"));

        var before = await Units();
        var again = await Uploaded(Good);
        Assert.Equal(href, again.Href);
        Assert.Equal("都已在册", again.Preview.Heading);
        Assert.Equal(409, (await clerk.Submit(preview, href)).Code);
        Assert.Equal(before, await Units());
    }

    [Theory, EveryDatabase]
    public async Task Errors_are_named_by_row_and_column_and_block_the_whole_file(DatabaseKind kind)
    {
        await Build(kind);
        var before = await Units();
        var (clerk, href, preview) = await Uploaded("村名,类别,人口\n北岭村,村（社区）,一千二\n北岭村,村（社区）,5\n,学校,7\n");

        Assert.Equal(["第 2 行 人口数：“一千二”不是数字，请改为 1200。", "第 4 行 单位名称：请填写单位名称。"], preview.TextsOf(".error-list li"));
        Assert.Empty(preview.Page.QuerySelectorAll("main form"));
        Assert.Equal(422, (await clerk.Send(href, ("preview", "x"))).Code);
        Assert.Equal(before, await Units());
    }

    [Theory, EveryDatabase]
    public async Task Rows_with_errors_come_as_a_file_that_can_be_mended_and_sent_again(DatabaseKind kind)
    {
        await Build(kind);
        var (clerk, href, _) = await Uploaded("村名,类别,人口\n北岭村,村（社区）,一千二\n南岭村,学校,5\n");
        var answer = await clerk.Visit($"{href}/errors");
        var file = WrittenFile.Of(answer.Body);

        Assert.Equal(["行号", "单位名称", "类别", "人口数", "问题"], new[] { "A1", "B1", "C1", "D1", "E1" }.Select(cell => file.Text(cell)));
        Assert.Equal(("2", "北岭村", "一千二"), (file.Number("A2"), file.Text("B2"), file.Text("D2")));
        Assert.Equal("人口数：“一千二”不是数字，请改为 1200。", file.Text("E2"));

        var again = await clerk.Visit((await clerk.Upload(Path, "file", "改.xlsx", answer.Body)).Location!);
        Assert.Equal(["第 2 行 人口数：“一千二”不是数字，请改为 1200。"], again.TextsOf(".error-list li"));
    }

    [Theory, EveryDatabase]
    public async Task A_register_that_changed_after_the_preview_stops_the_commit(DatabaseKind kind)
    {
        await Build(kind);
        var (clerk, href, preview) = await Uploaded(Good);
        await using (var db = town.Open())
        {
            var west = await db.Units.SingleAsync(
                unit => unit.TenantId == Town.TenantId && unit.Name == "西岭村",
                TestContext.Current.CancellationToken
            );
            west.Kind = "bank";
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var stopped = await clerk.Submit(preview, href);
        Assert.Equal(409, stopped.Code);
        Assert.Contains(ImportRefusals.PreviewChanged.Message, stopped.Text, StringComparison.Ordinal);
        Assert.Contains("更新：类别 bank → school", stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("北岭村 village", await Units());

        Assert.Equal(303, (await clerk.Submit(stopped, href)).Code);
        Assert.Contains("西岭村 school", await Units());
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_the_register_that_changes_nothing_here_does_not_stop_it(DatabaseKind kind)
    {
        await Build(kind);
        var (clerk, href, preview) = await Uploaded(Good);
        await using (var db = town.Open())
        {
            var south = await db.Units.SingleAsync(
                unit => unit.TenantId == Town.TenantId && unit.Name == "南坡村",
                TestContext.Current.CancellationToken
            );
            south.Kind = "bank";
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(303, (await clerk.Submit(preview, href)).Code);
    }

    [Theory, EveryDatabase]
    public async Task Another_account_does_not_see_the_file(DatabaseKind kind)
    {
        await Build(kind);
        var (_, href, _) = await Uploaded(Good);
        using var other = town.Client(Roles.Liaison);

        Assert.Equal(403, (await other.Visit(href)).Code);
        Assert.Equal(404, (await Clerk.Visit($"{Path}/{new string('a', 64)}")).Code);
        Assert.Equal(404, (await Clerk.Visit($"{Path}/{new string('.', 64)}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_file_waits_for_a_day(DatabaseKind kind)
    {
        await Build(kind);
        var (clerk, href, _) = await Uploaded(Good);
        town.Clock.Advance(TimeSpan.FromHours(25));
        using var next = Clerk;
        await next.Upload(Path, "file", "别的.csv", Csv("村名,类别\n北岭村,学校\n"));

        var gone = await next.Visit(href);
        Assert.Equal(404, gone.Code);
        Assert.Contains(ImportRefusals.Gone.Message, gone.Text, StringComparison.Ordinal);
        clerk.Dispose();
    }

    [Theory, EveryDatabase]
    public async Task A_form_without_its_token_is_refused(DatabaseKind kind)
    {
        await Build(kind);
        var (clerk, href, _) = await Uploaded(Good);
        Assert.Equal(400, (await clerk.Post(href, ("preview", "x"))).Code);
    }
}
