using Microsoft.AspNetCore.Http;
using Wuzha.Plans.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Plans.Tests;

/// <summary>The office's own model beside plans that are read in on a page, against a real server on this machine.</summary>
public sealed class AskSecondReaderTests : IAsyncLifetime
{
    private const string Between = "网格员家家都走到，把防骗的话带到炕头上。";

    private static string Text => Plans.Text.Replace("四、工作要求", $"（四）上门。{Between}\n四、工作要求", StringComparison.Ordinal);

    private ModelServer model = null!;

    public async ValueTask InitializeAsync() => model = await ModelServer.Start();

    public ValueTask DisposeAsync() => model.DisposeAsync();

    private static Task<Answer> Review(Town town, Guid id) => town.Client(Roles.OfficeClerk).Visit($"/plans/{id}/review");

    [Theory, EveryDatabase]
    public async Task What_it_points_at_is_added_marked_and_waits_for_the_clerk(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        model.Answers((Between, "visit", ["网格员"]));
        model.SetUp(town.DataFolder, pages: true);
        var id = await town.ReadIn(Text);
        var before = await town.Proposals(id);
        Assert.DoesNotContain(before, one => one.IsFromModel);
        Assert.Contains("正在请本单位的模型补充建议", (await Review(town, id)).Text, StringComparison.Ordinal);
        Assert.Contains("正在请本单位的模型补充建议", (await town.Client(Roles.OfficeClerk).Visit($"/plans/{id}")).Text, StringComparison.Ordinal);
        Assert.Empty(model.Asked);

        Assert.True(await town.RunJobs() > 0);
        var added = Assert.Single(await town.Proposals(id), one => one.IsFromModel);
        Assert.Equal((Decision.Open, "visit", "网格员"), (added.Decision, added.Kind, added.Units));
        Assert.Equal(Between, added.Span.Of(await town.PlanText(id)));
        Assert.Equal(before, (await town.Proposals(id)).Where(one => !one.IsFromModel));
        var page = await Review(town, id);
        Assert.Contains("本单位的模型补充了 1 条建议", page.Text, StringComparison.Ordinal);
        Assert.Contains("建议来自模型", page.TextOf($"#d-{added.Id}"), StringComparison.Ordinal);
        Assert.Equal(1, page.Page.QuerySelectorAll(".duty-card").Count(card => card.TextContent.Contains("建议来自模型", StringComparison.Ordinal)));
        Assert.Single((await town.Client(Roles.OfficeClerk).Visit($"/plans/{id}/review?show=model")).Page.QuerySelectorAll(".duty-card"));
        Assert.Single(await town.Book<PlanModelAsked>("plans.model-asked"));
        Assert.Equal(1, Assert.Single(await town.Book<PlanModelAnswered>("plans.model-answered")).Proposals);

        // A second run, as after a crash, adds nothing.
        await town.RunJobs();
        Assert.Single(model.Asked);
        Assert.Equal(before.Count + 1, (await town.Proposals(id)).Count);
    }

    [Theory, EveryDatabase]
    public async Task It_is_taken_only_by_itself_and_undone_like_everything_else(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        model.Answers((Between, "visit", []));
        model.SetUp(town.DataFolder, pages: true);
        var id = await town.ReadIn(Text);
        await town.RunJobs();
        var clerk = town.Client(Roles.OfficeClerk);
        var added = (await town.Proposals(id)).Single(one => one.IsFromModel);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/take-all?at={added.Start}")).Code);
        Assert.Equal(Decision.Open, (await town.Proposals(id)).Single(one => one.IsFromModel).Decision);
        Assert.Equal(409, (await clerk.Send($"/plans/{id}/take-all?at={added.Start}")).Code);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/duties/{added.Id}/take")).Code);
        Assert.Equal(Decision.Taken, (await town.Proposals(id)).Single(one => one.IsFromModel).Decision);
        Assert.Equal(303, (await clerk.Send($"/plans/{id}/undo")).Code);
        Assert.Equal(added, (await town.Proposals(id)).Single(one => one.IsFromModel));
    }

    [Theory, EveryDatabase]
    public async Task A_model_that_fails_or_hangs_changes_nothing_and_the_page_says_so(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        model.SetUp(town.DataFolder, seconds: 1, pages: true);
        var answers = new Action[]
        {
            () =>
                model.Answer = context =>
                {
                    context.Response.StatusCode = 500;
                    return Task.CompletedTask;
                },
            () => model.Answer = context => context.Response.WriteAsync("{\"choices\":[{\"message\":{\"content\":\"我觉得没有任务\"}}]}"),
            model.Hangs,
        };
        foreach (var answer in answers)
        {
            answer();
            var id = await town.ReadIn(Text);
            var before = await town.Proposals(id);
            await town.RunJobs();
            Assert.Equal(before, await town.Proposals(id));
            Assert.Contains("本单位的模型没有给出结果", (await Review(town, id)).Text, StringComparison.Ordinal);
            Assert.Equal(ModelAnswer.Failed, (await town.Plan(id)).ModelAnswer);
        }
        Assert.All(await town.Book<PlanModelAnswered>("plans.model-answered"), answered => Assert.True(answered.Failed));
    }

    [Theory, EveryDatabase]
    public async Task What_the_clerk_did_meanwhile_stays(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        model.Answers((Between, "visit", []));
        model.SetUp(town.DataFolder, pages: true);
        var clerk = town.Client(Roles.OfficeClerk);

        // The clerk made a duty of the same words, while the model was thinking.
        var mine = await town.ReadIn(Text);
        var at = (await town.PlanText(mine)).IndexOf(Between, StringComparison.Ordinal);
        var form = await clerk.Visit($"/plans/{mine}/duties/new?start={at}&end={at + Between.Length}");
        Assert.Equal(303, (await clerk.Submit(form, $"/plans/{mine}/duties", ("title", "逐户走访"))).Code);
        await town.RunJobs();
        Assert.DoesNotContain(await town.Proposals(mine), one => one.IsFromModel);
        Assert.Contains("没有补充建议", (await Review(town, mine)).Text, StringComparison.Ordinal);

        // The review was over before the model answered.
        var done = await town.ReadIn(Text);
        await town.TakeAll(done, proposal => proposal);
        PlanTown.Went(await clerk.Send($"/plans/{done}/finish"), $"/plans/{done}");
        await town.RunJobs();
        Assert.DoesNotContain(await town.Proposals(done), one => one.IsFromModel);
        Assert.Equal(ModelAnswer.TooLate, (await town.Plan(done)).ModelAnswer);
    }

    [Theory, EveryDatabase]
    public async Task Without_the_word_pages_no_text_leaves(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        model.Answers((Between, "visit", []));
        var without = await town.ReadIn(Text);
        model.SetUp(town.DataFolder);
        var commandOnly = await town.ReadIn(Text);
        await town.RunJobs();
        Assert.Empty(model.Asked);
        foreach (var id in (Guid[])[without, commandOnly])
        {
            Assert.Equal(ModelAnswer.NotAsked, (await town.Plan(id)).ModelAnswer);
            Assert.DoesNotContain("模型", (await Review(town, id)).Text, StringComparison.Ordinal);
        }
        Assert.Empty(await town.Book<PlanModelAsked>("plans.model-asked"));
    }
}
