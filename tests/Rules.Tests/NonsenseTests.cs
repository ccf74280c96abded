using Wuzha.Platform;
using Wuzha.Web;
using Xunit;

namespace Wuzha.Rules.Tests;

/// <summary>Whatever an address or a form says, the answer is one of the known ones, with a page that says why.</summary>
public sealed class NonsenseTests
{
    private const string Nonsense =
        "?q=%00%27&page=-1&sort=-nothing&format=pdf&parent=xyz&unit=xyz&person=xyz&role=xyz&from=xyz&until=9999-99-99&month=0000-13&state=xyz&kind=xyz&days=-5&preview=xyz&campaign=xyz&day=xyz";

    private static readonly int[] Known = [200, 302, 303, 403, 404, 409, 413, 422];

    [Fact]
    public async Task Every_page_and_form_answers_nonsense_with_a_page_of_its_own()
    {
        await using var ground = await Ground.Plant();
        var breaches = new List<string>();
        foreach (var route in Host.Routes.Where(route => route.Method is "GET" or "POST" && route.Pattern != "/sign-out"))
        {
            var visitor = WhoMay(route);
            var address = ground.PlotsFor(visitor)[0].Address(route.Pattern)!;
            foreach (var question in (string[])[address, address + Nonsense])
            {
                var client = await visitor.Client(ground.Town);
                var answer = route.Method == "GET" ? await client.Visit(question) : await client.Send(question);
                // A form whose ticket is missing has expired: a page of its own too.
                var expired = answer.Code == 400 && answer.Text.Contains(Refusal.FormExpired.Code, StringComparison.Ordinal);
                if ((!Known.Contains(answer.Code) && !expired) || (answer.Code >= 400 && answer.Heading.Length == 0))
                    breaches.Add($"{route} {(question == address ? "empty" : "nonsense")}: {answer.Code} “{answer.Heading}”");
                if (route.Method == "POST" && answer.Code < 400)
                    ground.Restore();
            }
        }
        Breaches.None(breaches);
    }

    /// <summary>The first role that has the act, so that the answer is the action's own.</summary>
    private static Visitor WhoMay(Route route) =>
        PermissionMatrix.Visitors.First(visitor =>
            visitor.Member is not null && (route.Permission?.Act is not { } act || Permissions.ActsOf(visitor.Name).Contains(act.Key))
        );
}
