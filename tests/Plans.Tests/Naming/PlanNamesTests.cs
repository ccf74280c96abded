using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Naming;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Plans.Tests.Naming;

public sealed class PlanNamesTests
{
    private static string WithVague =>
        Plans.Text.Replace("四、工作要求", "（四）宣传展示。相关部门要悬挂宣传横幅不少于2条。\n四、工作要求", StringComparison.Ordinal);

    private static async Task<PlanUnits> Resolve(Town town, Guid id)
    {
        await using var db = town.Open();
        Assert.True((await PlanHere.Read(id, db, town.ViewerOf(town.Of(Roles.OfficeClerk)))).Is(out var here, out _));
        return await PlanUnits.Resolve(db, here, town.Clock);
    }

    private static string Path(Guid id, string written) => NameUnits.Href(id, written);

    [Theory, EveryDatabase]
    public async Task Known_names_find_their_units_and_the_rest_is_asked(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn(WithVague);
        var page = await town.Client(Roles.OfficeClerk).Visit($"/plans/{id}/units");
        Assert.Equal(200, page.Code);
        Assert.Contains("所有村（社区），现有 3 个", page.Text);
        Assert.Contains("青溪镇中心小学", page.Text);
        Assert.Contains("不清楚指谁", page.Text);
        Assert.Contains("待指定", page.Text);

        var units = await Resolve(town, id);
        var visit = (await town.Proposals(id)).First(duty => duty.Kind == "visit");
        Assert.Equal(3, units.Of(visit).Units.Count);
        var vague = (await town.Proposals(id)).First(duty => duty.UnitNames.Contains("相关部门"));
        Assert.Equal(["相关部门"], units.Of(vague).Open);
        Assert.False(units.Of(vague).IsNobodys);
    }

