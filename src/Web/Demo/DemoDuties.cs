using Microsoft.EntityFrameworkCore;
using Wuzha.Duties;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Web.Demo;

/// <summary>
/// 演示任务: weeks of work on the duties of the running campaign, recorded day by day as people would: 柏栖村 does more than asked, 鹭洲村 is late, 竹影村 does
/// little, one duty is waived, one returned, one handed to a doer. Where no plan has opened duties, it opens those of the demo township's plan itself.
/// </summary>
internal sealed class DemoDuties(Db db, DemoTown town, FactCatalog catalog)
{
    private const string Busy = "柏栖村";
    private const string Late = "鹭洲村";
    private const string Quiet = "竹影村";
    private const string Excused = "杏林坳村";

    /// <summary>Amounts from here on are not done in one go.</summary>
    private const int Large = 20;

    private readonly Random random = new(7);

    public static async Task Plant(Func<TimeProvider, Db> open, DemoTown town, FactCatalog catalog)
    {
        await using var db = open(town.Clock);
        await using var all = await db.Database.BeginTransactionAsync();
        var duties = new DemoDuties(db, town, catalog);
        town.Clock.DaysAgo(0);
        var today = LocalDay.Today(town.Clock);
        var campaign = (await CampaignQuestions.Running(db, DemoTown.TenantId, today))[0];
        await duties.EnterCalendar(campaign.FromOn);
        if ((await DutyBook.Of(db, DemoTown.TenantId, campaign.Id, today)).Count == 0)
            await duties.Open(campaign, today);
        await duties.Work(campaign, today);
        await duties.Handle(campaign, today);
        await all.CommitAsync();
    }

    /// <summary>A term and a market, so that duties by term and market day mean something here.</summary>
    private async Task EnterCalendar(DateOnly fromOn)
    {
        town.Clock.DaysAgo(60);
        var township = town.Units[DemoPlaces.Township];
        var season = new SchoolSeason
        {
            TenantId = DemoTown.TenantId,
            Id = Id(),
            UnitId = township.Id,
            Name = $"{fromOn.Year}年本学期",
            IsTerm = true,
            FromOn = fromOn.AddDays(-30),
            UntilOn = fromOn.AddDays(100),
        };
        var market = new Market
        {
            TenantId = DemoTown.TenantId,
            Id = Id(),
            UnitId = township.Id,
            Name = "泊云集",
            Rule = MarketRule.DayEndings,
            Numbers = "2,7",
        };
        db.Add(season);
        db.Add(market);
        db.Record(Office, new SchoolSeasonSet(season.Id, season.UnitId, season.IsTerm, season.FromOn, season.UntilOn));
        db.Record(Office, new MarketSet(market.Id, market.UnitId, market.Rule, market.Numbers));
        await db.SaveChangesAsync();
    }

