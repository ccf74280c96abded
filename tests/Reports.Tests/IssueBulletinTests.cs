using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Reports.Bulletins;
using Wuzha.Reports.Exports;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Reports.Tests;

public sealed class IssueBulletinTests
{
    [Theory, EveryDatabase]
    public async Task The_office_writes_remarks_and_the_book_holds_no_word_of_them(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var form = $"{town.April}/remarks/1";
        Assert.Equal("“任务完成情况”怎么说明？", (await town.Clerk.Visit(form)).Heading);
        BulletinTown.Went(await town.Clerk.Send(form, ("text", "西岭村上月换届，已经督促补上。")));
        var page = await town.Clerk.Visit(town.April);
        Assert.Equal("西岭村上月换届，已经督促补上。", page.TextOf("[aria-labelledby=section-1] .bulletin-remark"));
        Assert.Contains("西岭村上月换届，已经督促补上。", ShowBulletinTests.TextOf((await town.Clerk.Visit($"{town.April}/bulletin.docx")).Body));
        Assert.Contains("西岭村上月换届", (await town.Clerk.Visit(form)).TextOf("textarea"));
        var fact = Assert.Single(await town.Facts("reports.bulletin-remarked"));
        Assert.Equal($$"""{"unitId":"{{town.Township.Id}}","monthOn":"2026-04-01","section":1}""", fact.Payload);

        // Saying the same again changes nothing; clearing it takes it off the page.
        BulletinTown.Went(await town.Clerk.Send(form, ("text", "西岭村上月换届，已经督促补上。")));
        Assert.Single(await town.Facts("reports.bulletin-remarked"));
        BulletinTown.Went(await town.Clerk.Send(form, ("text", "")));
        Assert.Equal("", (await town.Clerk.Visit(town.April)).TextOf(".bulletin-remark"));

        var tooLong = await town.Clerk.Send(form, ("text", new string('字', 1001)));
        Assert.Equal(422, tooLong.Code);
        Assert.Contains("说明最多 1000 个字，现在有 1001 个", tooLong.Text);
        Assert.Equal(1001, tooLong.TextOf("textarea").Length);
        Assert.Equal(404, (await town.Clerk.Send($"{town.April}/remarks/9", ("text", "字"))).Code);
        Assert.Equal(403, (await town.Town.Client(Roles.Leader).Send(form, ("text", "字"))).Code);
        Assert.StartsWith("/sign-in", (await town.Town.Stranger().Visit(form)).Location);
    }

    [Theory, EveryDatabase]
    public async Task The_clerk_reads_the_figures_of_a_village_and_leaves_its_words_alone(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var village = $"/bulletins/{town.Town.EastVillage.Id}/2026-04";
        Assert.Equal(200, (await town.Clerk.Visit(village)).Code);
        foreach (var act in new[] { "/remarks/1", "/issue", "/take-back" })
        {
            var answer = await town.Clerk.Send(village + act, ("text", "字"));
            Assert.Equal(403, answer.Code);
            Assert.Contains("东沟村的通报由东沟村的办公室写说明、印发和撤回", answer.Text);
        }
    }

