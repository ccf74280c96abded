using Wuzha.Platform.Identity;
using Wuzha.Platform.Sheets;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

/// <summary>The audit log by day, and its file.</summary>
public sealed class AuditPageTests
{
    private static readonly DateTime LastMinute = new(2026, 4, 3, 15, 59, 0, DateTimeKind.Utc);

    [Theory, EveryDatabase]
    public async Task The_log_is_narrowed_by_local_day_and_the_file_holds_exactly_what_is_seen(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        town.Clock.Set(LastMinute);
        await town.Client(Roles.Liaison).Send("/sign-out");
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        await town.Client(Roles.Leader).Send("/sign-out");

        var auditor = town.Client(Roles.AuditAdministrator);
        var (liaison, leader) = (town.Of(Roles.Liaison).Name, town.Of(Roles.Leader).Name);
        await Sees("?from=2026-04-03&to=2026-04-03", liaison, leader);
        await Sees("?from=2026-04-04", leader, liaison);
        await Sees("?to=2026.4.3", liaison, leader);
        await Sees($"?from=2026-04-04&kind=platform.signed-out&q={Uri.EscapeDataString(leader)}", leader, liaison);

        async Task Sees(string words, string name, string other)
        {
            var page = await auditor.Visit("/audit" + words);
            Assert.Equal((words, 1), (words, page.TextsOf("main tbody tr").Count));
            Assert.Contains(name, page.TextOf("main tbody"), StringComparison.Ordinal);
            var link = page.Page.QuerySelector(".listing-acts a")!.GetAttribute("href")!;
            Assert.True(SheetReader.Read((await auditor.Visit(link)).Body).Is(out var book, out _));
            var text = string.Concat(book.Tables.SelectMany(table => table.Lines).SelectMany(line => line.Cells).Select(cell => cell.Text));
            Assert.Contains(name, text, StringComparison.Ordinal);
            Assert.DoesNotContain(other, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_list_that_was_exported_stays_in_no_browser()
    {
        await using var town = await Town.Build();
        using var file = await town.Client(Roles.AuditAdministrator).GetAsync("/audit?format=xlsx");
        Assert.True(file.Headers.CacheControl?.NoStore);
    }

    [Theory, EveryDatabase]
    public async Task The_days_stand_in_their_inputs_and_what_is_no_day_is_said(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var auditor = town.Client(Roles.AuditAdministrator);
        await town.Client(Roles.Liaison).Send("/sign-out");
        var page = await auditor.Visit("/audit?from=2026年4月3日&to=昨天");
        Assert.Equal("2026-04-03", page.Page.QuerySelector("#list-from")!.GetAttribute("value"));
        Assert.Equal(
            ("昨天", "text"),
            (page.Page.QuerySelector("#list-to")!.GetAttribute("value"), page.Page.QuerySelector("#list-to")!.GetAttribute("type"))
        );
        Assert.Contains("“昨天”不是有效日期", page.TextOf("#list-to-error"), StringComparison.Ordinal);
        Assert.Single(page.TextsOf("main tbody tr"));
        Assert.Contains("没有符合条件", (await auditor.Visit("/audit?from=2026-04-04&to=2026-04-03")).Text, StringComparison.Ordinal);
    }
}
