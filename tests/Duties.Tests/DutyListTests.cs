using Wuzha.Duties.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class DutyListTests
{
    [Theory, EveryDatabase]
    public async Task A_units_list_says_what_is_asked_until_when_and_how_it_stands(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        Assert.Contains("没有给这个单位分派任务", (await town.Liaison.Visit($"/units/{town.East.Id}/duties")).Text);
        var monthly = await town.Assigned();
        await town.Opened(Timing.Once(PageTown.First, new DateOnly(2026, 4, 2)), town.East, town.West);

        var page = await town.Liaison.Visit($"/units/{town.East.Id}/duties");
        Assert.Equal(["1. 入户走访宣传", "2. 入户走访宣传"], page.TextsOf("td[data-label='任务'] a"));
        Assert.Equal(["每月至少 2 次", "4月2日前完成"], page.TextsOf("td[data-label='时间要求']"));
        Assert.Equal(["0 / 2 次", "0 / 1 次"], page.TextsOf("td[data-label='完成情况']"));
        Assert.Equal(["2026-04-30", "2026-04-02"], page.TextsOf("td[data-label='期限']"));
        Assert.Equal("逾期 1 天", page.TextsOf("td[data-label='状态'] .state")[1].TrimStart('!'));
        Assert.Single((await town.Liaison.Visit($"/units/{town.East.Id}/duties?state=overdue")).TextsOf("td[data-label='任务']"));
        Assert.Single((await town.Liaison.Visit($"/units/{town.East.Id}/duties?state=due")).TextsOf("td[data-label='任务']"));
        Assert.Equal(2, (await town.Liaison.Visit($"/units/{town.East.Id}/duties?kind=visit&q=走访")).TextsOf("td[data-label='任务']").Count);
        Assert.Contains("没有符合条件的任务", (await town.Liaison.Visit($"/units/{town.East.Id}/duties?q=铁路")).Text);
        Assert.NotNull(page.Page.QuerySelector($"a[href='/assignments/{monthly}/periods/2026-04-01']"));
        Assert.Contains("任务", page.TextsOf(".tabs a[aria-current]"));
    }

    [Theory, EveryDatabase]
    public async Task The_list_leaves_as_excel_and_word_with_what_is_seen(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        await town.Assigned();
        var sheet = await town.Liaison.Visit($"/units/{town.East.Id}/duties?format=xlsx");
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, sheet.ContentType);
        var word = await town.Liaison.Visit($"/units/{town.East.Id}/duties.docx?state=due");
        Assert.Equal(Platform.Documents.OfficialDocument.ContentType, word.ContentType);
        Assert.NotEmpty(word.Body);
        Assert.Equal(404, (await town.WestLiaison.Visit($"/units/{town.East.Id}/duties.docx")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Lists_stay_within_the_scope(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var duty = await town.Opened(PageTown.Monthly, town.East);
        var id = (await town.AssignmentOf(duty, town.East)).Id;
        foreach (
            var path in new[] { $"/units/{town.East.Id}/duties", $"/duties/{duty}", $"/assignments/{id}", $"/assignments/{id}/periods/2026-04-03" }
        )
        {
            Assert.StartsWith("/sign-in", (await town.Town.Stranger().Visit(path)).Location);
            Assert.Equal(404, (await town.WestLiaison.Visit(path)).Code);
            Assert.Equal(404, (await town.Town.Client(town.Town.Of(Roles.OfficeClerk, town.Town.OtherTownship)).Visit(path)).Code);
            Assert.Equal(403, (await town.Town.Client(Roles.SystemAdministrator).Visit(path)).Code);
            Assert.Equal(200, (await town.Town.Client(Roles.Auditor).Visit(path)).Code);
            Assert.Equal(200, (await town.Town.Client(Roles.Leader).Visit(path)).Code);
        }
        Assert.DoesNotContain("入户走访宣传", (await town.WestLiaison.Visit("/duties")).Text);
        Assert.Equal(404, (await town.Clerk.Visit($"/duties/{Guid.CreateVersion7()}")).Code);
        Assert.Equal(404, (await town.Clerk.Visit($"/assignments/{id}/periods/2025-01-01")).Code);
        Assert.Equal(404, (await town.Clerk.Visit($"/assignments/{id}/periods/xyz")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_duty_shows_every_unit_in_scope_and_who_is_behind(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var duty = await town.Opened(Timing.Once(PageTown.First, new DateOnly(2026, 4, 2)), town.East, town.West);
        var east = (await town.AssignmentOf(duty, town.East)).Id;
        PageTown.Went(await town.Liaison.Send($"/assignments/{east}/work", PageTown.Work("2026-04-02")), $"/assignments/{east}");

        var page = await town.Clerk.Visit($"/duties/{duty}");
        Assert.Contains("各村（社区）每月入户走访不少于两次。", page.Text);
        Assert.Equal(["东沟村", "西岭村"], page.TextsOf("td[data-label='单位']"));
        Assert.Equal(["西岭村"], (await town.Clerk.Visit($"/duties/{duty}?state=overdue")).TextsOf("td[data-label='单位']"));
        Assert.Equal(["东沟村"], (await town.Liaison.Visit($"/duties/{duty}")).TextsOf("td[data-label='单位']"));
    }

    [Theory, EveryDatabase]
    public async Task A_missed_period_is_seen_until_the_next_one_is_done(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var duty = await town.Opened(Timing.Each(CadencePer.Month, 1, PageTown.First, PageTown.Last), town.East);
        var id = (await town.AssignmentOf(duty, town.East)).Id;
        town.On(5, 4);
        var page = await town.Liaison.Visit($"/assignments/{id}");
        Assert.Contains("上期未完成", page.TextOf(".page-head"));
        Assert.Contains("此前欠 1 期", page.TextOf(".page-head"));
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/work", PageTown.Work("2026-05-04")), $"/assignments/{id}");
        Assert.Contains("已完成", (await town.Liaison.Visit($"/assignments/{id}")).TextOf(".page-head"));
        // What was done in April and only written down now still counts for April.
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/work", PageTown.Work("2026-04-20")), $"/assignments/{id}");
        Assert.DoesNotContain("此前欠", (await town.Liaison.Visit($"/assignments/{id}")).TextOf(".page-head"));
    }

    [Theory, EveryDatabase]
    public async Task The_search_finds_duties_in_scope(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var duty = await town.Opened(PageTown.Monthly, town.East);
        var found = await town.Liaison.Visit("/search?q=走访");
        Assert.NotNull(found.Page.QuerySelector($"a[href='/duties/{duty}']"));
        Assert.NotNull((await town.Clerk.Visit("/search?q=不少于两次")).Page.QuerySelector($"a[href='/duties/{duty}']"));
        Assert.Null((await town.WestLiaison.Visit("/search?q=走访")).Page.QuerySelector($"a[href='/duties/{duty}']"));
        Assert.Contains("没有找到", (await town.Liaison.Visit("/search?q=铁路")).Text);
    }
}
