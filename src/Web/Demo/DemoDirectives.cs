using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Directives.Relays;
using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Web.Demo;

/// <summary>
/// 演示指令: twelve weeks of directives. 柏栖村 signs within the hour and passes some on to its grids, 鹭洲村 signs late, 竹影村 often not at all, one directive was
/// withdrawn and sent anew, one waits for its units today; two pushes a week go into the groups of the villages.
/// </summary>
internal sealed class DemoDirectives(Db db, DemoTown town, DemoOffice office, Vault vault)
{
    private const string Busy = "柏栖村";
    private const string Late = "鹭洲村";
    private const string Quiet = "竹影村";

    /// <summary>By then most villages have set their groups up.</summary>
    private const int FirstPush = 12;

    /// <summary>Days on which 柏栖村 passes on, and which of the letters: every quarter that the plan asks for has one.</summary>
    private static readonly (int Day, int Letter)[] PassedOn = [(12, 0), (40, 4), (66, 8), (88, 11)];

    private readonly Random random = new(11);

    private sealed record Letter(
        int Day,
        DirectiveKind Kind,
        string Title,
        string Text,
        string Reach,
        string SigningTime = "two-days",
        int Minutes = 10
    );

    private static readonly string Villages = AddressLine.UnitsOf + UnitKinds.Village.Key;

    private static readonly string Groups = $"{AddressLine.GroupsOf}village {AddressLine.GroupsOf}unit";

    private static readonly Letter[] Letters =
    [
        new(
            7,
            DirectiveKind.Directive,
            "关于报送动员部署情况的安排",
            "请各村（社区）在动员会后核对联络员名单，有变动的在“单位与人员”里更新。",
            Villages
        ),
        new(
            14,
            DirectiveKind.Directive,
            "第一次集中宣传周安排",
            "本周五为集中宣传日，请各村（社区）在人流集中处设点，宣传资料到平安法治办公室领取。",
            Villages,
            "three-days"
        ),
        new(
            21,
            DirectiveKind.Warning,
            "防范冒充客服退款预警",
            "近期周边出现冒充网店客服以退款为由的诈骗，请提醒群众不点陌生链接、不说验证码，遇到先拨96110。",
            Villages,
            "half-day",
            5
        ),
        new(28, DirectiveKind.Bulletin, "第一月工作通报", "各村（社区）动员部署和名单报送总体较好，个别村工作群组建偏慢，请抓紧。", Villages),
        new(
            35,
            DirectiveKind.Directive,
            "入户宣传时间安排",
            "入户宣传从下周一开始，白天不在家的安排在周末，资料请提前分到网格。",
            Villages,
            "three-days",
            15
        ),
        new(42, DirectiveKind.Directive, "老年人防骗讲座安排", "请各村（社区）与镇卫生院对接，利用体检日讲一课防骗知识。", Villages),
        new(
            49,
            DirectiveKind.Warning,
            "防范虚假投资理财预警",
            "近期有人以高收益投资为名拉群众进群，请提醒群众：高收益、稳赚不赔的都要先核实。",
            Villages,
            "half-day",
            5
        ),
        new(
            56,
            DirectiveKind.Bulletin,
            "第二月工作通报",
            "入户宣传进度总体正常，请进度靠后的村分析原因，需要支持的直接联系平安法治办公室。",
            Villages
        ),
        new(
            63,
            DirectiveKind.Directive,
            "开学季学生家长宣传安排",
            "请各村（社区）配合学校做好家长宣传，重点讲清网络游戏交易、刷单返利两类骗局。",
            Villages,
            "three-days"
        ),
        new(70, DirectiveKind.Directive, "银行网点劝阻配合安排", "请各村（社区）告诉老人：银行工作人员多问两句是为了保护存款。", Villages),
        new(77, DirectiveKind.Directive, "集市宣传点位安排", "逢集宣传点设在集市东口，请各村（社区）每次安排一名宣讲员。", Villages),
        new(84, DirectiveKind.Bulletin, "第三月工作通报", "三个月来各村（社区）工作有序推进，请对照任务清单查漏补缺。", Villages),
        new(
            91,
            DirectiveKind.Directive,
            "岁末集中宣传准备安排",
            "请各村（社区）盘点宣传资料存量，缺什么、缺多少，在回复联络员时说明。",
            Villages,
            "three-days"
        ),
    ];

    private static readonly string[] Pushes =
    [
        "刷单返利都是骗：先给小钱、再骗大钱，垫资做任务一律不做。",
        "接到自称客服、要求共享屏幕或说验证码的电话，挂断，先拨96110问一问。",
        "投资群里人人赚钱，多半是托。高收益、内部消息、名师带单都不可信。",
        "冒充公检法的骗子会要求保密、转账到“安全账户”。公安机关没有安全账户。",
        "出售、出租银行卡和电话卡是违法行为，可能被追究责任。",
        "孩子玩游戏遇到免费送皮肤、解除防沉迷，要扫码转账的都是诈骗。",
    ];

