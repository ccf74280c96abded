using System.Net;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Web.Tests;

public sealed class DemoCommandTests
{
    [Theory, EveryDatabase]
    public async Task The_demo_plants_itself_and_opens_to_each_of_its_people_on_this_machine(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await using var serving = await process.Serve("demo", "--port", "0");
        Assert.True(serving.Address.IsLoopback);

        var names = await Names(serving);
        Assert.Contains("clerk", names, StringComparer.Ordinal);
        foreach (var name in names)
            Assert.Equal((name, HttpStatusCode.OK), (name, await Enter(serving, name)));
    }

    private static async Task<IReadOnlyList<string>> Names(Serving serving)
    {
        using var browser = new HttpClient();
        using var page = await browser.GetAsync(new Uri(serving.Address, "/sign-in"));
        var answer = await Answer.Of(page);
        return [.. answer.Page.QuerySelectorAll("input[name=name][type=hidden]").Select(input => input.GetAttribute("value")!)];
    }

    /// <summary>Presses the button beside the name, as a newcomer does.</summary>
    private static async Task<HttpStatusCode> Enter(Serving serving, string name)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var page = await browser.GetAsync(new Uri(serving.Address, "/sign-in"));
        var token = (await Answer.Of(page)).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([
            new("name", name),
            new("password", Platform.Identity.DemoSignIn.Password),
            new("__RequestVerificationToken", token),
        ]);
        using var signedIn = await browser.PostAsync(new Uri(serving.Address, "/sign-in"), form);
        Assert.Equal((name, HttpStatusCode.Redirect), (name, signedIn.StatusCode));
        using var home = await browser.GetAsync(new Uri(serving.Address, "/"));
        return home.StatusCode;
    }
}
