using System.IO.Compression;
using System.Text.RegularExpressions;
using Wuzha.Duties.Exports;
using Wuzha.Platform.Documents;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Sheets;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Reports.Tests;

public sealed partial class ShowBulletinTests
{
    [Theory, EveryDatabase]
    public async Task The_tables_and_sentences_of_a_month_say_who_did_what_in_time(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var page = await town.Clerk.Visit(town.April);
        Assert.Equal("青溪镇2026年4月防范电信网络诈骗工作情况通报", page.Heading);
        Assert.Contains("未印发", page.TextOf(".page-head"));
        Assert.Contains("数据截至 2026-05-04 12:00", page.TextOf(".page-head"));
        Assert.Contains(
            "4月，全镇 3 个单位应完成任务 16 项次，按时完成 7 项次（43.75 %），逾期完成 1 项次，逾期未完成 8 项次；另有 1 项次免除，不计入。",
            page.TextOf(".bulletin-words p")
        );
        // Weeks that end in April: of the three villages four each.
        Assert.Equal(["12", "5", "0", "7", "0"], BulletinTown.RowOf(page, "duties", "1. 推送防骗提示"));
        Assert.Equal(["2", "1", "1", "0", "0"], BulletinTown.RowOf(page, "duties", "2. 入户走访宣传"));
        Assert.Equal(["2", "1", "0", "1", "1"], BulletinTown.RowOf(page, "duties", "3. 召开动员部署会"));
        Assert.Equal(["16", "7", "1", "8", "1"], BulletinTown.RowOf(page, "duties", "合计"));
        Assert.Equal(["6", "6", "0", "0", "0"], BulletinTown.RowOf(page, "units", "东沟村"));
        Assert.Equal(["6", "1", "1", "4", "0"], BulletinTown.RowOf(page, "units", "西岭村"));
        Assert.Equal(["4", "0", "0", "4", "1"], BulletinTown.RowOf(page, "units", "南坡村"));
        // In the order of units, not of arrears.
        Assert.Equal(["东沟村", "西岭村", "南坡村", "合计"], page.TextsOf("#units + .table-frame tbody td:first-child"));
        var urgent = page.TextsOf("[aria-labelledby=section-4] li");
        Assert.Equal(2, urgent.Count);
        Assert.StartsWith("西岭村：推送防骗提示（3 期没有完成，最近一期应于4月26日前完成）", urgent[0]);
        Assert.Contains("召开动员部署会（应于4月10日前完成，已完成 0 / 1）。", urgent[0]);
        Assert.StartsWith("南坡村：推送防骗提示（4 期没有完成", urgent[1]);
    }

    /// <summary>No tallies, no standings: random work, withdrawn at random, and the single facts read once more by the plain words of each duty.</summary>
    [Theory, EveryDatabase]
    public async Task The_figures_equal_a_slow_count_over_single_facts(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Build(kind);
        var random = new Random(20260404);
        var villages = (Platform.Units.Unit[])[town.Town.EastVillage, town.Town.WestVillage];
        var weekly = await town.Opened("推送防骗提示", "push", Timing.Each(CadencePer.Week, 2, BulletinTown.First, BulletinTown.Last), villages);
        var monthly = await town.Opened(
            "入户走访宣传",
            "visit",
            Timing.Each(CadencePer.Month, 3, BulletinTown.First, BulletinTown.Last, 20),
            villages
        );
        var once = await town.Opened("召开动员部署会", "organize", Timing.Once(BulletinTown.First, new DateOnly(2026, 4, 14)), villages);
        foreach (var day in Enumerable.Range(1, 33).Select(day => BulletinTown.First.AddDays(day)))
        foreach (var village in villages)
        foreach (var duty in (Guid[])[weekly, monthly, once])
            if (random.Next(6) == 0)
                await town.Work(duty, village, day, random.Next(1, 3));
        foreach (var village in villages)
            await WithdrawOne(town, weekly, village);

        town.At(2026, 5, 6);
        var page = await town.Clerk.Visit(town.April);
        foreach (var village in villages)
        {
            var (week, month, single) = (
                await Counted(town, weekly, village),
                await Counted(town, monthly, village),
                await Counted(town, once, village)
            );
            // 1 April 2026 is a Wednesday: five of seven days ask ten sevenths, so two. Weeks end on Sundays.
            var weeks = new[] { 5, 12, 19, 26 }.Select(end =>
                week.Where(one => one.Day > Day(end).AddDays(-7) && one.Day <= Day(end)).Sum(one => one.Amount) >= 2
            );
            var monthMet = Sum(month, Day(20)) >= 3;
            var monthLate = !monthMet && Sum(month, Day(30)) >= 3;
            var onceMet = Sum(single, Day(14)) >= 1;
            var onceLate = !onceMet && single.Count > 0;
            var met = weeks.Count(done => done) + (monthMet ? 1 : 0) + (onceMet ? 1 : 0);
            var late = (monthLate ? 1 : 0) + (onceLate ? 1 : 0);
            Assert.Equal(["6", $"{met}", $"{late}", $"{6 - met - late}", "0"], BulletinTown.RowOf(page, "units", village.Name));
        }
    }