    public static async Task Plant(Func<TimeProvider, Db> open, DemoTown town, DemoOffice office, Vault vault)
    {
        await using var db = open(town.Clock);
        await using (var all = await db.Database.BeginTransactionAsync())
        {
            var directives = new DemoDirectives(db, town, office, vault);
            foreach (var (day, tell) in directives.Story().OrderBy(one => one.Day))
            {
                if (day > DemoClock.CampaignDays)
                    continue;
                town.Clock.OnDay(day);
                await tell(day);
            }
            await all.CommitAsync();
        }

        // Nobody is told today of what came weeks ago.
        var week = LocalDay.Start(LocalDay.Today(town.Clock).AddDays(-3));
        await db.Set<Job>()
            .Where(job => job.TenantId == DemoTown.TenantId && job.Kind == TellReceivers.Kind && job.EnqueuedAt < week)
            .ExecuteDeleteAsync();
    }

    private IEnumerable<(int Day, Func<int, Task> Tell)> Story()
    {
        foreach (var letter in Letters)
            yield return (letter.Day, _ => Issue(letter));
        // Tuesdays and Fridays.
        var days = Enumerable.Range(FirstPush, DemoClock.CampaignDays - FirstPush);
        foreach (var (at, day) in days.Where(day => office.FromOn.AddDays(day).DayOfWeek is DayOfWeek.Tuesday or DayOfWeek.Friday).Index())
            yield return (day, _ => Push(Pushes[at % Pushes.Length]));
        // Once a week is enough to find who never signs; what has expired leaves the ladder again.
        foreach (var day in Enumerable.Range(1, 12).Select(week => 7 * week + 4))
            yield return (day, _ => AskReceipts.Ask(db, DemoTown.TenantId, town.Clock));
        yield return (24, _ => Mistake());
        foreach (var (day, letter) in PassedOn)
            yield return (day, _ => PassOn(Letters[letter]));
    }

    private async Task Issue(Letter letter)
    {
        var directive = await Write(letter, office.Clerk, above: null, letter.Reach);
        await SignAll(directive);
    }

    private async Task<Directive> Write(Letter letter, Viewer issuer, Directive? above, string reach)
    {
        town.Clock.Tick();
        var typed = new DirectiveTyped(
            letter.Kind,
            letter.Title,
            letter.Text,
            office.CampaignId,
            letter.SigningTime,
            Roles.Liaison.Key,
            letter.Minutes
        );
        var directive = DraftDirective.Begin(db, issuer, town.Clock, typed, above);
        await Addressing.Write(db, issuer, directive.Id, [.. reach.Split(' ').Select(one => (issuer.UnitId, one))], null);
        await db.SaveChangesAsync();
        // The demo's prices stay below every ceiling; the sources of burden are not asked.
        if (await IssueDirective.TryIssue(new DirectiveQuestion(db, issuer, vault, new BurdenSources([]), town.Clock), directive) is { } refusal)
            throw new InvalidOperationException(refusal.Message);
        return directive;
    }

    /// <summary>Each village in its own manner; what lies after today has not happened.</summary>
    private async Task SignAll(Directive directive)
    {
        var issued = directive.IssuedAt!.Value;
        var now = town.Clock.Planted;
        foreach (var village in DemoPlaces.Villages.Select(one => town.Units[one.Name]))
        {
            var at = village.Name switch
            {
                Busy => issued.AddMinutes(random.Next(4, 40)),
                Late => directive.DueAt!.Value.AddHours(random.Next(3, 30)),
                Quiet when random.Next(3) > 0 => DateTime.MaxValue,
                _ => issued + (directive.DueAt!.Value - issued) * (0.05 + 0.7 * random.NextDouble()),
            };
            if (at < now)
                Sign(directive, village, Daytime(at));
        }
        await db.SaveChangesAsync();
    }

    /// <summary>Between eight and nine in the evening: nobody signs at night.</summary>
    private static DateTime Daytime(DateTime at) =>
        LocalDay.Wall(at).Hour switch
        {
            < 8 => at.AddHours(8 - LocalDay.Wall(at).Hour),
            >= 21 => at.AddHours(20 - LocalDay.Wall(at).Hour),
            _ => at,
        };

    private void Sign(Directive directive, Unit unit, DateTime at) =>
        db.Record(SignReceipt.Entry(town.Serving(unit, office.Clerk), IssuedDirective.Of(directive), unit.Id, new Moment(at)));

