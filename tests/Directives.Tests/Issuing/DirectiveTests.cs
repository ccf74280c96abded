using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Issuing;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Issuing;

public sealed class DirectiveTests
{
    private static readonly DateTime Now = FakeClock.FridayBeforeQingming;

    internal static (string Name, string Value)[] Typed(params (string Name, string Value)[] more) =>
        [
            .. new (string Name, string Value)[]
            {
                ("kind", "Directive"),
                ("title", "开展集中宣传周活动"),
                ("text", "请各单位于4月17日前安排一次集中宣传，有问题联系镇反诈办。"),
                ("signingTime", "one-day"),
                ("toRole", Roles.Liaison.Key),
                ("minutes", "30"),
                ("reach", "units:village"),
            }.Where(field => more.All(other => other.Name != field.Name)),
            .. more,
        ];

    private static async Task<Guid> Draft(Town town, params (string Name, string Value)[] more) =>
        Created(await town.Client(Roles.OfficeClerk).Send("/directives", Typed(more)), "/directives/");

    private static async Task<Guid> Issued(Town town, params (string Name, string Value)[] more)
    {
        var id = await Draft(town, more);
        Went(await town.Client(Roles.OfficeClerk).Send($"/directives/{id}/issue"), $"/directives/{id}");
        return id;
    }

    private static TownClient East(Town town) => town.Client(town.Of(Roles.Liaison, town.EastVillage));

    private static string Sign(Guid id, Unit unit) => $"/directives/{id}/receipts/{unit.Id}/sign";

    private static string Return(Guid id, Unit unit) => $"/directives/{id}/receipts/{unit.Id}/return";

    private static async Task<Receipt> Row(Town town, Guid id, Unit unit)
    {
        await using var db = town.Open();
        return await db.Set<Receipt>()
            .SingleAsync(receipt => receipt.TenantId == Town.TenantId && receipt.DirectiveId == id && receipt.UnitId == unit.Id);
    }

    [Theory, EveryDatabase]
    public async Task A_directive_is_drafted_priced_and_goes_out_to_all_who_are_addressed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await Draft(town);