    private static DateOnly Day(int day) => new(2026, 4, day);

    private static int Sum(IEnumerable<(DateOnly Day, int Amount)> work, DateOnly until) =>
        work.Where(one => one.Day <= until).Sum(one => one.Amount);

    private static async Task WithdrawOne(BulletinTown town, Guid duty, Platform.Units.Unit village)
    {
        var assignment = await town.AssignmentOf(duty, village);
        var liaison = town.Town.Client(town.Town.Of(Roles.Liaison, village));
        var page = await liaison.Visit($"/assignments/{assignment}");
        var form = page
            .Page.QuerySelectorAll("form[action*='/work/']")
            .Last(one => one.GetAttribute("action")!.EndsWith("/withdraw", StringComparison.Ordinal));
        BulletinTown.Went(await liaison.Submit(page, form.GetAttribute("action")));
    }

    /// <summary>Days and amounts of the records that stand.</summary>
    private static async Task<List<(DateOnly Day, int Amount)>> Counted(BulletinTown town, Guid duty, Platform.Units.Unit village)
    {
        var assignment = await town.AssignmentOf(duty, village);
        var withdrawn = (await town.Facts("platform.fact-withdrawn")).Select(fact => fact.Withdraws).ToHashSet();
        return
        [
            .. from fact in await town.Facts("duties.work-recorded")
            where !withdrawn.Contains(fact.Id)
            let payload = System.Text.Json.JsonDocument.Parse(fact.Payload).RootElement
            where payload.GetProperty("assignmentId").GetGuid() == assignment
            select (fact.OnDay, payload.GetProperty("amount").GetInt32()),
        ];
    }

