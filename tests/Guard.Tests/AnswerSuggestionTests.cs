using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Exports;
using Wuzha.Guard.Suggestions;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Guard.Tests;

public sealed class AnswerSuggestionTests
{
    private const string Answer = "下月起合并成一张。";

    [Theory, EveryDatabase]
    public async Task Only_the_addressed_office_answers(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var id = await world.File();
        var path = $"/suggestions/{id}/answer";

        Assert.Equal(302, (await world.Town.Stranger().Send(path, ("answer", Answer))).Code);
        Assert.Equal(403, (await world.Liaison.Send(path, ("answer", Answer))).Code);
        Assert.Equal(403, (await world.Town.Client(Roles.Auditor).Send(path, ("answer", Answer))).Code);
        var elsewhere = world.Town.Client(world.Town.Of(Roles.OfficeClerk, world.Town.OtherTownship));
        Assert.Equal(404, (await elsewhere.Send(path, ("answer", Answer))).Code);
        Assert.Equal(404, (await world.Clerk.Send($"/suggestions/{Guid.CreateVersion7()}/answer", ("answer", Answer))).Code);
        Assert.Null(Assert.Single(await world.Rows()).AnsweredOn);
    }

    [Fact]
    public void An_office_above_that_reads_along_does_not_answer_for_the_addressed_one()
    {
        var suggestion = new Suggestion
        {
            TenantId = Town.TenantId,
            Id = Guid.CreateVersion7(),
            IsComplaint = true,
            ToUnitId = Guid.CreateVersion7(),
            TextSealed = [],
            FiledOn = new DateOnly(2026, 4, 1),
        };
        var viewer = new Platform.Viewer
        {
            TenantId = Town.TenantId,
            AccountId = Guid.Empty,
            PersonId = Guid.Empty,
            AppointmentId = Guid.Empty,
            UnitId = Guid.CreateVersion7(),
            UnitName = "上级",
            Scope = default,
            Role = Roles.OfficeClerk.Key,
            RoleName = Roles.OfficeClerk.Name,
            PersonName = "甄反",
            Acts = new HashSet<string>(),
        };

        Assert.False(suggestion.Answer(viewer, [], new DateOnly(2026, 4, 2)).Is(out _, out var no));
        Assert.Equal("guard.only-the-addressed-office", no!.Code);
    }

    [Theory, EveryDatabase]
    public async Task An_answer_needs_words(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var id = await world.File();

        var empty = await world.Clerk.Send($"/suggestions/{id}/answer");

        Assert.Equal(422, empty.Code);
        Assert.Contains("请填写答复。", empty.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await world.Clerk.Send($"/suggestions/{id}/answer", ("answer", new string('好', 1001)))).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_writer_sees_the_answer_and_a_second_one_is_refused(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var id = await world.File();
        var clerk = world.Clerk;
        var page = await clerk.Visit($"/suggestions/{id}");

        var done = await clerk.Submit(page, $"/suggestions/{id}/answer", ("answer", Answer));

        Assert.Equal($"/suggestions/{id}", done.Location);
        var fact = Assert.Single(await world.Facts("guard.suggestion-answered"));
        Assert.DoesNotContain("合并", fact.Payload, StringComparison.Ordinal);
        Assert.Contains(Answer, (await world.Liaison.Visit($"/suggestions/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("您的建议已有答复", (await world.Liaison.Visit("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("答复一件建议", (await world.Clerk.Visit("/")).Text, StringComparison.Ordinal);
        // Neither the words nor the answer stand readable in the database.
        var row = Assert.Single(await world.Rows());
        Assert.DoesNotContain("合并", System.Text.Encoding.UTF8.GetString([.. row.TextSealed, .. row.AnswerSealed!]), StringComparison.Ordinal);

        var again = await world.Clerk.Send($"/suggestions/{id}/answer", ("answer", "再答一次。"));
        Assert.Equal(409, again.Code);
        Assert.Contains("已经答复", again.Text, StringComparison.Ordinal);
        Assert.Single(await world.Facts("guard.suggestion-answered"));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_clerks_who_answer_at_once_one_is_told_to_look_again(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var id = await world.File();
        await using var first = world.Town.Open();
        await using var second = world.Town.Open();
        var clerk = world.Town.ViewerOf(world.Town.Of(Roles.OfficeClerk));
        foreach (var db in (Platform.Storage.Db[])[first, second])
        {
            var one = await db.Set<Suggestion>().SingleAsync(row => row.TenantId == Town.TenantId && row.Id == id);
            Assert.True(one.Answer(clerk, [1, 2, 3], new DateOnly(2026, 4, 1)).Is(out var answered, out _));
            db.Record(clerk, answered!);
        }

        await first.SaveChangesAsync();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        Assert.Single(await world.Facts("guard.suggestion-answered"));
    }

    [Theory, EveryDatabase]
    public async Task The_list_tells_what_is_open_overdue_and_answered(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var late = await world.File(text: "村里的台账有两套。");
        world.At("2026-04-09 10:00");
        await world.File(text: "培训次数太多。");

        var list = await world.Clerk.Visit("/suggestions");
        Assert.Equal(["村里的台账有两套。", "培训次数太多。"], list.TextsOf("td.card-title"));
        Assert.Equal(["村里的台账有两套。"], (await world.Clerk.Visit("/suggestions?state=overdue")).TextsOf("td.card-title"));
        Assert.Equal(["培训次数太多。"], (await world.Clerk.Visit("/suggestions?q=培训")).TextsOf("td.card-title"));
        Assert.Equal(["村里的台账有两套。"], (await world.Clerk.Visit("/suggestions?sort=due&q=东沟村&state=overdue")).TextsOf("td.card-title"));
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await world.Clerk.Visit("/suggestions?format=xlsx")).ContentType);

        await world.Clerk.Send($"/suggestions/{late}/answer", ("answer", Answer));
        Assert.Contains("已答复（逾期）", (await world.Clerk.Visit("/suggestions?state=answered")).Text, StringComparison.Ordinal);
        await using var db = world.Town.Open();
        Assert.Equal(
            1,
            await db.Set<Tally>()
                .Where(one => one.TenantId == Town.TenantId && one.Measure == GuardMeasures.SuggestionsAnsweredLate.Key)
                .SumAsync(one => one.Value)
        );
    }

    [Theory, EveryDatabase]
    public async Task Everyone_sees_his_own_and_nobody_else_s(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var id = await world.File();
        var west = world.Town.Client(world.Town.Of(Roles.Liaison, world.Town.WestVillage));

        Assert.Contains("我的意见答复了没有？", (await world.Liaison.Visit("/suggestions")).Heading, StringComparison.Ordinal);
        Assert.Single((await world.Liaison.Visit("/suggestions")).TextsOf("td.card-title"));
        Assert.Empty((await west.Visit("/suggestions")).TextsOf("td.card-title"));
        Assert.Equal(404, (await west.Visit($"/suggestions/{id}")).Code);
        Assert.Equal(404, (await world.Town.Client(Roles.Leader).Visit($"/suggestions/{id}")).Code);
        Assert.Equal(200, (await world.Town.Client(Roles.Auditor).Visit($"/suggestions/{id}")).Code);
    }
}