    /// <summary>Sent with a wrong day, withdrawn two hours later and sent anew.</summary>
    private async Task Mistake()
    {
        var wrong = new Letter(
            24,
            DirectiveKind.Directive,
            "村（社区）宣讲员培训通知",
            "宣讲员培训定于下周六下午在镇政府三楼会议室举行。",
            Villages,
            "one-day"
        );
        var directive = await Write(wrong, office.Clerk, above: null, wrong.Reach);
        Sign(directive, town.Units[Busy], directive.IssuedAt!.Value.AddMinutes(9));
        await db.SaveChangesAsync();
        await WithdrawDirective.TakeBack(
            db,
            office.Clerk,
            directive,
            "培训时间有误，改为下周五下午，请以重新下发的为准。",
            directive.IssuedAt.Value.AddHours(2),
            replacedById: null
        );
        await db.SaveChangesAsync();
        await Issue(wrong with { Title = "村（社区）宣讲员培训通知（更正）", Text = "宣讲员培训定于下周五下午在镇政府三楼会议室举行。" });
    }

    /// <summary>柏栖村 passes one on to its grids with words of its own.</summary>
    private async Task PassOn(Letter first)
    {
        var above = await db.Set<Directive>()
            .SingleAsync(one => one.TenantId == DemoTown.TenantId && one.CampaignId == office.CampaignId && one.Title == first.Title);
        var village = town.Units[Busy];
        var letter = first with { Text = "请各网格长对照落实，需要资料到村委会领取。" };
        var below = await Write(letter, town.Serving(village, office.Clerk), above, AddressLine.UnitsOf + UnitKinds.Grid.Key);
        var grids = await db
            .Units.Where(unit => unit.TenantId == DemoTown.TenantId && unit.ParentId == village.Id && unit.Kind == UnitKinds.Grid.Key)
            .OrderBy(unit => unit.SortKey)
            .ToListAsync();
        foreach (var (at, grid) in grids.Index())
            Sign(below, grid, below.IssuedAt!.Value.AddHours(3 + 5 * at));
        await db.SaveChangesAsync();
    }

    /// <summary>Into the groups of all villages and units: the forwarders pass it on within hours, most are confirmed, 竹影村 has no group yet.</summary>
    private async Task Push(string words)
    {
        var push = new Letter(0, DirectiveKind.MaterialPush, words.Split('：', '。')[0], words, Groups, "one-day", 3);
        var directive = await Write(push, office.Clerk, above: null, push.Reach);
        var relays = await db.Set<Relay>()
            .Where(relay => relay.TenantId == DemoTown.TenantId && relay.DirectiveId == directive.Id)
            .OrderBy(relay => relay.UnitId)
            .ToListAsync();
        var ids = relays.ConvertAll(relay => relay.GroupId);
        var groups = await db.Set<Group>()
            .Where(group => group.TenantId == DemoTown.TenantId && ids.Contains(group.Id))
            .ToDictionaryAsync(group => group.Id);
        var units = town.Units.Values.ToDictionary(unit => unit.Id);
        foreach (var relay in relays)
            Forward(directive, relay, groups[relay.GroupId], units[relay.UnitId]);
        await db.SaveChangesAsync();
    }

    private void Forward(Directive directive, Relay relay, Group group, Unit unit)
    {
        var sentAt = Daytime(directive.IssuedAt!.Value.AddHours(unit.Name == Late ? 22 + 6 * random.NextDouble() : 0.5 + 7 * random.NextDouble()));
        if (sentAt >= town.Clock.Planted || group.ForwarderId is not { } forwarder)
            return;

        var serving = town.Serving(unit, office.Clerk);
        var sent = Record(new DirectiveRelayed(directive.Id, group.Id), serving with { PersonId = forwarder }, sentAt, FactSource.Console);
        relay.Send(forwarder, sentAt, sent);
        var seenAt = sentAt.AddHours(1 + 4 * random.NextDouble());
        if (group.WitnessId is { } witness && witness != forwarder && seenAt < town.Clock.Planted && (unit.Name == Busy || random.Next(10) < 8))
            relay.Confirm(
                witness,
                seenAt,
                Record(new RelayConfirmed(directive.Id, group.Id), serving with { PersonId = witness }, seenAt, FactSource.Console)
            );
        for (var opened = random.Next(2, unit.Name == Busy ? 14 : 8); opened > 0; opened--)
            if (sentAt.AddMinutes(random.Next(2, 600)) is var at && Daytime(at) < town.Clock.Planted)
                Record(new NoticeOpened(directive.Id, group.Id), serving with { PersonId = Guid.Empty }, Daytime(at), FactSource.Resident);
    }

    private Guid Record(Fact fact, Viewer by, DateTime at, FactSource source)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(at));
        db.Record(FactEntry.By(by, id, fact, at, office.CampaignId, source));
        return id;
    }
}

/// <summary>A clock that stands.</summary>
internal sealed class Moment(DateTime at) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(at);
}
