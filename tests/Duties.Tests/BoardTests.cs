using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class BoardTests
{
    private static readonly Timing Yesterday = Timing.Once(PageTown.First, new DateOnly(2026, 4, 2));

    /// <summary>西岭村 is overdue with one duty, 东沟村 has done it and has another one until the end of the month.</summary>
    private static async Task<string> Planted(PageTown town)
    {
        var duty = await town.Opened(Yesterday, town.East, town.West);
        await town.Opened(PageTown.Monthly, town.East);
        var east = (await town.AssignmentOf(duty, town.East)).Id;
        PageTown.Went(await town.Liaison.Send($"/assignments/{east}/work", PageTown.Work("2026-04-02")), $"/assignments/{east}");
        return $"/campaigns/{town.Campaign.Id}/board";
    }

    [Theory, EveryDatabase]
    public async Task An_empty_board_says_what_to_do(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        foreach (var by in new[] { "", "?by=duty", "?by=matrix", "?by=line", "?by=nonsense" })
            Assert.Contains("先读入方案、启用任务", (await town.Clerk.Visit($"/campaigns/{town.Campaign.Id}/board{by}")).Text);
    }

    [Theory, EveryDatabase]
    public async Task Units_that_are_behind_stand_first_and_each_number_opens_its_list(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var board = await Planted(town);
        var page = await town.Clerk.Visit(board);
        Assert.Equal("谁落后了？", page.Heading);
        Assert.Contains("2 个单位中 1 个有逾期任务（共 1 项）", page.Text);
        Assert.Equal(["西岭村", "东沟村"], page.TextsOf(".listing tbody td:first-child"));
        Assert.Equal(["1", "2"], page.TextsOf("td[data-label='任务']"));
        Assert.Equal(["!1", "0"], page.TextsOf("td[data-label='逾期']"));
        Assert.Equal(["0", "1"], page.TextsOf("td[data-label='已完成']"));
        Assert.Equal(["0", "1"], page.TextsOf("td[data-label='待完成']"));
        var door = page.Page.QuerySelector("td[data-label='逾期'] a")!.GetAttribute("href")!;
        Assert.Equal(["1. 入户走访宣传"], (await town.Clerk.Visit(door)).TextsOf("td[data-label='任务'] a"));
        Assert.Equal(["东沟村", "西岭村"], (await town.Clerk.Visit($"{board}?sort=name")).TextsOf(".listing tbody td:first-child"));
        Assert.Equal(["东沟村"], (await town.Clerk.Visit($"{board}?q=东沟")).TextsOf(".listing tbody td:first-child"));
    }

    [Theory, EveryDatabase]
    public async Task The_same_by_duty_as_a_matrix_and_one_by_one(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var board = await Planted(town);
        var byDuty = await town.Clerk.Visit($"{board}?by=duty");
        Assert.Equal(["1. 入户走访宣传", "2. 入户走访宣传"], byDuty.TextsOf(".listing tbody td:first-child"));
        Assert.Equal(["2", "1"], byDuty.TextsOf("td[data-label='单位']"));
        Assert.Equal(
            ["西岭村"],
            (await town.Clerk.Visit(byDuty.Page.QuerySelector("td[data-label='逾期'] a")!.GetAttribute("href")!)).TextsOf("td[data-label='单位']")
        );

        var matrix = await town.Clerk.Visit($"{board}?by=matrix");
        Assert.Equal(["东沟村", "西岭村"], matrix.TextsOf(".matrix tbody th"));
        Assert.Equal(["✓", "○", "!", ""], matrix.TextsOf(".matrix tbody td"));
        Assert.Equal("逾期 1 天", matrix.Page.QuerySelector(".matrix .state-overdue")!.GetAttribute("aria-label"));
        Assert.Equal(200, (await town.Clerk.Visit(matrix.Page.QuerySelector(".matrix .state-overdue")!.GetAttribute("href")!)).Code);

        var lines = await town.Clerk.Visit($"{board}?by=line&state=overdue");
        Assert.Equal(["西岭村"], lines.TextsOf("td[data-label='单位']"));
        foreach (var by in new[] { "unit", "duty", "matrix", "line" })
            Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await town.Clerk.Visit($"{board}?by={by}&format=xlsx")).ContentType);
    }

    [Theory, EveryDatabase]
    public async Task A_liaison_sees_the_own_row_and_strangers_nothing(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var board = await Planted(town);
        Assert.Equal(["西岭村"], (await town.WestLiaison.Visit(board)).TextsOf(".listing tbody td:first-child"));
        Assert.StartsWith("/sign-in", (await town.Town.Stranger().Visit(board)).Location);
        Assert.Equal(404, (await town.Town.Client(town.Town.Of(Roles.OfficeClerk, town.Town.OtherTownship)).Visit(board)).Code);
        Assert.Equal(403, (await town.Town.Client(Roles.AuditAdministrator).Visit(board)).Code);
    }

    [Theory, EveryDatabase]
    public async Task Today_names_what_a_duty_is_counted_in(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        await town.Opened(
            new DutyDraft
            {
                Title = "印制致村民的一封信",
                Source = "各村印制致村民的一封信。",
                Kind = "letter",
                MeasureKey = CampaignMeasures.PrintedMatter.Key,
                Timing = Yesterday,
                FromOn = PageTown.First,
                Assignments = [new AssignmentDraft(town.East.Id)],
            }
        );

        Assert.Contains("已完成 0 / 1 份", (await town.Liaison.Visit("/")).TextOf("[aria-labelledby=todo]"));
        Assert.Contains("有 1 项逾期任务", (await town.Town.Client(Roles.Leader).Visit("/")).TextOf(".sentences"));
    }

    [Theory, EveryDatabase]
    public async Task Today_holds_what_is_due_what_is_returned_and_who_is_late(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        await Planted(town);
        var home = await town.WestLiaison.Visit("/");
        Assert.Contains("1. 入户走访宣传", home.TextOf("[aria-labelledby=todo]"));
        Assert.Contains("逾期 1 天", home.TextOf("[aria-labelledby=todo]"));
        var form = home.Page.QuerySelector("[aria-labelledby=todo] a.btn")!.GetAttribute("href")!;
        Assert.EndsWith("/work", form);
        // Due at the end of the month: not yet a matter of today.
        Assert.DoesNotContain("入户走访宣传", (await town.Liaison.Visit("/")).TextOf("[aria-labelledby=todo]"));

        var id = form.Split('/')[2];
        PageTown.Went(await town.WestLiaison.Send($"/assignments/{id}/return", ("reason", "这片归东沟村管")), $"/assignments/{id}");
        var office = await town.Clerk.Visit("/");
        Assert.Contains("处理退回：西岭村", office.TextOf("[aria-labelledby=todo]"));
        Assert.Contains("1 个单位有任务逾期", office.TextOf("[aria-labelledby=waiting]"));
        Assert.Contains("2 个单位中 1 个有逾期任务（共 1 项）", office.TextOf(".sentences"));
        Assert.Contains("2 个单位中 1 个有逾期任务", (await town.Town.Client(Roles.Leader).Visit("/")).TextOf(".sentences"));

        PageTown.Went(await town.WestLiaison.Send($"/assignments/{id}/work", PageTown.Work()), $"/assignments/{id}");
        Assert.DoesNotContain("入户走访宣传", (await town.WestLiaison.Visit("/")).TextOf("[aria-labelledby=todo]"));
        Assert.Contains("逾期完成", (await town.WestLiaison.Visit($"/assignments/{id}")).TextOf(".page-head"));
    }

    [Theory, EveryDatabase]
    public async Task The_number_in_the_bar_follows_what_is_asked_done_and_due(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        await Planted(town);
        async Task<int> Number() =>
            int.TryParse((await town.WestLiaison.Visit("/duties")).TextOf(".topbar-links a[href='/#todo'] .count"), out var number) ? number : 0;
        var before = await Number();
        Assert.Equal(before, await Number());

        // Somebody else asks for something that is due this week.
        var asked = await town.Opened(Timing.Once(PageTown.First, new DateOnly(2026, 4, 6)), town.West);
        Assert.Equal(before + 1, await Number());
        var id = (await town.AssignmentOf(asked, town.West)).Id;
        PageTown.Went(await town.WestLiaison.Send($"/assignments/{id}/work", PageTown.Work()), $"/assignments/{id}");
        Assert.Equal(before, await Number());

        // Nothing happens but the time: this one falls due within seven days of the next day.
        await town.Opened(Timing.Once(PageTown.First, new DateOnly(2026, 4, 10)), town.West);
        Assert.Equal(before, await Number());
        town.On(4, 4);
        Assert.Equal(before + 1, await Number());
    }

    [Theory, EveryDatabase]
    public async Task What_was_handed_to_a_doer_stands_on_the_doers_day(DatabaseKind kind)
    {
        await using var town = await PageTown.Build(kind);
        var duty = await town.Opened(Timing.Once(PageTown.First, new DateOnly(2026, 4, 6)), town.East);
        var id = (await town.AssignmentOf(duty, town.East)).Id;
        var officer = town.Town.Of(Roles.GridOfficer);
        Assert.Contains("入户走访宣传", (await town.Liaison.Visit("/")).TextOf("[aria-labelledby=todo]"));
        Assert.DoesNotContain("入户走访宣传", (await town.Town.Client(officer).Visit("/")).TextOf("[aria-labelledby=todo]"));
        PageTown.Went(await town.Liaison.Send($"/assignments/{id}/doer", ("person", officer.Person.Id.ToString())), $"/assignments/{id}");
        Assert.DoesNotContain("入户走访宣传", (await town.Liaison.Visit("/")).TextOf("[aria-labelledby=todo]"));
        Assert.Contains("入户走访宣传", (await town.Town.Client(officer).Visit("/")).TextOf("[aria-labelledby=todo]"));
        // Once it is overdue, the unit that answers for it sees it again.
        town.On(4, 7);
        Assert.Contains("入户走访宣传", (await town.Liaison.Visit("/")).TextOf("[aria-labelledby=todo]"));
    }
}
