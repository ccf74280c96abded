using Microsoft.EntityFrameworkCore;
using Wuzha.Duties;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Web.Demo;

/// <summary>
/// 演示任务: three months of work on the duties of the running campaign, recorded day by day as people would: 柏栖村 does more than asked, 鹭洲村 is late, 竹影村 does
/// little, one duty is waived, one returned, one handed to a doer.
/// </summary>
internal sealed class DemoDuties(Db db, DemoTown town)
{
    private const string Busy = "柏栖村";
    private const string Late = "鹭洲村";
    private const string Quiet = "竹影村";
    private const string Excused = "杏林坳村";

    /// <summary>Amounts from here on are not done in one go.</summary>
    private const int Large = 20;

    private readonly Random random = new(7);

    public static async Task Plant(Func<TimeProvider, Db> open, DemoTown town)
    {
        await using var db = open(town.Clock);
        await using var all = await db.Database.BeginTransactionAsync();
        var duties = new DemoDuties(db, town);
        town.Clock.DaysAgo(0);
        var today = LocalDay.Today(town.Clock);
        var campaign = (await CampaignQuestions.Running(db, DemoTown.TenantId, today))[0];
        await duties.EnterCalendar(campaign);
        await duties.Work(campaign, today);
        await duties.Handle(campaign, today);
        await all.CommitAsync();
    }

    /// <summary>The terms of the schools and a market, so that duties by term and market day mean something here.</summary>
    private async Task EnterCalendar(CampaignHead campaign)
    {
        town.Clock.OnDay(0);
        var township = town.Units[DemoPlaces.Township];
        foreach (var year in Enumerable.Range(campaign.FromOn.Year - 1, 3))
        {
            Term(township, $"{year}年春季学期", new DateOnly(year, 3, 1), new DateOnly(year, 7, 5), campaign);
            Term(township, $"{year}年秋季学期", new DateOnly(year, 9, 1), new DateOnly(year + 1, 1, 20), campaign);
        }
        var market = new Market
        {
            TenantId = DemoTown.TenantId,
            Id = Id(),
            UnitId = township.Id,
            Name = "泊云集",
            Rule = MarketRule.DayEndings,
            Numbers = "2,7",
        };
        db.Add(market);
        db.Record(Office, new MarketSet(market.Id, market.UnitId, market.Rule, market.Numbers));
        await db.SaveChangesAsync();
    }

    private void Term(Unit township, string name, DateOnly from, DateOnly until, CampaignHead campaign)
    {
        if (until < campaign.FromOn || from > campaign.UntilOn)
            return;

        var season = new SchoolSeason
        {
            TenantId = DemoTown.TenantId,
            Id = Id(),
            UnitId = township.Id,
            Name = name,
            IsTerm = true,
            FromOn = from,
            UntilOn = until,
        };
        db.Add(season);
        db.Record(Office, new SchoolSeasonSet(season.Id, season.UnitId, season.IsTerm, season.FromOn, season.UntilOn));
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
            town.Clock.On(day.Key);
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
        // More than every household is nobody's: the busy village does more only of what can be done more often.
        var whole = unit.Name == Busy && parts == 1 ? standing.Required + (standing.Required + 2) / 3 : standing.Required;
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
                "本店只有12名员工，人手有限，建议并入镇商会统一组织。"
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

    private Guid Id()
    {
        town.Clock.Tick();
        return Guid.CreateVersion7(town.Clock.GetUtcNow());
    }
}
