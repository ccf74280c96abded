using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Browser.Tests;

/// <summary>Nonsense in every field of every form that a role finds, on a host of its own: it may answer no, never break, and forgets nothing that was typed.</summary>
public sealed partial class NonsenseTests
{
    private const string Words = "一千二乱填";

    private static readonly string[] Nonsense =
    [
        "",
        Words,
        "2026年2月30日",
        "-1",
        "99999999999999999999",
        "<script>alert('x')</script>'; --",
        new('长', 5000),
        "零\0宽\u202e字",
    ];

    private static readonly Role[] Asked =
    [
        Roles.OfficeClerk,
        Roles.FirstResponsible,
        Roles.Liaison,
        Roles.BeatOfficer,
        Roles.SystemAdministrator,
        Roles.SecurityAdministrator,
        Roles.AuditAdministrator,
    ];

    [Fact]
    public async Task No_form_breaks_or_forgets_what_was_typed()
    {
        await using var host = await DemoHost.Start();
        var faults = new List<string>();
        var tried = new HashSet<string>();
        foreach (var role in Asked)
        {
            using var client = await host.Client(role);
            var walk = new FormWalk(client);
            foreach (var form in await walk.All())
            {
                // A form with nothing to fill does what its button says; that is for other tests.
                if (form.HasFile || form.Fields.All(field => field.Hidden) || !tried.Add(form.Kind))
                    continue;
                foreach (var nonsense in Nonsense)
                    faults.AddRange(
                        (await Try(walk, form, nonsense)).Select(fault => $"{role.Key} {form.Page} → {form.Action} [{Short(nonsense)}]: {fault}")
                    );
            }
        }

        Faults.None(faults);
        Assert.True(tried.Count >= 15, $"Only {tried.Count} forms were found.");
    }

    private static async Task<IReadOnlyList<string>> Try(FormWalk walk, FoundForm form, string nonsense)
    {
        var (status, page) = await walk.Send(form, nonsense);
        if (status is 302 or 303)
            return []; // Some nonsense is a good name.
        if (status is not (400 or 403 or 404 or 409 or 422 or 429))
            return [$"status {status}"];

        var faults = new List<string>();
        var said = page.QuerySelectorAll("[role=alert], [data-refused]").Select(element => element.TextContent).ToList();
        if (said.Count == 0)
            faults.Add($"status {status} without a word");
        // What stands in quotes is what was typed.
        faults.AddRange(said.SelectMany(text => Chinese.Faults(Quoted().Replace(text, "“”"))));
        if (page.QuerySelector("script:not([src])") is not null)
            faults.Add("what was typed became a script");
        if (status == 422 && nonsense == Words)
            faults.AddRange(
                from field in form.Fields
                where !field.Hidden && field.KeepsWords && !Kept(page, field.Name)
                select $"{field.Name} forgot what was typed"
            );
        return faults;
    }

    private static bool Kept(IHtmlDocument page, string name) =>
        page.QuerySelectorAll($"[name='{name}']")
            .Any(element => element is IHtmlInputElement { Value: Words } || element is IHtmlTextAreaElement { Value: Words });

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    private static string Short(string nonsense) => nonsense.Length > 20 ? nonsense[..20] : nonsense;
}