    [Theory, EveryDatabase]
    public async Task An_issued_bulletin_keeps_its_numbers_and_says_which_have_changed(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var clerk = town.Clerk;
        BulletinTown.Went(await clerk.Send($"{town.April}/remarks/4", ("text", "请各村抓紧。")));
        BulletinTown.Went(await clerk.Submit(await clerk.Visit(town.April), $"{town.April}/issue"));
        var issued = await town.Clerk.Visit(town.April);
        Assert.Contains("已印发 印发时间 2026-05-04 12:00，数据截至 2026-05-04 12:00", issued.TextOf(".page-head"));
        Assert.Empty(issued.Page.QuerySelectorAll(".notice-warning"));
        Assert.Empty(issued.Page.QuerySelectorAll("a[href*='/remarks/']"));

        // 西岭村 does late what it owed: overdue becomes late, today, beside what was printed.
        town.At(2026, 5, 6);
        await using (var db = town.Town.Open())
        {
            var once = (await DutyBook.Of(db, Town.TenantId, town.Campaign, BulletinTown.Last)).Single(duty => duty.Title == "召开动员部署会");
            var west = once.Assignments.Single(one => one.UnitId == town.Town.WestVillage.Id).Id;
            BulletinTown.Went(await BulletinTown.Record(town.West, west, new DateOnly(2026, 5, 6)));
        }
        var page = await town.Clerk.Visit(town.April);
        Assert.Contains("印发以后有 4 个数字发生变化", page.TextOf(".notice-warning"));
        Assert.Equal(["6", "1", "1（现为 2）", "4（现为 3）", "0"], BulletinTown.RowOf(page, "units", "西岭村"));
        Assert.Equal(["2", "1", "0（现为 1）", "1（现为 0）", "1"], BulletinTown.RowOf(page, "duties", "3. 召开动员部署会"));
        Assert.Equal("8", BulletinTown.RowOf(page, "units", "合计")[3]);
        Assert.Contains("逾期未完成 8 项次", page.TextOf(".bulletin-words p"));
        Assert.Contains("数据截至 2026-05-04 12:00", page.TextOf(".page-head"));
        foreach (var door in page.Page.QuerySelectorAll("main a[href^='/']"))
            Assert.Equal(200, (await town.Clerk.Visit(door.GetAttribute("href")!)).Code);
        var paper = ShowBulletinTests.TextOf((await town.Clerk.Visit($"{town.April}/bulletin.docx")).Body);
        Assert.Contains("西岭村|6|1|1|4|0", paper);
        Assert.Contains("请各村抓紧。", paper);
        Assert.Contains("青溪镇|2026年5月4日", paper);
        Assert.DoesNotContain("草稿", paper);

        var again = await town.Clerk.Send($"{town.April}/issue");
        Assert.Equal(409, again.Code);
        Assert.Contains("这份通报已经印发，数字和说明都已固定", again.Text);
        Assert.Equal(409, (await town.Clerk.Send($"{town.April}/remarks/1", ("text", "字"))).Code);

        clerk = town.Clerk;
        BulletinTown.Went(await clerk.Submit(await clerk.Visit(town.April), $"{town.April}/take-back"));
        var back = await town.Clerk.Visit(town.April);
        Assert.Equal(["6", "1", "2", "3", "0"], BulletinTown.RowOf(back, "units", "西岭村"));
        Assert.Contains("请各村抓紧。", back.Text);
        var twice = await town.Clerk.Send($"{town.April}/take-back");
        Assert.Equal(409, twice.Code);
        Assert.Contains("还没有印发，或者已经撤回", twice.Text);
    }

    [Theory, EveryDatabase]
    public async Task A_withdrawn_fact_and_a_unit_that_came_later_are_named_beside_what_was_printed(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        BulletinTown.Went(await town.Clerk.Send($"{town.April}/issue"));
        Guid assignment;
        await using (var db = town.Town.Open())
        {
            var monthly = (await DutyBook.Of(db, Town.TenantId, town.Campaign, BulletinTown.Last)).Single(duty => duty.Title == "入户走访宣传");
            assignment = monthly.Assignments.Single(one => one.UnitId == town.Town.EastVillage.Id).Id;
        }
        var east = town.East;
        var own = await east.Visit($"/assignments/{assignment}");
        BulletinTown.Went(await east.Submit(own, own.Page.QuerySelector("form[action$='/withdraw']")!.GetAttribute("action")));
        // A duty of April that is opened in May, of a school that was not in the printed table.
        await town.Opened("开展主题班会", "event", Timing.Once(BulletinTown.First, new DateOnly(2026, 4, 30)), town.Town.School);
        var page = await town.Clerk.Visit(town.April);
        Assert.Equal(["6", "6（现为 5）", "0", "0（现为 1）", "0"], BulletinTown.RowOf(page, "units", "东沟村"));
        Assert.Equal(["0（现为 1）", "0", "0", "0（现为 1）", "0"], BulletinTown.RowOf(page, "units", "青溪镇中心小学"));
        Assert.Contains("印发以后有 8 个数字发生变化", page.TextOf(".notice-warning"));
        Assert.Contains("应完成任务 16 项次", page.TextOf(".bulletin-words p"));
    }