        var draft = await clerk.Visit($"/directives/{id}");
        Assert.Contains("发给 3 个单位，每个单位约 30 分钟，基层一共要花约 1.5 小时", draft.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await East(town).Visit($"/directives/{id}")).Code);
        Assert.Equal(404, (await East(town).Send(Sign(id, town.EastVillage))).Code);
        Assert.Empty(await town.Book<DirectiveIssued>("directives.directive-issued"));

        Went(await clerk.Send($"/directives/{id}/issue"), $"/directives/{id}");
        var fact = (await town.Book<DirectiveIssued>("directives.directive-issued")).Single();
        // Friday before Qingming: one working day ends on Tuesday 7 April at the end of work.
        Assert.Equal(WorkingCalendar.National.EndOfWork(new DateOnly(2026, 4, 7)), fact.DueAt);
        Assert.Equal(("directive", 3, 30), (fact.Kind, fact.Addressed, fact.Minutes));
        Assert.Empty(await town.Book<MatterUnsettled>("messaging.matter-unsettled"));
        await town.RunJobs();
        Assert.Equal(3, (await town.Book<MessageWanted>("messaging.message-wanted")).Count(wish => wish.Template == TellReceivers.Issued));
        Assert.Contains("3 个单位已签收 0，仍缺：东沟村、西岭村、南坡村。", (await clerk.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("签收《开展集中宣传周活动》", (await East(town).Visit("/")).Text, StringComparison.Ordinal);
        Assert.Contains("3 个单位还没签收《开展集中宣传周活动》", (await clerk.Visit("/")).Text, StringComparison.Ordinal);

        Refused(await clerk.Send($"/directives/{id}/issue"), 409, "已经下发");
        Refused(await clerk.Send($"/directives/{id}/edit", Typed()), 409, "已经下发");
        Refused(await clerk.Send($"/directives/{id}/discard"), 409, "已经下发");
        Assert.Single(await town.Book<DirectiveIssued>("directives.directive-issued"));
    }

    [Theory, EveryDatabase]
    public async Task A_draft_is_addressed_anew_and_discarded(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await Draft(town, ("reach", ""), ("unit", town.EastVillage.Id.ToString()), ("unit", town.Bank.Id.ToString()));
        Assert.Contains("发给 2 个单位", (await clerk.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);

        var form = await clerk.Visit($"/directives/{id}/edit");
        Assert.Equal(2, form.Page.QuerySelectorAll("input[name=unit][checked]").Length);
        Went(await clerk.Send($"/directives/{id}/edit", Typed(("reach", ""), ("unit", town.WestVillage.Id.ToString()))), $"/directives/{id}");
        await using (var db = town.Open())
            Assert.Equal(
                (town.WestVillage.Id, AddressLine.Itself),
                (await Addressing.Lines(db, Town.TenantId, [id])).ConvertAll(line => (line.UnitId, line.Reach)).Single()
            );

        Went(await clerk.Send($"/directives/{id}/discard"), "/directives");
        Assert.Equal(404, (await clerk.Visit($"/directives/{id}")).Code);
        await using var after = town.Open();
        Assert.Empty(await Addressing.Lines(after, Town.TenantId, [id]));
    }

    [Theory, EveryDatabase]
    public async Task A_selection_is_kept_under_a_name_and_chosen_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        await Draft(town, ("reach", "units:bank"), ("unit", town.EastVillage.Id.ToString()), ("saveAs", "东片"));

        Assert.Contains("东片", (await clerk.Visit("/directives/new")).Text, StringComparison.Ordinal);
        await using var db = town.Open();
        var book = await db.Set<AddressBook>().SingleAsync(one => one.TenantId == Town.TenantId);
        var id = await Draft(town, ("reach", ""), ("book", book.Id.ToString()));
        Assert.Contains("发给 2 个单位", (await clerk.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_may_not_be_asked_does_not_go_out(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        async Task No(string sentence, params (string Name, string Value)[] typed) =>
            Refused(await clerk.Send("/directives", Typed(typed)), 422, sentence);

        await No("不得要求在工作群里接龙", ("text", "请各村收到后在工作群里接龙，报送落实情况。"));
        await No("截图", ("text", "各村转发后须把转发截图发到群里佐证。"));
        await No("只有预警可以要求尽快签收", ("signingTime", "at-once"));
        await No("标题至少 4 个字", ("title", "通知"));
        await No("正文至少 10 个字", ("text", "请办理"));
        await No("请选择类别", ("kind", ""));
        await No("请选择签收时限", ("signingTime", ""));
        await No("请填写每个单位预计用时", ("minutes", ""));
        await No("还没有选发给谁", ("reach", "units:county"));
        await No("还没有选发给谁", ("reach", ""));
        await No("还没有选发给谁", ("reach", ""), ("unit", town.OtherVillage.Id.ToString()));
        Assert.Equal(302, (await town.Stranger().Visit("/directives")).Code);
        Assert.Equal(403, (await East(town).Send("/directives", Typed())).Code);

        await using var db = town.Open();
        Assert.False(await db.Set<Directive>().AnyAsync(one => one.TenantId == Town.TenantId));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_signs_once_with_its_time(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));

        Assert.Equal(404, (await west.Send(Sign(id, town.EastVillage))).Code);
        Assert.Equal(404, (await East(town).Send(Sign(Guid.CreateVersion7(), town.EastVillage))).Code);
        Assert.Equal(403, (await town.Client(Roles.Leader).Send(Sign(id, town.EastVillage))).Code);
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");

        Assert.Equal(Now.AddMinutes(2), (await Row(town, id, town.EastVillage)).SignedAt);
        Assert.Equal(1, await town.April(DirectiveMeasures.ReceiptsSigned, town.EastVillage));
        Assert.False((await town.Book<ReceiptSigned>("directives.receipt-signed")).Single().Late);
        // Nobody was being reminded yet, so there is nothing to settle.
        Assert.Empty(await town.Book<MatterSettled>("messaging.matter-settled"));
        Refused(await East(town).Send(Sign(id, town.EastVillage)), 409, "已经签收过");
        Refused(await East(town).Send(Return(id, town.EastVillage), ("returned", "不归本村办理")), 409, "已经签收过");
        Assert.Single(await town.Book<ReceiptSigned>("directives.receipt-signed"));

        var page = await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}");
        Assert.Contains("3 个单位已签收 1，最早 4月3日 10:02，仍缺：西岭村、南坡村。", page.Text, StringComparison.Ordinal);
        // A village sees itself, not its neighbours.
        Assert.DoesNotContain("东沟村", (await west.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(["西岭村"], (await west.Visit($"/directives/{id}/receipts")).TextsOf("td.card-title"));
        Assert.DoesNotContain("签收《开展集中宣传周活动》", (await East(town).Visit("/")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Signing_after_the_deadline_is_signing_late(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        town.Clock.Set(new DateTime(2026, 4, 8, 2, 0, 0, DateTimeKind.Utc));

        Assert.Contains("3 个单位逾期没有签收", (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("逾期未签收", (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}/receipts")).Text, StringComparison.Ordinal);
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");
        Assert.True((await town.Book<ReceiptSigned>("directives.receipt-signed")).Single().Late);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_returns_with_a_reason_and_may_still_sign(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        var east = East(town);

        Refused(await east.Send(Return(id, town.EastVillage), ("returned", "否")), 422, "退回原因至少 4 个字");
        Assert.Equal(404, (await east.Send(Return(id, town.WestVillage), ("returned", "不归本村办理"))).Code);
        Went(await east.Send(Return(id, town.EastVillage), ("returned", "不归本村办理")), $"/directives/{id}");
        Refused(await east.Send(Return(id, town.EastVillage), ("returned", "不归本村办理")), 409, "已经退回");
        Assert.Contains(
            "退回 1，仍缺：西岭村、南坡村。",
            (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("不归本村办理", (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}/receipts")).Text, StringComparison.Ordinal);
        Assert.Equal(["东沟村"], (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}/receipts?state=returned")).TextsOf("td.card-title"));

        Went(await east.Send(Sign(id, town.EastVillage)), $"/directives/{id}");
        Assert.Empty((await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}/receipts?state=returned")).TextsOf("td.card-title"));
        Assert.Contains("已签收 1，最早", (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await town.April(DirectiveMeasures.ReceiptsSigned, town.Township));
    }

    [Theory, EveryDatabase]
    public async Task A_withdrawn_directive_asks_nobody_and_tells_everyone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await Issued(town);
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");

        Assert.Equal(404, (await East(town).Send($"/directives/{id}/withdraw", ("reason", "时间有变"))).Code);
        Refused(await clerk.Send($"/directives/{id}/withdraw", ("reason", "")), 422, "请填写撤回原因");
        Refused(await clerk.Send($"/directives/{await Draft(town)}/withdraw", ("reason", "时间有变")), 409, "还没有下发");
        Went(await clerk.Send($"/directives/{id}/withdraw", ("reason", "时间有变")), $"/directives/{id}");
        Refused(await clerk.Send($"/directives/{id}/withdraw", ("reason", "时间有变")), 409, "已经撤回");

        // Nobody was being reminded yet; all three units are told.
        Assert.Empty(await town.Book<MatterSettled>("messaging.matter-settled"));
        await town.RunJobs();
        var told = (await town.Book<MessageWanted>("messaging.message-wanted")).Where(wish => wish.Template == TellReceivers.Withdrawn).ToList();
        Assert.Equal(3, told.Select(wish => wish.To.UnitId).Distinct().Count());
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));
        Refused(await west.Send(Sign(id, town.WestVillage)), 409, "已经撤回");
        Assert.Contains("时间有变", (await west.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签收《开展集中宣传周活动》", (await west.Visit("/")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Only_who_has_not_signed_when_the_deadline_comes_near_enters_the_ladder_and_leaves_it_by_signing(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town, ("signingTime", "three-days"));
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");
        await Ask(town);
        Assert.Empty(await town.Book<MatterUnsettled>("messaging.matter-unsettled"));

        // Due on 9 April at the end of work; one office day before is the 8th.
        town.Clock.Set(new DateTime(2026, 4, 9, 1, 0, 0, DateTimeKind.Utc));
        await Ask(town);
        await Ask(town);
        await town.Drain();
        Assert.Equal(2, (await town.Book<MatterUnsettled>("messaging.matter-unsettled")).Count);
        async Task<IEnumerable<string>> Open() =>
            (await town.Client(Roles.OfficeClerk).Visit("/escalations?state=open")).TextsOf("td.card-title").Order(StringComparer.Ordinal);
        Assert.Equal(["南坡村", "西岭村"], await Open());

        town.Clock.Advance(TimeSpan.FromMinutes(1));
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));
        Went(await west.Send(Sign(id, town.WestVillage)), $"/directives/{id}");
        Assert.Equal(town.WestVillage.Id, (await town.Book<MatterSettled>("messaging.matter-settled")).Single().About.UnitId);
        await town.Drain();
        Assert.Equal(["南坡村"], await Open());

        town.Clock.Advance(TimeSpan.FromMinutes(1));
        Went(await town.Client(Roles.OfficeClerk).Send($"/directives/{id}/withdraw", ("reason", "时间有变")), $"/directives/{id}");
        await town.Drain();
        Assert.Empty(await Open());
    }

    [Theory, EveryDatabase]
    public async Task The_ladder_climbs_by_office_days_across_a_holiday_and_its_worked_Saturday(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        // 1 to 5 May 2026 are free, Saturday 9 May is worked for them. Two working days from Wednesday 29 April end on Wednesday 6 May.
        town.Clock.Set(Wall("2026-04-29 10:00"));
        var id = await Issued(town, ("signingTime", "two-days"), ("reach", ""), ("unit", town.EastVillage.Id.ToString()));
        for (var day = new DateOnly(2026, 4, 29); day < new DateOnly(2026, 5, 14); day = day.AddDays(1))
            foreach (var time in (string[])["08:40", "16:10"])
                if (Wall($"{day:yyyy-MM-dd} {time}") is var at && at > town.Clock.Now)
                {
                    town.Clock.Set(at);
                    await town.RunJobs();
                    await town.Drain();
                }

        await using var db = town.Open();
        var climbed = await db.Set<FactRow>()
            .Where(fact => fact.TenantId == Town.TenantId && fact.Kind == "messaging.reminder-climbed")
            .OrderBy(fact => fact.OccurredAt)
            .Select(fact => fact.OccurredAt)
            .ToListAsync();
        Assert.Equal([Wall("2026-05-06 08:40"), Wall("2026-05-07 08:40"), Wall("2026-05-08 08:40"), Wall("2026-05-09 08:40")], climbed);
        Assert.Contains("逾期", (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
    }

    private static DateTime Wall(string wall) =>
        DateTime.SpecifyKind(DateTime.Parse(wall, CultureInfo.InvariantCulture) - LocalDay.Offset, DateTimeKind.Utc);

    private static async Task Ask(Town town)
    {
        await using var db = town.Open();
        await AskReceipts.Ask(db, Town.TenantId, town.Clock);
    }

    [Theory, EveryDatabase]
    public async Task What_has_expired_stops_asking_by_itself_and_may_still_be_signed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        town.Clock.Set(new DateTime(2026, 4, 7, 6, 0, 0, DateTimeKind.Utc));
        await Ask(town);
        town.Clock.Set(new DateTime(2026, 5, 8, 6, 0, 0, DateTimeKind.Utc));
        await Ask(town);

        Assert.Equal(3, (await town.Book<DirectiveExpired>("directives.directive-expired")).Single().Unsigned);
        Assert.Equal(3, (await town.Book<MatterSettled>("messaging.matter-settled")).Count);
        Assert.Contains("不再催办", (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");
    }

    [Theory, EveryDatabase]
    public async Task Two_who_sign_at_once_leave_one_signature(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        await using var db = town.Open();
        var directive = await db.Set<Directive>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == id);
        var (liaison, chief) = (town.ViewerOf(town.Of(Roles.Liaison, town.EastVillage)), town.ViewerOf(town.Of(Roles.OfficeClerk)));
        var queue = town.Host.Services.GetRequiredService<WriteQueue>();

        var answers = await Task.WhenAll(
            queue.Append(
                [SignReceipt.Entry(liaison, IssuedDirective.Of(directive), town.EastVillage.Id, town.Clock)],
                TestContext.Current.CancellationToken
            ),
            queue.Append(
                [SignReceipt.Entry(chief, IssuedDirective.Of(directive), town.EastVillage.Id, town.Clock)],
                TestContext.Current.CancellationToken
            ),
            queue.Append(
                [SignReceipt.Entry(liaison, IssuedDirective.Of(directive), town.EastVillage.Id, town.Clock)],
                TestContext.Current.CancellationToken
            )
        );

        Assert.Single(answers, answer => answer is [FactOutcome.Accepted]);
        Assert.Single(await town.Book<ReceiptSigned>("directives.receipt-signed"));
        Assert.Equal(1, await town.April(DirectiveMeasures.ReceiptsSigned, town.EastVillage));
        await using var after = town.Open();
        Assert.Equal(1, (await after.Set<Directive>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == id)).Signed);
    }

    [Theory, EveryDatabase]
    public async Task A_replacement_takes_back_the_old_one_when_it_goes_out(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var old = await Issued(town);
        var id = Created(await clerk.Send($"/directives/{old}/replace", Typed(("title", "开展集中宣传周活动（更正）"))), "/directives/");
        Assert.Contains("已下发", (await clerk.Visit($"/directives/{old}")).Text, StringComparison.Ordinal);

        Went(await clerk.Send($"/directives/{id}/issue"), $"/directives/{id}");
        var page = await clerk.Visit($"/directives/{old}");
        Assert.Contains("已由《开展集中宣传周活动（更正）》代替", page.Text, StringComparison.Ordinal);
        Assert.Equal(id, (await town.Book<DirectiveWithdrawn>("directives.directive-withdrawn")).Single().ReplacedById);
        Refused(await East(town).Send(Sign(old, town.EastVillage)), 409, "已经撤回");
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");
        Refused(await clerk.Send($"/directives/{old}/replace", Typed()), 409, "已经撤回");
    }

    [Theory, EveryDatabase]
    public async Task A_file_goes_out_with_the_directive_to_those_who_are_addressed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await Draft(town);
        Refused(await clerk.Upload($"/directives/{id}/files", "file", "坏文件.pdf", "不是文档"u8.ToArray()), 422, "");
        Went(await clerk.Upload($"/directives/{id}/files", "file", "任务分工.txt", "各村分工"u8.ToArray()), $"/directives/{id}");
        await using var db = town.Open();
        var file = (await db.Set<DirectiveFile>().SingleAsync(one => one.TenantId == Town.TenantId)).FileId;
        Assert.Equal(404, (await East(town).Visit($"/directives/{id}/files/{file}")).Code);

        Went(await clerk.Send($"/directives/{id}/issue"), $"/directives/{id}");
        Assert.Equal("各村分工"u8.ToArray(), (await East(town).Visit($"/directives/{id}/files/{file}")).Body);
        Assert.Equal(404, (await town.Client(Roles.PoliceAnalyst).Visit($"/directives/{id}/files/{file}")).Code);
        Refused(await clerk.Send($"/directives/{id}/files/{file}/remove"), 409, "已经下发");
    }

    [Theory, EveryDatabase]
    public async Task Above_the_ceiling_a_named_leader_decides(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (clerk, leader) = (town.Client(Roles.OfficeClerk), town.Client(Roles.Leader));
        var id = await Draft(town, ("minutes", "500"));

        Refused(await clerk.Send($"/directives/{id}/issue"), 409, "超过 120 分钟");
        Refused(await clerk.Send($"/directives/{id}/submit", ("approver", "")), 422, "请选择请谁批准");
        Assert.Equal(404, (await leader.Send($"/directives/{id}/approve")).Code);
        Went(await clerk.Send($"/directives/{id}/submit", ("approver", town.Of(Roles.Leader).Person.Id.ToString())), $"/directives/{id}");
        Refused(await clerk.Send($"/directives/{id}/issue"), 409, "超过 120 分钟");
        Assert.Contains("批准下发《开展集中宣传周活动》", (await leader.Visit("/")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await clerk.Send($"/directives/{id}/approve")).Code);

        Went(await leader.Send($"/directives/{id}/reject", ("rejected", "分两周安排")), "/directives");
        Assert.Contains("分两周安排", (await clerk.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Went(await clerk.Send($"/directives/{id}/submit", ("approver", town.Of(Roles.Leader).Person.Id.ToString())), $"/directives/{id}");
        Went(await leader.Send($"/directives/{id}/approve"), $"/directives/{id}");
        Went(await clerk.Send($"/directives/{id}/issue"), $"/directives/{id}");
        Assert.Equal(3, (await town.Book<DirectiveIssued>("directives.directive-issued")).Single().Addressed);
        Assert.Equal(2, (await town.Book<DirectiveApproved>("directives.directive-approved")).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_passes_it_on_with_its_own_words_and_the_root_sees_every_level(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await Issued(town);
        var form = await East(town).Visit($"/directives/{id}/pass-on");
        Assert.Contains("全部网格（2 个）", form.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await town.Client(Roles.PoliceAnalyst).Visit($"/directives/{id}/pass-on")).Code);

        (string, string)[] words =
        [
            ("text", "各网格本周五晚上在小广场宣传，找村委会要资料。"),
            ("signingTime", "one-day"),
            ("toRole", Roles.GridChief.Key),
            ("minutes", "20"),
            ("reach", "units:grid"),
        ];
        Refused(await East(town).Send($"/directives/{id}/pass-on", [.. words[1..], ("text", "请各网格在群里接龙报名。")]), 422, "接龙");
        var below = Created(await East(town).Send($"/directives/{id}/pass-on", words), "/directives/");

        // Passing on signs as well, and the grids read both texts.
        Assert.NotNull((await Row(town, id, town.EastVillage)).SignedAt);
        var chief = town.Client(town.Of(Roles.GridChief, town.EastFirstGrid));
        var read = (await chief.Visit($"/directives/{below}")).Text;
        Assert.Contains("请各单位于4月17日前安排一次集中宣传", read, StringComparison.Ordinal);
        Assert.Contains("各网格本周五晚上在小广场宣传", read, StringComparison.Ordinal);
        Assert.Equal(1, await town.April(DirectiveMeasures.PassedOn, town.EastVillage));
        Assert.Equal(1, await town.April(DirectiveMeasures.Issued, town.Township));

        // A parent is complete only when everything below it is.
        var tree = await clerk.Visit($"/directives/{id}/cascade");
        Assert.Contains("下级未办结", tree.Text, StringComparison.Ordinal);
        Assert.Contains("0 / 2", tree.Text, StringComparison.Ordinal);
        foreach (var grid in (Unit[])[town.EastFirstGrid, town.EastSecondGrid])
            Went(await East(town).Send(Sign(below, grid)), $"/directives/{below}");
        tree = await clerk.Visit($"/directives/{id}/cascade");
        Assert.DoesNotContain("下级未办结", tree.Text, StringComparison.Ordinal);
        Assert.Contains("2 / 2", tree.Text, StringComparison.Ordinal);
        Assert.Contains("还没有全部办结", tree.Text, StringComparison.Ordinal);

        // Withdrawn at the root, withdrawn everywhere.
        Went(await clerk.Send($"/directives/{id}/withdraw", ("reason", "时间有变")), $"/directives/{id}");
        Assert.Contains("已撤回，不用再办", (await chief.Visit($"/directives/{below}")).Text, StringComparison.Ordinal);
        Refused(await East(town).Send($"/directives/{id}/pass-on", words), 409, "已经撤回");
    }

    [Theory, EveryDatabase]
    public async Task A_unit_that_is_moved_keeps_what_it_was_given_before(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        var below = Created(
            await East(town)
                .Send(
                    $"/directives/{id}/pass-on",
                    ("text", "请各网格本周五晚上在小广场宣传。"),
                    ("signingTime", "one-day"),
                    ("toRole", Roles.GridChief.Key),
                    ("minutes", "20"),
                    ("reach", "units:grid")
                ),
            "/directives/"
        );
        var day = LocalDay.Of(Now).AddDays(1);
        await using (var db = town.Open())
        {
            Assert.Null(await UnitTree.Move(db, Town.TenantId, town.EastFirstGrid.Id, town.WestVillage.Id, day));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        town.Clock.Advance(TimeSpan.FromDays(2));

        var chief = town.Client(town.Of(Roles.GridChief, town.EastFirstGrid));
        Assert.Contains("请各网格本周五晚上在小广场宣传", (await chief.Visit($"/directives/{below}")).Text, StringComparison.Ordinal);
        Assert.Single((await chief.Visit($"/units/{town.EastFirstGrid.Id}/directives")).TextsOf("td.card-title"));
        Went(await chief.Send(Sign(below, town.EastFirstGrid)), $"/directives/{below}");

        // What its old village wrote to its own grids is no business of the new one.
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));
        Assert.Equal(404, (await west.Visit($"/directives/{below}")).Code);
        Assert.Empty((await west.Visit($"/units/{town.EastFirstGrid.Id}/directives")).TextsOf("td.card-title"));
        Assert.Single((await town.Client(Roles.OfficeClerk).Visit($"/units/{town.EastFirstGrid.Id}/directives")).TextsOf("td.card-title"));
    }

    [Theory, EveryDatabase]
    public async Task The_list_shows_what_is_mine_and_what_is_open(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        await Draft(town, ("title", "下周例会安排"));
        await Issued(town, ("title", "防范冒充客服预警"), ("kind", "Warning"), ("signingTime", "at-once"), ("reach", "units:bank"));
        async Task<IReadOnlyList<string>> Titles(TownClient client, string query) =>
            (await client.Visit($"/directives{query}")).TextsOf("td.card-title");
        var clerk = town.Client(Roles.OfficeClerk);

        Assert.Equal(3, (await Titles(clerk, "")).Count);
        Assert.Equal(["下周例会安排"], await Titles(clerk, "?state=draft"));
        Assert.Equal(["防范冒充客服预警"], await Titles(clerk, "?kind=Warning"));
        Assert.Equal(["开展集中宣传周活动"], await Titles(clerk, "?q=宣传周"));
        Assert.Equal(["开展集中宣传周活动"], await Titles(East(town), ""));
        Assert.Equal(["开展集中宣传周活动"], await Titles(East(town), "?state=mine"));
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");
        Assert.Empty(await Titles(East(town), "?state=mine"));
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            (await clerk.Visit($"/directives/{id}/receipts?format=xlsx")).ContentType
        );
    }

    [Theory]
    [InlineData("at-once", "2026-04-03T03:00:00Z")]
    [InlineData("one-day", "2026-04-07")]
    [InlineData("two-days", "2026-04-08")]
    public void The_time_to_sign_is_office_time(string key, string wanted)
    {
        // 3 April 2026 is the last working day before Qingming; 7 April is the next.
        var calendar = WorkingCalendar.National;
        var due = SigningTime.Of(key).From(calendar, Now);

        Assert.Equal(
            wanted.Length == 10
                ? calendar.EndOfWork(DateOnly.ParseExact(wanted, "yyyy-MM-dd", CultureInfo.InvariantCulture))
                : DateTime.Parse(wanted, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            due
        );
    }
}
