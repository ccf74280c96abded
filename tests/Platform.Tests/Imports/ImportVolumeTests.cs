using Wuzha.Organisation;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Sheets;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Imports;

public sealed class ImportVolumeTests
{
    [Theory, EveryDatabase]
    public async Task Five_thousand_rows_are_previewed_and_written_at_once(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        town.MorePages = pages => pages.MapImport("/test/import", ImportVillages.Plan).Needs(OrganisationActs.ImportUnitsAndPeople);
        using var file = new MemoryStream();
        await SheetWriter.Write(
            file,
            async book =>
            {
                await book.Sheet(
                    new SheetHead("单位", [new("单位名称"), new("类别"), new("人口数"), new("联系电话"), new("成立日期")]) { Title = "单位名册" }
                );
                for (var i = 1; i <= 5000; i++)
                    await book.Row($"新村{i}", "村（社区）", i, "13800000001", new DateOnly(2020, 1, 1));
                await book.Note("导出人：张三");
            }
        );

        using var clerk = town.Client(Roles.OfficeClerk);
        var taken = await clerk.Upload("/test/import", "file", "单位.xlsx", file.ToArray());
        var preview = await clerk.Visit(taken.Location!);
        Assert.Contains("共 5000 行：新增 5000，更新 0，不变 0，有误 0。", preview.Text, StringComparison.Ordinal);

        var done = await clerk.Visit((await clerk.Submit(preview, taken.Location)).Location!);
        Assert.Contains("已导入：新增 5000 个", done.Text, StringComparison.Ordinal);
    }
}
