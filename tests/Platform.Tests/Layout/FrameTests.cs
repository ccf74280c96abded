using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.TestHost;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Layout;

public sealed class FrameTests
{
    [Fact]
    public async Task Every_page_of_the_style_guide_keeps_to_the_content_policy()
    {
        await using var town = await Town.Build();
        var client = town.Client(Roles.SystemAdministrator);

        foreach (
            var path in (string[])["/styleguide", "/styleguide/forms", "/styleguide/lists", "/styleguide/lists?rows=0", "/styleguide/home", "/help"]
        )
        {
            var answer = await client.Visit(path);

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Empty(answer.Page.QuerySelectorAll("[style], style, script:not([src])"));
            Assert.DoesNotContain(
                answer.Page.All.SelectMany(element => element.Attributes),
                attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)
            );
            Assert.Empty(Twice(answer.Page));
            Assert.Single(answer.Page.QuerySelectorAll("h1"));
        }
    }

    [Fact]
    public async Task Outside_the_demo_the_style_guide_is_for_system_administrators()
    {
        await using var town = await Town.Build();

        Assert.Equal(HttpStatusCode.NotFound, (await town.Client(Roles.OfficeClerk).Visit("/styleguide")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.Stranger().Visit("/styleguide")).Status);
    }

    [Fact]
    public async Task Headers_forbid_what_is_not_needed_and_signed_in_pages_are_not_kept()
    {
        await using var town = await Town.Build();
        using var browser = town.Host.GetTestClient();

        using var answer = await browser.GetAsync(new Uri("/help", UriKind.Relative));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task An_unknown_address_answers_in_the_same_frame()
    {
        await using var town = await Town.Build();

        var answer = await town.Client(Roles.OfficeClerk).Visit("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("找不到这个页面", answer.Heading);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("nav.menu a"));
        Assert.Contains("青溪镇反诈平台", answer.Page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_breaks_halfway_says_so_in_the_same_frame_with_a_number()
    {
        await using var town = await Town.Build();
        town.MorePages = pages => pages.MapGet("/tests/broken", () => Page.Of<Breaking>(new { })).NeedsSignIn();

        var answer = await town.Client(Roles.OfficeClerk).Visit("/tests/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal("系统出了故障", answer.Heading);
        Assert.Equal(12, answer.TextOf("main strong").Length);
        Assert.NotEmpty(answer.Page.QuerySelectorAll("nav.menu a"));
    }

    /// <summary>Has begun a page in the frame when it finds that it cannot go on.</summary>
    private sealed class Breaking : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<LayoutView>(0);
            builder.AddComponentParameter(1, nameof(LayoutView.Layout), typeof(Platform.Layout.Layout));
            builder.AddComponentParameter(
                2,
                nameof(LayoutView.ChildContent),
                (RenderFragment)(_ => throw new InvalidOperationException("This page breaks on purpose."))
            );
            builder.CloseComponent();
        }
    }

    [Fact]
    public async Task A_stranger_sees_neither_menu_nor_search()
    {
        await using var town = await Town.Build();

        var answer = await town.Stranger().Visit("/help");

        Assert.Empty(answer.Page.QuerySelectorAll("nav.menu, .topbar-search, form[action='/sign-out']"));
    }

    [Fact]
    public async Task The_menu_marks_where_one_is_and_shows_only_what_one_may()
    {
        await using var town = await Town.Build();

        var clerk = await town.Client(Roles.OfficeClerk).Visit("/");
        var auditor = await town.Client(Roles.AuditAdministrator).Visit("/");

        Assert.Equal("今天", clerk.TextOf("nav.menu [aria-current=page]"));
        Assert.Contains("/units", Menu(clerk));
        Assert.DoesNotContain("/units", Menu(auditor));
        Assert.Empty(auditor.Page.QuerySelectorAll(".topbar-search"));
    }

    [Fact]
    public async Task The_bar_of_the_phone_holds_what_each_role_uses_most()
    {
        await using var town = await Town.Build();
        async Task<IEnumerable<string>> Bar(Role role, string at = "/") =>
            (await town.Client(role).Visit(at)).Page.QuerySelectorAll("nav.phone-bar a").Select(link => link.GetAttribute("href")!);

        Assert.Equal(["/", "/duties", "/directives", "/me"], await Bar(Roles.Liaison));
        Assert.Equal(["/", "/duties", "/directives", "/me"], await Bar(Roles.GridOfficer));
        foreach (var role in Roles.All.Where(role => role.SignsIn))
            Assert.InRange((await Bar(role)).Count(), 3, 4);
        var below = await town.Client(Roles.LobbyManager).Visit("/units/new");
        Assert.Equal("单位", below.TextOf("nav.phone-bar [aria-current=page]"));
    }

    [Fact]
    public async Task Large_type_stays_until_it_is_switched_off()
    {
        await using var town = await Town.Build();
        var client = town.Client(Roles.OfficeClerk);

        var back = await client.Send("/large-type", ("on", "true"), ("back", "/help"));
        Assert.Equal("/help", back.Location);
        Assert.Contains("large-type", (await client.Visit("/help")).Page.DocumentElement.ClassList);

        await client.Send("/large-type", ("on", "false"), ("back", "https://evil.example/"));
        Assert.DoesNotContain("large-type", (await client.Visit("/help")).Page.DocumentElement.ClassList);
    }

    [Fact]
    public async Task The_way_back_from_the_switch_never_leaves_the_site()
    {
        await using var town = await Town.Build();

        Assert.Equal("/", (await town.Client(Roles.OfficeClerk).Send("/large-type", ("on", "true"), ("back", "//evil.example"))).Location);
    }

    [Fact]
    public async Task What_was_done_is_said_once()
    {
        await using var town = await Town.Build();
        var client = town.Client(Roles.SystemAdministrator);
        (string, string)[] filled = [("name", "集市宣传"), ("kind", "market"), ("heldOn", "2026-04-03"), ("people", "120"), ("phone", "13800000001")];

        var sent = await client.Send("/styleguide/forms", filled);

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Contains("已保存", (await client.Visit(sent.Location!)).TextOf(".notice-success"), StringComparison.Ordinal);
        Assert.Empty((await client.Visit(sent.Location!)).Page.QuerySelectorAll(".notice-success"));
    }

    [Fact]
    public async Task A_wrong_form_comes_back_with_what_was_typed()
    {
        await using var town = await Town.Build();

        var answer = await town.Client(Roles.SystemAdministrator).Send("/styleguide/forms", ("name", "集市宣传"), ("people", "一百二"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("一百二", answer.Page.QuerySelector("#f-people")!.GetAttribute("value"));
        Assert.Contains("有 4 处需要修改", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        await using var town = await Town.Build();

        var answer = await town.Client(Roles.SystemAdministrator).Post("/styleguide/forms", ("name", "集市宣传"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(Refusal.FormExpired.Message, answer.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Twice(IParentNode page) =>
        page.QuerySelectorAll("[id]").Select(element => element.Id!).GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key);

    private static List<string?> Menu(Answer answer) => [.. answer.Page.QuerySelectorAll("nav.menu a").Select(link => link.GetAttribute("href"))];
}
