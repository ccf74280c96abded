using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Issuing;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Issuing;

public sealed class DirectiveTests
{
    private static readonly DateTime Now = FakeClock.FridayBeforeQingming;

    private static (string Name, string Value)[] Typed(params (string Name, string Value)[] more) =>
        [
            .. new (string Name, string Value)[]
            {
                ("kind", "Directive"),
                ("title", "开展集中宣传周活动"),
                ("text", "请各单位于4月17日前安排一次集中宣传，有问题联系镇反诈办。"),
                ("signingTime", "one-day"),
                ("minutes", "30"),
                ("whom", "village"),
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
        Assert.Equal(3, (await town.Book<MatterUnsettled>("messaging.matter-unsettled")).Count);
        Assert.Equal(3, (await town.Book<MessageWanted>("messaging.message-wanted")).Count);
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
        var id = await Draft(town, ("whom", "chosen"), ("unit", town.EastVillage.Id.ToString()), ("unit", town.Bank.Id.ToString()));
        Assert.Contains("发给 2 个单位", (await clerk.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);

        var form = await clerk.Visit($"/directives/{id}/edit");
        Assert.Equal(2, form.Page.QuerySelectorAll("input[name=unit][checked]").Length);
        Went(
            await clerk.Send($"/directives/{id}/edit", Typed(("whom", "chosen"), ("unit", town.WestVillage.Id.ToString()))),
            $"/directives/{id}"
        );
        await using (var db = town.Open())
            Assert.Equal(
                town.WestVillage.Id,
                (await db.Set<Receipt>().SingleAsync(one => one.TenantId == Town.TenantId && one.DirectiveId == id)).UnitId
            );

        Went(await clerk.Send($"/directives/{id}/discard"), "/directives");
        Assert.Equal(404, (await clerk.Visit($"/directives/{id}")).Code);
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
        await No("发给谁不在可选范围内", ("whom", "grid"));
        await No("还没有选单位", ("whom", "chosen"));
        await No("还没有选单位", ("whom", "chosen"), ("unit", town.OtherVillage.Id.ToString()));
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
        Assert.Equal(town.EastVillage.Id, (await town.Book<MatterSettled>("messaging.matter-settled")).Single().About.UnitId);
        Refused(await East(town).Send(Sign(id, town.EastVillage)), 409, "已经签收过");
        Refused(await East(town).Send(Return(id, town.EastVillage), ("reason", "不归本村办理")), 409, "已经签收过");
        Assert.Single(await town.Book<ReceiptSigned>("directives.receipt-signed"));

        var page = await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}");
        Assert.Contains("3 个单位已签收 1，最早 4月3日 10:02，仍缺：西岭村、南坡村。", page.Text, StringComparison.Ordinal);
        // A village sees itself, not its neighbours.
        Assert.DoesNotContain("东沟村", (await west.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签收《开展集中宣传周活动》", (await East(town).Visit("/")).Text, StringComparison.Ordinal);

    }

    [Theory, EveryDatabase]
    public async Task Signing_after_the_deadline_is_signing_late(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        town.Clock.Set(new DateTime(2026, 4, 8, 2, 0, 0, DateTimeKind.Utc));

        Assert.Contains("逾期未签收", (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");
        Assert.True((await town.Book<ReceiptSigned>("directives.receipt-signed")).Single().Late);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_returns_with_a_reason_and_may_still_sign(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        var east = East(town);

        Refused(await east.Send(Return(id, town.EastVillage), ("reason", "否")), 422, "退回原因至少 4 个字");
        Assert.Equal(404, (await east.Send(Return(id, town.WestVillage), ("reason", "不归本村办理"))).Code);
        Went(await east.Send(Return(id, town.EastVillage), ("reason", "不归本村办理")), $"/directives/{id}");
        Refused(await east.Send(Return(id, town.EastVillage), ("reason", "不归本村办理")), 409, "已经退回");
        Assert.Contains("不归本村办理", (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(["东沟村"], (await town.Client(Roles.OfficeClerk).Visit($"/directives/{id}/receipts?state=returned")).TextsOf("td.card-title"));

        Went(await east.Send(Sign(id, town.EastVillage)), $"/directives/{id}");
        Assert.Single(await town.Book<FactWithdrawn>("platform.fact-withdrawn"));
        Assert.Null((await Row(town, id, town.EastVillage)).ReturnedReason);
        Assert.Equal(1, await town.April(DirectiveMeasures.ReceiptsSigned, town.Township));
    }

    [Theory, EveryDatabase]
    public async Task A_withdrawn_directive_asks_nobody_and_tells_everyone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var id = await Issued(town);
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");

        Assert.Equal(403, (await East(town).Send($"/directives/{id}/withdraw", ("reason", "时间有变"))).Code);
        Refused(await clerk.Send($"/directives/{id}/withdraw", ("reason", "")), 422, "请填写撤回原因");
        Refused(await clerk.Send($"/directives/{await Draft(town)}/withdraw", ("reason", "时间有变")), 409, "还没有下发");
        Went(await clerk.Send($"/directives/{id}/withdraw", ("reason", "时间有变")), $"/directives/{id}");
        Refused(await clerk.Send($"/directives/{id}/withdraw", ("reason", "时间有变")), 409, "已经撤回");

        // One settled by signing, two by the withdrawal; all three units are told.
        Assert.Equal(3, (await town.Book<MatterSettled>("messaging.matter-settled")).Count);
        var told = (await town.Book<MessageWanted>("messaging.message-wanted")).Where(wish => wish.Template == WithdrawDirective.Told).ToList();
        Assert.Equal(3, told.Select(wish => wish.To.UnitId).Distinct().Count());
        var west = town.Client(town.Of(Roles.Liaison, town.WestVillage));
        Refused(await west.Send(Sign(id, town.WestVillage)), 409, "已经撤回");
        Assert.Contains("时间有变", (await west.Visit($"/directives/{id}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("签收《开展集中宣传周活动》", (await west.Visit("/")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_ladder_stops_where_a_unit_has_signed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        Went(await East(town).Send(Sign(id, town.EastVillage)), $"/directives/{id}");
        await town.Drain();

        var reminders = await town.Client(Roles.OfficeClerk).Visit("/escalations?state=open");
        Assert.Equal(["南坡村", "西岭村"], reminders.TextsOf("td.card-title").Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Two_who_sign_at_once_leave_one_signature(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        await using var first = town.Open();
        await using var second = town.Open();
        foreach (var db in (Platform.Storage.Db[])[first, second])
        {
            var directive = await db.Set<Directive>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == id);
            var receipt = await db.Set<Receipt>()
                .SingleAsync(one => one.TenantId == Town.TenantId && one.DirectiveId == id && one.UnitId == town.EastVillage.Id);
            Assert.Null(receipt.Sign(directive, Guid.CreateVersion7(), Now));
        }
        await first.SaveChangesAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Theory, EveryDatabase]
    public async Task The_list_shows_what_is_mine_and_what_is_open(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await Issued(town);
        await Draft(town, ("title", "下周例会安排"));
        await Issued(town, ("title", "防范冒充客服预警"), ("kind", "Warning"), ("signingTime", "at-once"), ("whom", "bank"));
        async Task<IReadOnlyList<string>> Titles(TownClient client, string query) => (await client.Visit($"/directives{query}")).TextsOf("td.card-title");
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