    private async Task Open(CampaignHead campaign, DateOnly today)
    {
        town.Clock.DaysAgo(today.DayNumber - campaign.FromOn.DayNumber);
        var villages = DemoPlaces.Villages.Select(village => village.Name).ToArray();
        var schools = Named(UnitKinds.School);
        string[] everyone = [.. villages, .. DemoPlaces.Units.Select(unit => unit.Name)];
        DateOnly After(int days) => campaign.FromOn.AddDays(days);
        Timing By(int days) => Timing.Once(campaign.FromOn, After(days));
        Timing Each(CadencePer per, int times, int? day = null) => Timing.Each(per, times, campaign.FromOn, campaign.UntilOn, day);

        DutyDraft Draft(string kind, string title, string source, Timing timing, IEnumerable<string> units, Need? need = null) =>
            new()
            {
                Title = title,
                Kind = kind,
                Source = source,
                Timing = timing,
                Need = need ?? Need.One,
                FromOn = campaign.FromOn,
                Assignments = [.. units.Select(name => new AssignmentDraft(town.Units[name].Id))],
            };

        var first = town.Units["泊云镇卫生院"].Id;
        var second = town.Units["泊云镇敬老院"].Id;
        IReadOnlyList<DutyDraft> drafts =
        [
            Draft("organize", "召开动员部署会", "各村（社区）、各单位要及时召开动员部署会，传达行动方案。", By(12), everyone),
            Draft("roster", "报送责任人员名单", "各村（社区）、各单位要报送第一责任人、具体责任人、联络员和宣讲员名单。", By(14), everyone),
            Draft(
                "lecture",
                "召开防骗宣传会",
                "各村（社区）每月至少召开1次防骗宣传会，由宣讲员结合近期案例讲解。",
                Each(CadencePer.Month, 1, 25),
                villages
            ) with
            {
                IsPriority = true,
                PriorityArea = "镇政府所在地",
                Audiences = ["老年人", "务工人员"],
            },
            Draft("push", "推送防骗提示", "各村（社区）每周至少在工作群推送2次防骗提示。", Each(CadencePer.Week, 2), villages),
            Draft(
                "letter",
                "发放防骗明白纸",
                "各村（社区）要逐户发放防骗明白纸，做到一户一单。",
                By(60),
                villages,
                new Need(1, NeedBasis.Households)
            ),
            Draft("display", "悬挂宣传横幅", "各村（社区）在主要路口悬挂宣传横幅不少于2条。", By(15), villages, new Need(2)),
            Draft(
                "event",
                "逢集开展宣传",
                "泊云派出所、泊云社区每逢赶集日在集市设点宣传。",
                Each(CadencePer.MarketDay, 1),
                ["泊云派出所", "泊云社区"]
            ),
            Draft(
                "event",
                "开展反诈主题班会",
                "各中小学每学期每班开展反诈主题班会不少于1次。",
                Each(CadencePer.Term, 1),
                schools,
                new Need(1, NeedBasis.Classes)
            ),
            Draft(
                "bank",
                "柜面劝阻可疑转账",
                "各银行网点对大额、可疑转账做到必问必劝，活动期间持续开展。",
                Timing.Continuous(campaign.FromOn, campaign.UntilOn),
                Named(UnitKinds.Bank)
            ),
            Draft(
                "training",
                "培训企业财会人员",
                "各企业每季度组织财会人员防骗培训不少于1次。",
                Each(CadencePer.Quarter, 1),
                Named(UnitKinds.Enterprise)
            ),
            Draft("event", "开展老年人防骗讲座", "镇卫生院或镇敬老院开展1场老年人防骗讲座。", By(35), []) with
            {
                Assignments = [new AssignmentDraft(first, EitherGroup: 1), new AssignmentDraft(second, EitherGroup: 1)],
            },
            Draft("bulletin", "通报工作进展", "平安法治办公室每月通报各村（社区）工作进展。", Each(CadencePer.Month, 1), ["平安法治办公室"]),
        ];
        var opened = await new DutyBook(db, Office, catalog, town.Clock).Open(DutyCampaign.Of(campaign), drafts);
        if (opened.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Message);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private sealed record Session(DateOnly Day, Guid AssignmentId, Unit Unit, int Amount, string Kind);

    private async Task Work(CampaignHead campaign, DateOnly today)
    {
        var running = (await DutyBook.Of(db, DemoTown.TenantId, campaign.Id, today)).ToDictionary(duty => duty.Id);
        var units = town.Units.Values.ToDictionary(unit => unit.Id);
        var sessions = (await Standings(campaign, today))
            .Where(standing => running.TryGetValue(standing.DutyId, out var duty) && duty.MeasureKey == DutyMeasures.Work.Key)
            .OrderBy(standing => running[standing.DutyId].Number)
            .ThenBy(standing => units[standing.UnitId].SortKey, StringComparer.Ordinal)
            .ThenBy(standing => standing.Period.FromOn)
            .SelectMany(standing => Done(standing, units[standing.UnitId], running[standing.DutyId].Kind, today.AddDays(-1)))
            // What a unit did for one duty on one day is one record.
            .GroupBy(session => (session.Day, session.AssignmentId))
            .Select(same => same.First() with { Amount = same.Sum(session => session.Amount) })
            .OrderBy(session => session.Day)
            .ToList();
        foreach (var day in sessions.GroupBy(session => session.Day))
        {
            town.Clock.DaysAgo(today.DayNumber - day.Key.DayNumber);
            foreach (var session in day)
                await Record(session);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>When and how much a unit did in one period, each in its own manner.</summary>
    private IEnumerable<Session> Done(Standing standing, Unit unit, string kind, DateOnly last)
    {
        var (period, chance) = (standing.Period, random.Next(100));
        var does = unit.Name switch
        {
            Busy => 100,
            Quiet => 20,
            Late => 85,
            Excused => 60,
            _ => 90,
        };
        var (from, until) =
            unit.Name == Late && period.UntilOn > period.DueOn ? (period.DueOn.AddDays(1), period.UntilOn) : (period.FromOn, period.DueOn);
        // Nobody records every single day by hand; a period that still runs is done by half of them.
        if (
            chance >= (period.DueOn > last ? does / 2 : does)
            || from > last
            || period.WholeDays == 1 && period.FromOn == period.UntilOn && random.Next(3) > 0
        )
            yield break;

        var span = Math.Max(0, Math.Min(until.DayNumber, Math.Min(last.DayNumber, from.DayNumber + 25)) - from.DayNumber);
        var parts = standing.Required >= Large ? 4 : 1;
        var whole = unit.Name == Busy ? standing.Required + (standing.Required + 2) / 3 : standing.Required;
        for (var part = 0; part < parts; part++)
            yield return new Session(
                from.AddDays(span == 0 ? 0 : random.Next(span + 1)),
                standing.AssignmentId,
                unit,
                (int)(whole * (part + 1) / parts - whole * part / parts),
                kind
            );
    }

    private async Task Record(Session session)
    {
        town.Clock.Tick();
        var assignment = await Find(session.AssignmentId);
        var (place, remark) = Words(session.Kind, session.Unit);
        var recorded = await new DutyWork(db, At(session.Unit), town.Clock).Record(
            assignment,
            new WorkEntry(session.Day, session.Amount, place, remark)
        );
        if (recorded.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Message);
    }

    /// <summary>One duty waived, one returned, one handed to a doer.</summary>
    private async Task Handle(CampaignHead campaign, DateOnly today)
    {
        var running = await DutyBook.Of(db, DemoTown.TenantId, campaign.Id, today);
        var open = await Standings(campaign, today);
        town.Clock.DaysAgo(6);
        var village = town.Units[Excused].Id;
        if (open.OrderBy(one => one.Period.DueOn).LastOrDefault(one => one.UnitId == village && one.State == StandingState.Overdue) is { } excused)
            await new DutyWork(db, Office, town.Clock).Waive(
                await Find(excused.AssignmentId),
                excused.Period,
                "该村进村道路整修、村委会临时搬迁，经领导小组办公室研究，本期不再要求。"
            );
        town.Clock.DaysAgo(3);
        if (running.SelectMany(duty => duty.Assignments).FirstOrDefault(one => one.UnitId == town.Units["泊云客栈"].Id) is { } inn)
            await new DutyWork(db, At(town.Units["泊云客栈"]), town.Clock).Return(
                await Find(inn.Id),
                "本店只有12名员工，没有单独的会议场所，建议并入商会统一组织。"
            );
        var lecturer = town.Appointments.FirstOrDefault(one => one.Role == Roles.Lecturer.Key && one.UnitId == town.Units[Busy].Id);
        if (
            lecturer is not null
            && running.FirstOrDefault(duty => duty.Kind == "lecture")?.Assignments.FirstOrDefault(one => one.UnitId == lecturer.UnitId) is { } lecture
        )
            new DutyWork(db, At(town.Units[Busy]), town.Clock).NameDoer(await Find(lecture.Id), lecturer.PersonId);
        await db.SaveChangesAsync();
    }

    private Task<IReadOnlyList<Standing>> Standings(CampaignHead campaign, DateOnly today) =>
        Duties.Exports.Standings.For(
            db,
            DemoTown.TenantId,
            new StandingQuestion
            {
                Campaign = DutyCampaign.Of(campaign),
                Today = today,
                FromOn = campaign.FromOn,
                UntilOn = today,
                Scope = campaign.IssuerScope,
            }
        );

    private Task<DutyAssignment> Find(Guid id) => db.Set<DutyAssignment>().SingleAsync(one => one.TenantId == DemoTown.TenantId && one.Id == id);

    private static (string Place, string Remark) Words(string kind, Unit unit) =>
        kind switch
        {
            "lecture" => ("村（社区）会议室", "宣讲员结合冒充客服、刷单返利案例讲解，现场答疑。"),
            "push" => ("工作群", "推送防骗提示，提醒不轻信、不转账。"),
            "letter" => (unit.Name, "由网格员逐户送达并当面讲解。"),
            "display" => ("主要路口", "悬挂横幅，内容已经审核。"),
            "event" => (unit.Kind == UnitKinds.School.Key ? "各班教室" : "泊云集", "设点讲解，发放宣传单。"),
            "bank" => ("营业大厅", "询问转账用途，劝阻可疑转账。"),
            "training" => ("厂区会议室", "讲解冒充领导要求转账的骗术。"),
            _ => (unit.Name, "按方案要求办理。"),
        };

    private Viewer Office =>
        As(town.Appointments.First(one => one.Role == Roles.OfficeClerk.Key && one.UnitId == town.Units[DemoPlaces.Township].Id));

    /// <summary>Whoever records for a unit: its liaison, or whoever else serves there.</summary>
    private Viewer At(Unit unit) =>
        As(
            town.Appointments.FirstOrDefault(one => one.UnitId == unit.Id && one.Role == Roles.Liaison.Key)
                ?? town.Appointments.FirstOrDefault(one => one.UnitId == unit.Id)
                ?? town.Appointments.First(one => one.Role == Roles.OfficeClerk.Key && one.UnitId == town.Units[DemoPlaces.Township].Id)
        );

    private Viewer As(Appointment appointment)
    {
        var unit = town.Units.Values.Single(one => one.Id == appointment.UnitId);
        return town.Clerk with
        {
            PersonId = appointment.PersonId,
            AppointmentId = appointment.Id,
            UnitId = unit.Id,
            UnitName = unit.Name,
            Scope = unit.Scope,
            Role = appointment.Role,
            RoleName = Roles.Of(appointment.Role).Name,
            Acts = Permissions.ActsOf(appointment.Role),
        };
    }

    private static string[] Named(UnitKind kind) => [.. DemoPlaces.Units.Where(unit => unit.Kind == kind).Select(unit => unit.Name)];

    private Guid Id()
    {
        town.Clock.Tick();
        return Guid.CreateVersion7(town.Clock.GetUtcNow());
    }
}
