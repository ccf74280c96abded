using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Rosters;
using Wuzha.Organisation.Tests.Campaigns;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Rosters;

public sealed class FileRosterTests
{
    [Theory, EveryDatabase]
    public async Task Asking_names_every_responsible_unit_once(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Asking();
        // Three villages, school, bank and police station; neither grids nor the class nor the township itself.
        Assert.Equal(6, (await town.Facts("organisation.roster-asked")).Count);
        CampaignTown.Went(
            await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/rosters/ask", ("dueOn", "2026-04-10")),
            $"/campaigns/{id}/rosters"
        );
        Assert.Equal(6, (await town.Facts("organisation.roster-asked")).Count);
        Assert.Single(await town.Facts("organisation.roster-deadline-moved"));
        Assert.Equal(1, await town.Tally(CampaignMeasures.RostersAsked, town.SouthVillage));
    }

    [Theory, EveryDatabase]
    public async Task The_deadline_is_a_working_day_within_the_campaign(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Running();
        foreach (
            var (day, sentence) in new[]
            {
                ("", "请填写报送期限。"),
                ("2026-04-06", "不是工作日，请改为工作日，例如 2026-04-07"),
                ("2026-04-02", "不能早于今天"),
                ("2026-07-01", "应在专项行动截止日期"),
            }
        )
        {
            var answer = await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/rosters/ask", ("dueOn", day));
            Assert.Equal(422, answer.Code);
            Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        }
        Assert.Empty(await town.Facts("organisation.roster-asked"));
    }

    [Theory, EveryDatabase]
    public async Task Deadline_and_reminders_follow_the_tenants_own_days(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Asking();
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(303, (await clerk.Send("/calendar/days", ("from", "2026-04-08"), ("kind", "off"), ("name", "防汛停工"))).Code);

        var answer = await clerk.Send($"/campaigns/{id}/rosters/ask", ("dueOn", "2026-04-08"));
        Assert.Equal(422, answer.Code);
        Assert.Contains("不是工作日，请改为工作日，例如 2026-04-09", answer.Text, StringComparison.Ordinal);

        async Task<int> Run(DateTime now)
        {
            town.Clock.Set(now);
            await using var db = town.Open();
            await RemindRosters.Run(town.Host.Services, db, new JobRun(Town.TenantId, Guid.CreateVersion7(), "", 1));
            return (await town.Facts("organisation.roster-unfiled")).Count;
        }
        // The deadline is Thursday 9 April; Wednesday is off here, so Tuesday is the working day before.
        Assert.Equal(6, await Run(FakeClock.FridayBeforeQingming.AddDays(4)));
        Assert.Equal(6, await Run(FakeClock.FridayBeforeQingming.AddDays(5)));
        Assert.Equal(12, await Run(FakeClock.FridayBeforeQingming.AddDays(6).AddDays(1)));
    }