    [Theory, EveryDatabase]
    public async Task Every_number_opens_to_a_list_of_as_many_and_every_link_of_the_page_leads_somewhere(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var clerk = town.Clerk;
        var page = await clerk.Visit(town.April);
        var doors = page.Page.QuerySelectorAll("main a[href^='/'], main .door[href^='/']").ToList();
        Assert.True(doors.Count > 30, $"{doors.Count} links");
        var counted = 0;
        foreach (var door in doors)
        {
            var href = door.GetAttribute("href")!;
            var answer = await clerk.Visit(href);
            Assert.True(answer.Code == 200, $"{href}: {answer.Code}");
            if (!href.Contains("/standings?", StringComparison.Ordinal) || !int.TryParse(door.TextContent, out var number))
                continue;
            Assert.Contains($"共 {number} 项期次", answer.Text);
            Assert.Equal(number, answer.TextsOf(".listing tbody tr").Count);
            counted++;
        }
        Assert.True(counted > 20, $"{counted} numbers");
        var lines = await clerk.Visit($"{town.April}/standings?state=behind");
        foreach (var line in lines.Page.QuerySelectorAll(".listing tbody td:first-child a"))
            Assert.Equal(200, (await clerk.Visit(line.GetAttribute("href")!)).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_village_sees_its_own_month_and_nobody_sees_another_one(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var (east, west) = (town.Town.EastVillage.Id, town.Town.WestVillage.Id);
        var own = await town.West.Visit($"/bulletins/{west}/2026-04");
        Assert.Contains("4月，全村应完成任务 6 项次，按时完成 1 项次（16.67 %）", own.Text);
        Assert.DoesNotContain("东沟村", own.Text);
        Assert.Empty(own.Page.QuerySelectorAll("a[href*='/remarks/'], form[action$='/issue']"));
        foreach (var place in new[] { "", "/bulletin.docx", "/standings", "?table=units&format=xlsx" })
        {
            Assert.Equal(404, (await town.West.Visit($"/bulletins/{east}/2026-04{place}")).Code);
            Assert.Equal(404, (await town.West.Visit($"{town.April}{place}")).Code);
            Assert.Equal(404, (await town.Town.Client(town.Town.Of(Roles.OfficeClerk, town.Town.OtherTownship)).Visit($"{town.April}{place}")).Code);
            Assert.Equal(403, (await town.Town.Client(Roles.AuditAdministrator).Visit($"{town.April}{place}")).Code);
            Assert.StartsWith("/sign-in", (await town.Town.Stranger().Visit($"{town.April}{place}")).Location);
        }
        foreach (var role in new[] { Roles.Leader, Roles.Auditor, Roles.OfficeClerk })
            Assert.Equal(200, (await town.Town.Client(role).Visit(town.April)).Code);
        Assert.Equal(403, (await town.Town.Client(Roles.GridOfficer).Visit(town.April)).Code);
    }

    [Theory, EveryDatabase]
    public async Task What_is_no_month_or_still_to_come_is_refused_with_a_sentence(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        foreach (var month in new[] { "2026-13", "xyz", "2026", "2026-4", "0001-01", "２０２６-04" })
        {
            var answer = await town.Clerk.Visit($"/bulletins/{town.Township.Id}/{month}");
            Assert.Equal(404, answer.Code);
            Assert.Contains("不是月份。请写成 2026-05 这样", answer.Text);
        }
        var future = await town.Clerk.Visit($"/bulletins/{town.Township.Id}/2026-06");
        Assert.Equal(404, future.Code);
        Assert.Contains("2026年6月还没有到", future.Text);
        var before = await town.Clerk.Visit($"/bulletins/{town.Township.Id}/2026-02");
        Assert.Equal(200, before.Code);
        Assert.Contains("这个月没有到期的任务", before.Text);
        Assert.Equal(404, (await town.Clerk.Visit($"{town.April}?table=nonsense&format=xlsx")).Code);
        Assert.Equal(404, (await town.Clerk.Visit($"/bulletins/{Guid.CreateVersion7()}/2026-04")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_month_ends_at_midnight_of_the_country_and_a_running_one_says_so(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        // 15:59 UTC on the thirtieth is 23:59 here: the month still runs.
        town.Town.Clock.Set(new DateTime(2026, 4, 30, 15, 59, 0, DateTimeKind.Utc));
        var running = await town.Clerk.Visit(town.April);
        Assert.Contains("–本月未结束 数据截至 2026-04-30 23:59，随办随变。", running.TextOf(".page-head"));
        Assert.Contains("还没到期", running.TextsOf("#duties + .table-frame thead th"));
        Assert.Equal(404, (await town.Clerk.Visit($"/bulletins/{town.Township.Id}/2026-05")).Code);

        town.Town.Clock.Set(new DateTime(2026, 4, 30, 16, 0, 0, DateTimeKind.Utc));
        var over = await town.Clerk.Visit(town.April);
        Assert.DoesNotContain("尚未结束", over.Text);
        Assert.DoesNotContain("还没到期", over.TextsOf("#duties + .table-frame thead th"));
        Assert.Equal(200, (await town.Clerk.Visit($"/bulletins/{town.Township.Id}/2026-05")).Code);
        Assert.Equal(["2026年5月", "2026年4月"], (await town.Clerk.Visit("/bulletins")).TextsOf(".listing tbody td:first-child"));
    }

    [Theory, EveryDatabase]
    public async Task What_was_not_due_before_the_campaign_was_ended_is_asked_of_nobody(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        town.Town.Clock.Set(new DateTime(2026, 4, 22, 4, 0, 0, DateTimeKind.Utc));
        BulletinTown.Went(await town.Clerk.Send($"/campaigns/{town.Campaign}/end"));
        town.At(2026, 5, 4);
        var page = await town.Clerk.Visit(town.April);
        Assert.Equal("9", BulletinTown.RowOf(page, "duties", "1. 推送防骗提示")[0]);
        Assert.DoesNotContain("2. 入户走访宣传", page.TextsOf("#duties + .table-frame tbody td:first-child"));
        Assert.Equal(["2026年4月"], (await town.Clerk.Visit("/bulletins")).TextsOf(".listing tbody td:first-child"));
    }

    [Theory, EveryDatabase]
    public async Task The_word_file_and_the_sheets_hold_the_numbers_of_the_page(DatabaseKind kind)
    {
        await using var town = await BulletinTown.Worked(kind);
        var file = await town.Clerk.Visit($"{town.April}/bulletin.docx");
        Assert.Equal(OfficialDocument.ContentType, file.ContentType);
        var text = TextOf(file.Body);
        Assert.Contains("青溪镇2026年4月|防范电信网络诈骗工作情况通报", text);
        Assert.Contains("（草稿，未印发）", text);
        Assert.Contains("按时完成7项次（43.75%）", text);
        Assert.Contains("西岭村|6|1|1|4|0", text);
        Assert.Contains("合计|16|7|1|8|1", text);
        foreach (var heading in new[] { "一、任务完成情况", "二、指令签收情况", "三、宣传推送情况", "四、需要抓紧的工作" })
            Assert.Contains(heading, text);
        Assert.Contains("青溪镇|2026年5月4日", text);

        foreach (var table in new[] { "duties", "units" })
            Assert.Equal(SheetFile.ContentType, (await town.Clerk.Visit($"{town.April}?table={table}&format=xlsx")).ContentType);
        Assert.Equal(SheetFile.ContentType, (await town.Clerk.Visit($"{town.April}/standings?state=asked&format=xlsx")).ContentType);
        Assert.Equal(SheetFile.ContentType, (await town.Clerk.Visit("/bulletins?format=xlsx")).ContentType);
    }

    /// <summary>Paragraphs and cells, set apart by bars.</summary>
    internal static string TextOf(byte[] docx)
    {
        using var archive = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var xml = reader.ReadToEnd();
        return string.Join('|', Paragraph().Matches(xml).Select(one => Tag().Replace(one.Value, "")).Where(words => words.Length > 0));
    }

    [GeneratedRegex("<w:p[ >].*?</w:p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