    [Theory, EveryDatabase]
    public async Task Issuing_counts_the_duty_to_report_at_the_office_and_taking_back_uncounts_it(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var office = await Department(town);
        town.At(2026, 4, 4);
        var duty = await town.Opened("每月通报", "bulletin", Timing.Each(CadencePer.Month, 1, BulletinTown.First, BulletinTown.Last), office);
        town.At(2026, 5, 4);
        Assert.Equal((StandingState.Due, 0), await May(town, duty));
        BulletinTown.Went(await town.Clerk.Send($"{town.April}/issue"));
        var fact = Assert.Single(await town.Facts("reports.bulletin-issued"));
        Assert.Equal((town.Campaign, office.Id), (fact.CampaignId, fact.NodeId));
        Assert.Equal((StandingState.Met, 1), await May(town, duty));

        await using (var db = town.Town.Open())
        {
            var row = await db.Set<Bulletin>().SingleAsync(one => one.TenantId == Town.TenantId);
            Assert.Equal(BulletinSnapshot.HashOf(row.Snapshot), row.SnapshotHash);
            Assert.Contains($"\"snapshotHash\":\"{row.SnapshotHash}\"", fact.Payload);
            var catalog = town.Town.Host.Services.GetRequiredService<FactCatalog>();
            Assert.Equal(0, await Tallies.Rebuild(db, catalog, Town.TenantId));
            Assert.Equal(
                1,
                await Tallies.Sum(db, Town.TenantId, BulletinMeasures.BulletinsIssued, town.Township.Scope, new(2026, 5, 4), new(2026, 5, 4))
            );
        }
        BulletinTown.Went(await town.Clerk.Send($"{town.April}/take-back"));
        Assert.Equal((StandingState.Due, 0), await May(town, duty));
        BulletinTown.Went(await town.Clerk.Send($"{town.April}/issue"));
        Assert.Equal((StandingState.Met, 1), await May(town, duty));
    }

    [Theory, EveryDatabase]
    public async Task A_month_that_runs_or_is_empty_is_not_issued(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var running = await town.Clerk.Send($"/bulletins/{town.Township.Id}/2026-05/issue");
        Assert.Equal(409, running.Code);
        Assert.Contains("2026年5月还没有结束，数字还会变化。请从 2026-06-01 起印发", running.Text);
        var empty = await town.Clerk.Send($"/bulletins/{town.Township.Id}/2026-02/issue");
        Assert.Equal(409, empty.Code);
        Assert.Contains("2026年2月没有到期的任务", empty.Text);
        Assert.Equal(403, (await town.East.Send($"{town.April}/issue")).Code);
        Assert.Equal(404, (await town.Town.Client(town.Town.Of(Roles.OfficeClerk, town.Town.OtherTownship)).Send($"{town.April}/issue")).Code);
        Assert.Equal(404, (await town.Clerk.Send($"/bulletins/{town.Township.Id}/2026-07/issue")).Code);
        Assert.Empty(await town.Facts("reports.bulletin-issued"));
    }

    [Theory, EveryDatabase]
    public async Task Two_clerks_who_issue_at_once_leave_one_bulletin(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var clerks = Enumerable.Range(0, 3).Select(_ => town.Clerk).ToList();
        var answers = await Task.WhenAll(clerks.Select(clerk => clerk.Send($"{town.April}/issue")));
        Assert.Single(answers, answer => answer.Code is 302 or 303);
        Assert.All(answers.Where(answer => answer.Code >= 400), answer => Assert.Equal(409, answer.Code));
        Assert.Single(await town.Facts("reports.bulletin-issued"));
    }

