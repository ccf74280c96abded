using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Guard.Tests;

public sealed class FileSuggestionTests
{
    [Theory, EveryDatabase]
    public async Task Who_is_not_signed_in_or_runs_the_installation_writes_nothing(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);

        Assert.Equal(302, (await world.Town.Stranger().Send("/suggestions", world.Fields())).Code);
        Assert.Equal(403, (await world.Town.Client(Roles.AuditAdministrator).Send("/suggestions", world.Fields())).Code);
        Assert.Equal(200, (await world.Town.Client(Roles.Teacher).Visit("/suggestions/new")).Code);
        Assert.Empty(await world.Rows());
    }

    [Theory, EveryDatabase]
    public async Task Each_field_is_checked_and_what_was_typed_stays(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var liaison = world.Liaison;

        var empty = await liaison.Send("/suggestions");
        Assert.Equal(422, empty.Code);
        Assert.Equal(["请选择类别。", "请选择写给。", "请填写内容。", "请选择署名。"], empty.TextsOf(".error-summary li"));
        Assert.Equal(422, (await liaison.Send("/suggestions", world.Fields(text: new string('多', 1001)))).Code);
        // Another village's office cannot be written to.
        var wrong = await liaison.Send(
            "/suggestions",
            ("kind", "suggestion"),
            ("to", $"{world.Town.WestVillage.Id}"),
            ("text", SuggestionsWorld.Text),
            ("name", "named")
        );
        Assert.Equal(422, wrong.Code);
        Assert.Equal(SuggestionsWorld.Text, wrong.TextOf("textarea"));
        Assert.Empty(await world.Rows());
    }

    [Theory, EveryDatabase]
    public async Task A_signed_suggestion_reaches_the_office_at_once_and_is_due_in_five_working_days(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var liaison = world.Liaison;
        var form = await liaison.Visit("/suggestions/new");

        var sent = await liaison.Submit(form, "/suggestions", ("kind", "complaint"), ("text", SuggestionsWorld.Text));

        var row = Assert.Single(await world.Rows());
        Assert.Equal($"/suggestions/{row.Id}", sent.Location);
        // Monday 6 April is a holiday.
        Assert.Equal(new DateOnly(2026, 4, 8), row.DueOn);
        var fact = Assert.Single(await world.Facts("guard.suggestion-filed"));
        Assert.Equal((world.Town.Of(Roles.Liaison).Person.Id, world.Town.Township.Id), (fact.ActorId, fact.NodeId));
        Assert.DoesNotContain("重复", fact.Payload, StringComparison.Ordinal);
        var page = await world.Clerk.Visit($"/suggestions/{row.Id}");
        Assert.Contains(SuggestionsWorld.Text, page.Text, StringComparison.Ordinal);
        Assert.Contains($"东沟村 {world.Town.Of(Roles.Liaison).Name}", page.Text, StringComparison.Ordinal);
        Assert.Contains("答复一件投诉", (await world.Clerk.Visit("/")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_note_without_a_name_leaves_nothing_that_leads_to_its_writer(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var writer = world.Town.Of(Roles.Liaison);
        var before = await FactsOf(world);

        var sent = await world.Liaison.Send("/suggestions", world.Fields("unnamed"));

        Assert.Equal((200, "已投入意见箱"), (sent.Code, sent.Heading));
        var row = Assert.Single(await world.Rows());
        Assert.Null(row.WriterId);
        Assert.Null(row.FromUnitId);
        Assert.Null(row.OpenedOn);
        // The time in the id is midnight of the day, here and in the database.
        Assert.StartsWith(
            $"{Guid.CreateVersion7(new DateTimeOffset(Platform.Calendar.LocalDay.Start(row.FiledOn)))}"[..13],
            $"{row.Id}",
            StringComparison.Ordinal
        );
        Assert.Equal(before, await FactsOf(world));
        Assert.Contains("没有收到意见", (await world.Clerk.Visit("/suggestions")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await world.Clerk.Visit($"/suggestions/{row.Id}")).Code);

        world.At("2026-04-01 09:00");
        await world.Open();

        var fact = Assert.Single(await world.Facts("guard.suggestion-filed"));
        Assert.Equal(
            (Guid.Empty, world.Town.Township.Id, world.Town.Township.Id, FactSource.Job),
            (fact.ActorId, fact.UnitId, fact.NodeId, fact.Source)
        );
        var page = await world.Clerk.Visit($"/suggestions/{row.Id}");
        Assert.Contains("未署名", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(writer.Name, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("东沟村", page.TextOf("main"), StringComparison.Ordinal);
        // Not even to himself: it is nobody's.
        Assert.Equal(404, (await world.Liaison.Visit($"/suggestions/{row.Id}")).Code);
        Assert.Equal(before, await FactsOf(world, writer.Person.Id));
    }

    [Theory, EveryDatabase]
    public async Task The_code_leads_its_holder_to_the_answer(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        var sent = await world.Liaison.Send("/suggestions", world.Fields("unnamed"));
        var code = sent.TextOf("code");
        Assert.Matches("^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$", code);
        var anybody = world.Town.Client(Roles.Teacher);
        Assert.Contains("还在意见箱里", (await anybody.Send("/suggestions/receipt", ("code", code))).Text, StringComparison.Ordinal);

        world.At("2026-04-01 09:00");
        await world.Open();
        var id = Assert.Single(await world.Rows()).Id;
        Assert.Equal(303, (await world.Clerk.Send($"/suggestions/{id}/answer", ("answer", "下月起合并成一张。"))).Code);

        anybody = world.Town.Client(Roles.Teacher);
        var found = await anybody.Send("/suggestions/receipt", ("code", code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
        Assert.Contains("下月起合并成一张。", found.Text, StringComparison.Ordinal);
        var wrong = await anybody.Send("/suggestions/receipt", ("code", "AAAA-BBBB-CCCC"));
        Assert.Equal(422, wrong.Code);
        Assert.Contains("没有这个查询码", wrong.Text, StringComparison.Ordinal);
        var elsewhere = world.Town.Client(world.Town.Of(Roles.OfficeClerk, world.Town.OtherTownship));
        Assert.Equal(422, (await elsewhere.Send("/suggestions/receipt", ("code", code))).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_box_is_opened_on_working_mornings_after_the_day_of_the_note(DatabaseKind kind)
    {
        await using var world = await SuggestionsWorld.Build(kind);
        world.At("2026-04-03 15:00");
        await world.File("unnamed");
        await world.Open();
        Assert.Null(Assert.Single(await world.Rows()).OpenedOn);

        // 清明: Saturday to Monday.
        world.At("2026-04-06 10:00");
        await world.Open();
        Assert.Null(Assert.Single(await world.Rows()).OpenedOn);
        world.At("2026-04-07 07:00");
        await world.Open();
        Assert.Null(Assert.Single(await world.Rows()).OpenedOn);
        world.At("2026-04-07 09:00");
        await world.Open();
        await world.Open();
        var row = Assert.Single(await world.Rows());
        Assert.Equal((new DateOnly(2026, 4, 7), new DateOnly(2026, 4, 14)), (row.OpenedOn, row.DueOn));
        Assert.Single(await world.Facts("guard.suggestion-filed"));
    }

    private static async Task<int> FactsOf(SuggestionsWorld world, Guid? actor = null)
    {
        await using var db = world.Town.Open();
        var (who, unit) = (actor ?? world.Town.Of(Roles.Liaison).Person.Id, world.Town.EastVillage.Id);
        return await db.Set<FactRow>()
            .CountAsync(fact => fact.TenantId == Town.TenantId && (fact.ActorId == who || fact.UnitId == unit || fact.NodeId == unit));
    }
}