    [Theory, EveryDatabase]
    public async Task A_liaison_files_withdraws_and_files_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Asking();
        var liaison = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        var href = $"/campaigns/{id}/rosters/{town.EastVillage.Id}";
        var empty = await liaison.Send($"{href}/file");
        Assert.Equal(422, empty.Code);
        Assert.Contains("还没有填写第一责任人", empty.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await liaison.Send($"{href}/withdraw")).Code);

        await town.Name(id);
        CampaignTown.Went(await liaison.Send($"{href}/file"), href);
        Assert.Equal(409, (await liaison.Send($"{href}/file")).Code);
        Assert.Equal(1, await town.Tally(CampaignMeasures.RostersFiled, town.EastVillage));
        Assert.Equal(0, await town.Tally(CampaignMeasures.RostersFiledLate, town.EastVillage));
        // All four served already: nobody is appointed anew.
        Assert.Empty(await town.Facts("organisation.person-appointed"));

        CampaignTown.Went(await liaison.Send($"{href}/withdraw"), href);
        Assert.Equal(0, await town.Tally(CampaignMeasures.RostersFiled, town.EastVillage));
        Assert.Contains("已报 0 个", (await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/rosters")).Text, StringComparison.Ordinal);

        town.Clock.Advance(TimeSpan.FromDays(10));
        CampaignTown.Went(await town.Client(town.Of(Roles.Liaison, town.EastVillage)).Send($"{href}/file"), href);
        Assert.Equal(1, await town.Tally(CampaignMeasures.RostersFiled, town.EastVillage));
        Assert.Equal(1, await town.Tally(CampaignMeasures.RostersFiledLate, town.EastVillage));
    }

    [Theory, EveryDatabase]
    public async Task Filing_appoints_who_is_named_and_ends_who_is_not(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Asking();
        var liaison = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        var href = $"/campaigns/{id}/rosters/{town.EastVillage.Id}";
        await town.Name(id);
        CampaignTown.Went(
            await liaison.Send($"{href}/entries", ("role", "lecturer"), ("name", "蔚小禾"), ("post", "村民"), ("phone", "13800009001")),
            href
        );
        var old = town.Of(Roles.Lecturer, town.EastVillage);
        await using (var db = town.Open())
        {
            var entry = await db.Set<RosterEntry>().SingleAsync(one => one.TenantId == Town.TenantId && one.PersonId == old.Person.Id);
            CampaignTown.Went(await liaison.Send($"{href}/entries/{entry.Id}/remove"), href);
        }
        var page = await liaison.Visit(href);
        Assert.Contains("将任职：蔚小禾（宣讲员）", page.Text, StringComparison.Ordinal);
        Assert.Contains($"将于今天离任：{old.Name}（宣讲员）", page.Text, StringComparison.Ordinal);
        CampaignTown.Went(await liaison.Send($"{href}/file"), href);

        await using var after = town.Open();
        var lecturers = await after
            .Appointments.Where(one => one.TenantId == Town.TenantId && one.UnitId == town.EastVillage.Id && one.Role == Roles.Lecturer.Key)
            .ToListAsync();
        Assert.Equal(2, lecturers.Count);
        Assert.Equal(new DateOnly(2026, 4, 3), lecturers.Single(one => one.PersonId == old.Person.Id).UntilOn);
        Assert.Null(lecturers.Single(one => one.PersonId != old.Person.Id).UntilOn);
        Assert.Single(await town.Facts("organisation.person-appointed"));
        Assert.Single(await town.Facts("organisation.appointment-ended"));

        // After filing a change takes effect at once, and the last of a role stays.
        var entries = await after.Set<RosterEntry>().Where(one => one.TenantId == Town.TenantId && one.Role == Roles.Lecturer.Key).ToListAsync();
        Assert.Equal(409, (await liaison.Send($"{href}/entries/{entries.Single().Id}/remove")).Code);
        CampaignTown.Went(
            await liaison.Send($"{href}/entries", ("role", "lecturer"), ("person", town.Of(Roles.FirstResponsible).Person.Id.ToString())),
            href
        );
        Assert.Single(await town.Facts("organisation.roster-changed"));
        Assert.Equal(2, (await town.Facts("organisation.person-appointed")).Count);
    }

    [Theory, EveryDatabase]
    public async Task Another_village_is_not_found_and_readers_may_not_file(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Asking();
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));
        foreach (var act in (string[])["file", "withdraw", "entries"])
        {
            Assert.Equal(404, (await west.Send($"/campaigns/{id}/rosters/{town.EastVillage.Id}/{act}")).Code);
            Assert.Equal(403, (await town.Client(Roles.Lecturer).Send($"/campaigns/{id}/rosters/{town.EastVillage.Id}/{act}")).Code);
        }
        Assert.Equal(404, (await west.Visit($"/campaigns/{id}/rosters/{town.EastVillage.Id}")).Code);
        Assert.DoesNotContain("东沟村", (await west.Visit($"/campaigns/{id}/rosters")).TextOf("table"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Each_wrong_field_of_an_entry_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Asking();
        var liaison = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        var href = $"/campaigns/{id}/rosters/{town.EastVillage.Id}/entries";
        var own = town.Of(Roles.FirstResponsible);
        Assert.Equal(422, (await liaison.Send(href, ("role", "leader"), ("person", own.Person.Id.ToString()))).Code);
        Assert.Equal(422, (await liaison.Send(href, ("role", "liaison"))).Code);
        Assert.Equal(422, (await liaison.Send(href, ("role", "liaison"), ("name", "蔚小禾"))).Code);
        Assert.Equal(422, (await liaison.Send(href, ("role", "liaison"), ("name", "蔚小禾"), ("phone", "12345"))).Code);
        Assert.Equal(422, (await liaison.Send(href, ("role", "liaison"), ("name", "蔚小禾"), ("phone", own.Phone))).Code);
        Assert.Equal(422, (await liaison.Send(href, ("role", "liaison"), ("person", town.Of(Roles.Leader).Person.Id.ToString()))).Code);
        var elsewhere = await liaison.Send(href, ("role", "liaison"), ("name", "蔚小禾"), ("phone", town.Of(Roles.Leader).Phone));
        Assert.Equal(409, elsewhere.Code);
        Assert.DoesNotContain(town.Of(Roles.Leader).Name, elsewhere.TextOf("main"), StringComparison.Ordinal);
        await using var db = town.Open();
        Assert.Equal(0, await db.Set<RosterEntry>().CountAsync(entry => entry.TenantId == Town.TenantId));
    }

    [Theory, EveryDatabase]
    public async Task Excluding_a_unit_takes_back_what_it_was_asked_and_has_filed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Filed();
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(200, (await clerk.Visit($"/campaigns/{id}/units/{town.EastVillage.Id}")).Code);
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/units/{town.EastVillage.Id}/exclude"), $"/campaigns/{id}/units");
        Assert.Equal(404, (await clerk.Send($"/campaigns/{id}/units/{town.EastVillage.Id}/exclude")).Code);
        Assert.Equal(0, await town.Tally(CampaignMeasures.RostersAsked, town.EastVillage));
        Assert.Equal(0, await town.Tally(CampaignMeasures.RostersFiled, town.EastVillage));
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/units/{town.EastVillage.Id}/include"), $"/campaigns/{id}/units");
        CampaignTown.Went(await clerk.Send($"/campaigns/{id}/rosters/ask", ("dueOn", "2026-04-09")), $"/campaigns/{id}/rosters");
        Assert.Equal(1, await town.Tally(CampaignMeasures.RostersAsked, town.EastVillage));
    }

    [Theory, EveryDatabase]
    public async Task The_count_of_filed_and_unfiled_equals_plain_SQL_over_the_facts(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Asking();
        await town.Name(id);
        var liaison = town.Client(town.Of(Roles.Liaison, town.EastVillage));
        var clerk = town.Client(Roles.OfficeClerk);
        var random = new Random(20260403);
        for (var step = 0; step < 12; step++)
        {
            var href = $"/campaigns/{id}/rosters/{town.EastVillage.Id}";
            await (
                random.Next(4) switch
                {
                    0 => liaison.Send($"{href}/withdraw"),
                    1 => clerk.Send($"/campaigns/{id}/units/{town.SouthVillage.Id}/{(random.Next(2) == 0 ? "exclude" : "include")}"),
                    2 => clerk.Send($"/campaigns/{id}/rosters/ask", ("dueOn", "2026-04-09")),
                    _ => liaison.Send($"{href}/file"),
                }
            );
            await using var db = town.Open();
            var asked = await Standing(db, "organisation.roster-asked");
            var filed = await Standing(db, "organisation.roster-filed");
            var page = (await clerk.Visit($"/campaigns/{id}/rosters")).TextOf(".lead");
            Assert.StartsWith($"{asked} 个单位已报 {filed} 个", page, StringComparison.Ordinal);
            Assert.Contains($"还有 {asked - filed} 个没报", page, StringComparison.Ordinal);
        }
    }

    [Theory, EveryDatabase]
    public async Task The_job_reminds_each_unfiled_unit_once_a_day_in_office_hours(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Filed();
        async Task<int> Run()
        {
            await using var db = town.Open();
            await RemindRosters.Run(town.Host.Services, db, new JobRun(Town.TenantId, Guid.CreateVersion7(), "", 1));
            return (await town.Facts("organisation.roster-unfiled")).Count;
        }
        Assert.Equal(0, await Run());
        // Wednesday 8 April is the working day before the deadline.
        town.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(5, await Run());
        Assert.Equal(5, await Run());
        town.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(5, await Run());
        town.Clock.Advance(TimeSpan.FromHours(36));
        Assert.Equal(10, await Run());
        var facts = await town.Facts("organisation.roster-unfiled");
        Assert.All(facts, fact => Assert.Equal(id, fact.CampaignId));
        Assert.DoesNotContain(facts, fact => fact.NodeId == town.EastVillage.Id);
    }

    [Theory, EveryDatabase]
    public async Task The_annex_has_whole_phones_two_heads_and_leaves_a_line_in_the_book(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.Filed();
        Assert.Equal(403, (await town.Client(Roles.Liaison).Send($"/campaigns/{id}/rosters/annex")).Code);
        Assert.Equal(200, (await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/rosters/annex")).Code);
        Assert.Empty(await town.Facts("platform.personal-data-shown"));
        var answer = await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/rosters/annex");
        Assert.Equal(200, answer.Code);
        Assert.Single(await town.Facts("platform.personal-data-shown"));
        var word = await town.Client(Roles.OfficeClerk).Send($"/campaigns/{id}/rosters/annex", ("format", "docx"));
        using (var docx = new System.IO.Compression.ZipArchive(new MemoryStream(word.Body)))
        using (var text = new StreamReader(docx.GetEntry("word/document.xml")!.Open()))
        {
            var document = await text.ReadToEndAsync();
            Assert.Contains(town.Of(Roles.FirstResponsible).Phone, document, StringComparison.Ordinal);
            Assert.Contains("<w:gridSpan w:val=\"3\"", document, StringComparison.Ordinal);
        }
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(answer.Body));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = await sheet.ReadToEndAsync();
        Assert.Contains(town.Of(Roles.FirstResponsible).Phone, xml, StringComparison.Ordinal);
        Assert.Contains("第一责任人", xml, StringComparison.Ordinal);
        Assert.Contains("<mergeCell ref=\"C2:E2\"/>", xml, StringComparison.Ordinal);
        Assert.Contains("<mergeCell ref=\"A2:A3\"/>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain(
            town.Of(Roles.FirstResponsible).Phone,
            (await town.Client(Roles.OfficeClerk).Visit($"/campaigns/{id}/rosters/{town.EastVillage.Id}")).Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>Facts of a kind that no other fact has taken back.</summary>
    private static Task<int> Standing(Wuzha.Platform.Storage.Db db, string kind) =>
        db
            .Database.SqlQuery<int>(
                $"""
                select cast(count(*) as int) as "Value" from facts f
                where f.tenant_id = {Town.TenantId} and f.kind = {kind}
                  and not exists (select 1 from facts w where w.tenant_id = f.tenant_id and w.withdraws = f.id)
                """
            )
            .SingleAsync();
}