    [Theory, EveryDatabase]
    public async Task The_first_five_working_days_remind_the_office_of_last_months_bulletin(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        async Task<string> ToDo(TownClient who) => (await who.Visit("/")).TextOf("[aria-labelledby=todo]");

        // Days of rest from 1 to 5 May 2026, and Saturday 9 is worked for them: 6, 7, 8, 9 and 11 are the first five.
        Assert.Contains("上月通报待印发", await ToDo(town.Clerk));
        Assert.Contains("青溪镇2026年4月", await ToDo(town.Clerk));
        Assert.DoesNotContain("上月通报", await ToDo(town.East));
        Assert.DoesNotContain("上月通报", await ToDo(town.Town.Client(Roles.Leader)));
        town.At(2026, 5, 11);
        Assert.Contains("上月通报待印发", await ToDo(town.Clerk));
        town.At(2026, 5, 12);
        Assert.DoesNotContain("上月通报", await ToDo(town.Clerk));
        town.At(2026, 5, 7);
        BulletinTown.Went(await town.Clerk.Send($"{town.April}/issue"));
        Assert.DoesNotContain("上月通报", await ToDo(town.Clerk));
        // No campaign ran in March.
        town.At(2026, 4, 2);
        Assert.DoesNotContain("上月通报", await ToDo(town.Clerk));
    }

    [Theory, EveryDatabase]
    public async Task The_list_shows_each_month_with_how_it_stands(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Build(kind);
        Assert.Equal(["2026年4月"], (await town.Clerk.Visit("/bulletins")).TextsOf(".listing tbody td:first-child"));
        var none = await town.Town.Client(town.Town.Of(Roles.OfficeClerk, town.Town.OtherTownship)).Visit("/bulletins");
        Assert.Contains("还没有可以通报的月份", none.Text);

        await using var worked = await BulletinTown.Worked(kind);
        BulletinTown.Went(await worked.Clerk.Send($"{worked.April}/issue"));
        var list = await worked.Clerk.Visit("/bulletins");
        Assert.Equal(["2026年5月", "2026年4月"], list.TextsOf(".listing tbody td:first-child"));
        Assert.Equal(["–本月未结束", "✓已印发"], list.TextsOf("td[data-label='状态']"));
        Assert.Equal(worked.April, list.Page.QuerySelectorAll(".listing tbody td:first-child a")[1].GetAttribute("href"));
        Assert.Equal(["2026年4月"], (await worked.Clerk.Visit("/bulletins?state=issued")).TextsOf(".listing tbody td:first-child"));
        // A village has its own months, nobody else's.
        var own = await worked.West.Visit("/bulletins");
        Assert.Equal(["西岭村", "西岭村"], own.TextsOf("td[data-label='单位']"));
        Assert.Equal(["○未印发"], own.TextsOf("td[data-label='状态']").Skip(1));
    }

    /// <summary>平安法治办公室, a department under the township.</summary>
    private static async Task<Unit> Department(BulletinTown town)
    {
        await using var db = town.Town.Open();
        var unit = UnitTree.Add(
            db,
            Town.TenantId,
            town.Township,
            Guid.CreateVersion7(),
            UnitKinds.Department.Key,
            "平安法治办公室",
            "400001",
            new DateOnly(2026, 1, 1)
        );
        await db.SaveChangesAsync();
        return unit;
    }

    private static async Task<(StandingState, long)> May(BulletinTown town, Guid duty)
    {
        await using var db = town.Town.Open();
        var standings = await Standings.For(
            db,
            Town.TenantId,
            new StandingQuestion
            {
                Campaign = new DutyCampaign(town.Campaign, town.Township.Id, BulletinTown.First, BulletinTown.Last),
                Today = new DateOnly(2026, 5, 4),
                FromOn = new DateOnly(2026, 5, 1),
                UntilOn = new DateOnly(2026, 5, 31),
                Scope = town.Township.Scope,
                DutyId = duty,
            }
        );
        var may = Assert.Single(standings);
        return (may.State, may.Value);
    }
}
