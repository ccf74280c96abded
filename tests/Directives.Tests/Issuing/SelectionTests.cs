using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Issuing;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Issuing;

public sealed class SelectionTests
{
    private const string List = "/directives/selections";

    private static TownClient Clerk(Town town) => town.Client(Roles.OfficeClerk);

    private static TownClient East(Town town) => town.Client(town.Of(Roles.Liaison, town.EastVillage));

    /// <summary>A draft whose addresses are kept under a name.</summary>
    private static async Task<(Guid Selection, Guid Draft)> Saved(Town town, string name, params (string Name, string Value)[] whom)
    {
        var draft = Created(await Clerk(town).Send("/directives", DirectiveTests.Typed([.. whom, ("saveAs", name)])), "/directives/");
        await using var db = town.Open();
        return (
            await db.Set<AddressBook>().Where(book => book.TenantId == Town.TenantId && book.Name == name).Select(book => book.Id).SingleAsync(),
            draft
        );
    }

    private static async Task<IReadOnlyList<string>> Cells(Town town, string label) =>
        (await Clerk(town).Visit(List)).TextsOf($"td[data-label='{label}']");

    [Theory, EveryDatabase]
    public async Task What_was_saved_is_listed_with_whom_it_means_today(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        Assert.DoesNotContain("管理常用范围", (await Clerk(town).Visit("/directives/new")).Text, StringComparison.Ordinal);
        Assert.Contains("还没有存过常用范围", (await Clerk(town).Visit(List)).Text, StringComparison.Ordinal);

        // The eastern village is a village: both lines mean it, it is one unit.
        await Saved(town, "各村和银行", ("reach", "units:village"), ("unit", town.EastVillage.Id.ToString()), ("unit", town.Bank.Id.ToString()));
        await Saved(town, "东片", ("reach", ""), ("unit", town.EastVillage.Id.ToString()), ("unit", town.WestVillage.Id.ToString()));

        var form = await Clerk(town).Visit("/directives/new");
        Assert.Equal(List, form.Page.QuerySelectorAll("a").Single(a => a.TextContent == "管理常用范围").GetAttribute("href"));
        var list = await Clerk(town).Visit(List);
        Assert.Equal(["东片", "各村和银行"], list.TextsOf("td.card-title"));
        Assert.Equal(
            [$"{town.EastVillage.Name}、{town.WestVillage.Name}", $"全部村（社区）、{town.Bank.Name}"],
            list.TextsOf("td[data-label='发给谁']")
        );
        Assert.Equal(["2", "4"], list.TextsOf("td[data-label='单位（个）']"));
        Assert.Equal(["0", "0"], list.TextsOf("td[data-label='工作群（个）']"));
        Assert.Equal(["各村和银行"], (await Clerk(town).Visit($"{List}?q=银行")).TextsOf("td.card-title"));

        // Units that were closed since are named and counted no longer.
        await using (var db = town.Open())
        {
            await UnitTree.Close(db, Town.TenantId, town.WestVillage.Id, new DateOnly(2026, 4, 1));
            await db.SaveChangesAsync();
        }
        Assert.Equal(["1", "3"], await Cells(town, "单位（个）"));
        Assert.Equal(town.EastVillage.Name, (await Cells(town, "发给谁"))[0]);
    }

    [Theory, EveryDatabase]
    public async Task A_selection_is_renamed_and_no_name_stands_twice(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (east, _) = await Saved(town, "东片", ("reach", ""), ("unit", town.EastVillage.Id.ToString()));
        await Saved(town, "西片", ("reach", ""), ("unit", town.WestVillage.Id.ToString()));

        var page = await Clerk(town).Visit($"{List}/{east}");
        Assert.Equal("东片", page.Page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Refused(await Clerk(town).Send($"{List}/{east}", ("name", "")), 422, "请填写名称");
        var twice = await Clerk(town).Send($"{List}/{east}", ("name", "西片"));
        Refused(twice, 422, "已经有叫“西片”的常用范围，请换一个名称。");
        Assert.Equal("西片", twice.Page.QuerySelector("input[name=name]")!.GetAttribute("value"));

        Went(await Clerk(town).Send($"{List}/{east}", ("name", "东片各村")), List);
        Assert.Contains("东片各村", (await Clerk(town).Visit("/directives/new")).Text, StringComparison.Ordinal);
        // Its own name is no other's.
        Went(await Clerk(town).Send($"{List}/{east}", ("name", "东片各村")), List);
    }

    [Theory, EveryDatabase]
    public async Task A_removed_selection_leaves_the_drafts_that_were_made_with_it(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (east, draft) = await Saved(town, "东片", ("reach", ""), ("unit", town.EastVillage.Id.ToString()));

        Assert.Contains("已经起草、下发的指令不受影响", (await Clerk(town).Visit($"{List}/{east}")).Text, StringComparison.Ordinal);
        Went(await Clerk(town).Send($"{List}/{east}/remove"), List);
        Assert.Equal(404, (await Clerk(town).Visit($"{List}/{east}")).Code);
        Assert.Equal(404, (await Clerk(town).Send($"{List}/{east}/remove")).Code);
        Assert.Contains("发给 1 个单位", (await Clerk(town).Visit($"/directives/{draft}")).Text, StringComparison.Ordinal);
        await using var db = town.Open();
        Assert.Empty(await db.Set<AddressBook>().Where(book => book.TenantId == Town.TenantId).ToListAsync());
        Assert.Empty(await Addressing.Lines(db, Town.TenantId, [east]));
    }

    [Theory, EveryDatabase]
    public async Task Another_units_selection_is_not_there_and_who_may_not_pass_on_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (east, _) = await Saved(town, "东片", ("reach", ""), ("unit", town.EastVillage.Id.ToString()));

        Assert.Contains("还没有存过常用范围", (await East(town).Visit(List)).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await East(town).Visit($"{List}/{east}")).Code);
        Assert.Equal(404, (await East(town).Send($"{List}/{east}", ("name", "我的"))).Code);
        Assert.Equal(404, (await East(town).Send($"{List}/{east}/remove")).Code);
        Assert.Equal(302, (await town.Stranger().Visit(List)).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Visit(List)).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Send($"{List}/{east}/remove")).Code);
    }
}