    [Theory, EveryDatabase]
    public async Task A_name_is_decided_in_two_steps_and_remembered_for_the_next_plan(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn(WithVague);
        var clerk = town.Client(Roles.OfficeClerk);
        var form = await clerk.Visit(Path(id, "相关部门"));
        var action = $"/plans/{id}/units/name";
        Assert.Contains("请选择指的是谁。", (await clerk.Submit(form, action)).Text);
        Assert.Equal(422, (await clerk.Submit(form, action, ("target", "Units"))).Code);
        Assert.Contains("请勾选至少一类单位", (await clerk.Submit(form, action, ("target", "Groups"))).Text);

        var preview = await clerk.Submit(form, action, ("target", "Units"), ($"unit{town.School.Id}", "true"), ($"unit{town.Bank.Id}", "true"));
        Assert.Equal(200, preview.Code);
        Assert.Contains("共 2 个单位", preview.Text);
        Assert.Equal(0, await town.Facts("plans.unit-name-decided"));
        Assert.Equal($"/plans/{id}/units", (await clerk.Submit(preview, action)).Location);
        Assert.Equal(1, await town.Facts("plans.unit-name-decided"));

        var next = await town.ReadIn(WithVague);
        var units = await Resolve(town, next);
        var duty = (await town.Proposals(next)).First(duty => duty.UnitNames.Contains("相关部门"));
        Assert.Equal([town.School.Id, town.Bank.Id], units.Of(duty).Units.Select(unit => unit.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_group_takes_in_units_that_are_set_up_later(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn(WithVague);
        var clerk = town.Client(Roles.OfficeClerk);
        var action = $"/plans/{id}/units/name";
        var preview = await clerk.Submit(await clerk.Visit(Path(id, "相关部门")), action, ("target", "Groups"), ("groupvillages", "true"));
        await using (var db = town.Open())
        {
            UnitTree.Add(
                db,
                Town.TenantId,
                await db.Units.SingleAsync(unit => unit.TenantId == Town.TenantId && unit.Id == town.Township.Id),
                Guid.CreateVersion7(),
                UnitKinds.Village.Key,
                "新湾村",
                "200009",
                new DateOnly(2026, 1, 1)
            );
            await db.SaveChangesAsync();
        }
        var again = await clerk.Submit(preview, action);
        Assert.Equal(200, again.Code);
        Assert.Contains("共 4 个单位", again.Text);
        Assert.Equal(303, (await clerk.Submit(again, action)).Code);
        var duty = (await town.Proposals(id)).First(duty => duty.UnitNames.Contains("相关部门"));
        Assert.Equal(4, (await Resolve(town, id)).Of(duty).Units.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_duty_of_units_above_or_of_nobody_is_shown_as_such(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn(WithVague);
        var clerk = town.Client(Roles.OfficeClerk);
        var preview = await clerk.Submit(await clerk.Visit(Path(id, "相关部门")), $"/plans/{id}/units/name", ("target", "External"));
        Assert.Equal(303, (await clerk.Submit(preview, $"/plans/{id}/units/name")).Code);
        var page = await clerk.Visit($"/plans/{id}/units");
        Assert.Contains("这里没有单位承担的任务", page.Text);
        Assert.Contains("由相关部门办，这里没有任务", page.Text);
        var duty = (await town.Proposals(id)).First(duty => duty.UnitNames.Contains("相关部门"));
        Assert.True((await Resolve(town, id)).Of(duty).IsNobodys);
    }

    [Theory, EveryDatabase]
    public async Task A_decision_is_changed_and_taken_back(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn(WithVague);
        var clerk = town.Client(Roles.OfficeClerk);
        var preview = await clerk.Submit(await clerk.Visit(Path(id, "相关部门")), $"/plans/{id}/units/name", ("target", "Office"));
        await clerk.Submit(preview, $"/plans/{id}/units/name");

        var link = (await clerk.Visit("/plans/aliases?q=相关")).Page.QuerySelector("a[href^='/plans/aliases/0']")!.GetAttribute("href")!;
        foreach (var sort in new[] { "written", "-decided" })
            Assert.Contains("相关部门", (await clerk.Visit($"/plans/aliases?sort={sort}")).Text);
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await clerk.Visit("/plans/aliases?format=xlsx")).ContentType);
        var changed = await clerk.Submit(await clerk.Visit(link), link, ("target", "Units"), ($"unit{town.Bank.Id}", "true"));
        Assert.Equal("/plans/aliases", (await clerk.Submit(changed, link)).Location);
        var duty = (await town.Proposals(id)).First(duty => duty.UnitNames.Contains("相关部门"));
        Assert.Equal([town.Bank.Id], (await Resolve(town, id)).Of(duty).Units.Select(unit => unit.Id));

        Assert.Equal(303, (await clerk.Send($"{link}/remove")).Code);
        Assert.Equal(404, (await clerk.Send($"{link}/remove")).Code);
        Assert.Equal(["相关部门"], (await Resolve(town, id)).Of(duty).Open);
        Assert.Equal(2, await town.Facts("plans.unit-name-decided"));
        Assert.Equal(2, await town.Facts("platform.fact-withdrawn"));
    }

    [Theory, EveryDatabase]
    public async Task Names_stay_within_their_office_and_their_acts(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn(WithVague);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(404, (await clerk.Visit(Path(id, "没有这个名字"))).Code);
        Assert.Equal(404, (await clerk.Send($"/plans/{id}/units/name", ("written", "没有这个名字"))).Code);
        var preview = await clerk.Submit(await clerk.Visit(Path(id, "相关部门")), $"/plans/{id}/units/name", ("target", "Nobody"));
        await clerk.Submit(preview, $"/plans/{id}/units/name");
        await using (var db = town.Open())
        {
            var alias = (await db.Set<UnitAlias>().SingleAsync(alias => alias.TenantId == Town.TenantId)).Id;
            var other = town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship));
            foreach (var path in new[] { $"/plans/{id}/units", Path(id, "相关部门"), $"/plans/aliases/{alias}" })
            {
                Assert.Equal(404, (await other.Visit(path)).Code);
                Assert.Equal(302, (await town.Stranger().Visit(path)).Code);
            }
            Assert.Equal(404, (await other.Send($"/plans/aliases/{alias}/remove")).Code);
            Assert.Equal(403, (await town.Client(Roles.Leader).Visit($"/plans/aliases/{alias}")).Code);
        }
        Assert.Equal(200, (await town.Client(Roles.Leader).Visit($"/plans/{id}/units")).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Visit(Path(id, "相关部门"))).Code);
        Assert.DoesNotContain("相关部门", (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Visit("/plans/aliases")).TextOf("main"));
    }
}
