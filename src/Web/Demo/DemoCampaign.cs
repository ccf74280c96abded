using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Claims;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Groups;
using Wuzha.Organisation.Lecturers;
using Wuzha.Organisation.Resources;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Signatures;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Web.Demo;

/// <summary>
/// 演示行动: the township's campaign, three months old and in its middle stage. Rosters are in but for two units (竹影村 has no lecturer, the inn has nobody but
/// its manager), 鹭洲村 filed late, and some have not claimed their duty yet.
/// </summary>
internal sealed class DemoCampaign
{
    private static readonly string[] Unfiled = ["竹影村", "泊云客栈"];
    private const string Late = "鹭洲村";

    private readonly Db db;
    private readonly DemoTown town;
    private readonly Viewer office;
    private readonly Campaign campaign;
    private readonly CampaignHere here;
    private int position;

    private DemoCampaign(Db db, DemoTown town)
    {
        (this.db, this.town) = (db, town);
        var township = town.Units[DemoPlaces.Township];
        var clerk = town.Appointments.First(one => one.Role == Roles.OfficeClerk.Key && one.UnitId == township.Id);
        office = As(clerk, township);
        town.Clock.OnDay(0);
        var today = LocalDay.Today(town.Clock);
        campaign = new Campaign
        {
            TenantId = DemoTown.TenantId,
            Id = Guid.CreateVersion7(town.Clock.GetUtcNow()),
            IssuingUnitId = township.Id,
            Name = $"{today.Year}年{DemoPlaces.Township}防范电信网络诈骗犯罪专项行动",
            FromOn = today,
            UntilOn = today.AddDays(DemoPlanText.LastDay),
            PlanReference = $"泊云发〔{today.Year}〕8号《泊云镇防范电信网络诈骗犯罪行动方案》",
        };
        here = new CampaignHere(campaign, township, office, today);
    }

    public static async Task<DemoOffice> Plant(Func<TimeProvider, Db> open, DemoTown town)
    {
        await using var unitOfWork = open(town.Clock);
        await using var all = await unitOfWork.Database.BeginTransactionAsync();
        var demo = new DemoCampaign(unitOfWork, town);
        await demo.Begin();
        await demo.SetUpBodies();
        await demo.CollectRosters();
        await demo.Train();
        await demo.CollectClaims();
        await demo.PutIn();
        await all.CommitAsync();
        return new DemoOffice(demo.campaign.Id, demo.campaign.FromOn, demo.office);
    }

    private Viewer As(Appointment appointment, Unit unit) =>
        town.Clerk with
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

    private DateTimeOffset Now()
    {
        town.Clock.Tick();
        return town.Clock.GetUtcNow();
    }

    private Guid Id() => Guid.CreateVersion7(Now());

    private async Task Begin()
    {
        db.Add(campaign);
        db.Record(office, new CampaignDrafted(campaign.Id, campaign.IssuingUnitId), campaign.Id);
        Stage(StageKind.Preparation, "动员部署", 0, 20);
        Stage(StageKind.Concentrated, "集中宣传", 21, 125);
        Stage(StageKind.Summary, "总结提升", 126, DemoPlanText.LastDay);
        campaign.Start(db.Record(office, new CampaignStarted(campaign.Id, campaign.IssuingUnitId), campaign.Id), Now().UtcDateTime);
        await db.SaveChangesAsync();
    }

    private void Stage(StageKind kind, string name, int from, int until) =>
        db.Add(
            new Stage
            {
                TenantId = campaign.TenantId,
                Id = Id(),
                CampaignId = campaign.Id,
                Kind = kind,
                Name = name,
                FromOn = campaign.FromOn.AddDays(from),
                UntilOn = campaign.FromOn.AddDays(until),
            }
        );

    private async Task SetUpBodies()
    {
        town.Clock.OnDay(1);
        var township = town.Units[DemoPlaces.Township];
        var group = Body(BodyKind.LeadingGroup, "防范电信网络诈骗工作领导小组", township, null);
        Seat(group, SeatKind.Head, null, "镇党委书记");
        Seat(group, SeatKind.FirstDeputy, Serving(Roles.Leader, DemoPlaces.Township), "镇党委副书记");
        Seat(group, SeatKind.Deputy, Serving(Roles.FirstResponsible, "泊云派出所"), "派出所所长");
        Seat(group, SeatKind.Deputy, Serving(Roles.Auditor, DemoPlaces.Township), "镇纪委委员");
        Seat(group, SeatKind.Member, null, "各村（社区）党组织书记");
        Seat(group, SeatKind.Member, null, "各单位主要负责人");

        var seat = town.Units["平安法治办公室"];
        var officeBody = Body(BodyKind.Office, "领导小组办公室", seat, "负责日常工作，组织评估、督导、考评，每月通报。");
        Seat(officeBody, SeatKind.Head, Serving(Roles.Leader, DemoPlaces.Township), "镇党委副书记（兼）");
        Seat(officeBody, SeatKind.Deputy, Serving(Roles.FirstResponsible, "泊云派出所"), "派出所所长（兼）");

        var headquarters = Body(BodyKind.Headquarters, "防范宣传指挥部", seat, "发布全镇防范电信网络诈骗工作指令。");
        Seat(headquarters, SeatKind.Head, Serving(Roles.FirstResponsible, "平安法治办公室"), "平安法治办公室主任");
        foreach (var unit in (string[])["党建和宣传办公室", "民政和社会事务办公室", "泊云派出所"])
            Seat(headquarters, SeatKind.Member, Serving(Roles.DirectResponsible, unit), "抽调干部", town.Units[unit]);

        var media = Body(BodyKind.WorkingGroup, "媒体宣传组", town.Units["党建和宣传办公室"], "组织公众号、广播和户外屏宣传。");
        Seat(media, SeatKind.Head, Serving(Roles.FirstResponsible, "党建和宣传办公室"), "主任");
        Body(BodyKind.WorkingGroup, "文案编辑组", town.Units["党建和宣传办公室"], "编写、核校宣传文稿。");
        var own = Body(BodyKind.UnitGroup, "柏栖村防范工作组", town.Units["柏栖村"], null);
        Seat(own, SeatKind.Head, Serving(Roles.FirstResponsible, "柏栖村"), "村党支部书记");
        await db.SaveChangesAsync();
    }

    private CampaignBody Body(BodyKind kind, string name, Unit unit, string? duties)
    {
        var body = new CampaignBody
        {
            TenantId = campaign.TenantId,
            Id = Id(),
            CampaignId = campaign.Id,
            Kind = kind,
            Name = name,
            UnitId = unit.Id,
            Duties = duties,
            Position = ++position,
        };
        db.Add(body);
        db.Record(office, new CampaignBodyChanged(campaign.Id, body.Id, unit.Id), campaign.Id);
        return body;
    }

    private void Seat(CampaignBody body, SeatKind kind, Guid? person, string post, Unit? from = null)
    {
        db.Add(
            new CampaignSeat
            {
                TenantId = campaign.TenantId,
                Id = Id(),
                CampaignId = campaign.Id,
                BodyId = body.Id,
                Kind = kind,
                PersonId = person,
                Post = post,
                FromUnitId = from?.Id,
                FromOn = LocalDay.Today(town.Clock),
                Position = ++position,
            }
        );
        db.Record(office, new CampaignBodyChanged(campaign.Id, body.Id, body.UnitId), campaign.Id);
    }

    private Guid Serving(Role role, string unit) =>
        town.Appointments.First(one => one.Role == role.Key && one.UnitId == town.Units[unit].Id && one.UntilOn is null).PersonId;

    private async Task CollectRosters()
    {
        town.Clock.OnDay(2);
        var dueOn = WorkingCalendar.National.AddWorkingDays(LocalDay.Today(town.Clock), 4);
        campaign.AskRosters(dueOn, LocalDay.Today(town.Clock));
        await AskRosters.Ask(here, db, dueOn);
        await db.SaveChangesAsync();

        var units = await here.AllUnits(db).OrderBy(unit => unit.SortKey).ThenBy(unit => unit.Id).ToListAsync();
        foreach (var unit in units.Where(unit => !Unfiled.Contains(unit.Name) && unit.Name != Late))
            await File(unit, campaign.FromOn.AddDays(4), dueOn);
        await File(units.Single(unit => unit.Name == Late), dueOn.AddDays(3), dueOn);
    }

    private async Task File(Unit unit, DateOnly day, DateOnly dueOn)
    {
        town.Clock.On(day);
        Now();
        var serving = town.Appointments.Where(one => one.UnitId == unit.Id && one.UntilOn is null).ToList();
        var liaison = serving.FirstOrDefault(one => one.Role == Roles.Liaison.Key);
        if (liaison is null)
            return;

        var roster = await db.Set<Roster>()
            .SingleAsync(one => one.TenantId == campaign.TenantId && one.CampaignId == campaign.Id && one.UnitId == unit.Id);
        var posts = await db
            .People.Where(person => person.TenantId == campaign.TenantId)
            .ToDictionaryAsync(person => person.Id, person => person.Post);
        var entries = new List<RosterEntry>();
        foreach (var role in Roster.Asked)
        {
            var holders = serving.Where(one => one.Role == role.Key).Select(one => one.PersonId).ToList();
            foreach (var person in holders.Count > 0 ? holders : [liaison.PersonId])
                entries.Add(
                    new RosterEntry
                    {
                        TenantId = campaign.TenantId,
                        Id = Id(),
                        CampaignId = campaign.Id,
                        UnitId = unit.Id,
                        Role = role.Key,
                        PersonId = person,
                        Post = posts[person] ?? "",
                        Position = entries.Count + 1,
                    }
                );
        }
        db.AddRange(entries);
        var today = LocalDay.Today(town.Clock);
        var viewer = As(liaison, unit);
        if (!roster.File(entries, dueOn, today).Is(out var filed, out var refusal))
            throw new InvalidOperationException(refusal.Message);

        roster.Filed(db.Record(viewer, filed, campaign.Id), viewer.PersonId, Now().UtcDateTime, today);
        await RosterAppointments.Settle(db, viewer, new RosterHere(here with { Viewer = viewer, Today = today }, unit, roster, entries), town.Clock);
        await db.SaveChangesAsync();
    }

    private async Task Train()
    {
        town.Clock.OnDay(18);
        Now();
        var police = town.Units["泊云派出所"];
        var today = here with { Today = LocalDay.Today(town.Clock) };
        var training = RecordTraining.Held(
            today,
            town.Clock,
            (today.Today, "镇政府三楼会议室", "冒充客服、刷单返利、虚假投资的识别和宣讲要点", police.Id),
            db
        );
        foreach (var lecturer in (await RecordTraining.LecturersOf(today, db)).Where((_, at) => at % 5 != 4))
            RecordTraining.Attended(today, db, training, lecturer.PersonId, lecturer.UnitId);
        await db.SaveChangesAsync();
    }

    /// <summary>Every seventh has not signed yet.</summary>
    private async Task CollectClaims()
    {
        town.Clock.OnDay(10);
        var letters = new Dictionary<string, ResponsibilityLetter>();
        foreach (var role in (Role[])[Roles.FirstResponsible, Roles.DirectResponsible])
            letters[role.Key] = await WriteLetter.Written(here, db, town.Clock, role.Key, ResponsibilityLetter.Default(role.Key, campaign.Name), 1);
        await db.SaveChangesAsync();

        var signers = await db.Set<RosterEntry>()
            .Where(entry => entry.TenantId == campaign.TenantId && entry.CampaignId == campaign.Id && letters.Keys.Contains(entry.Role))
            .OrderBy(entry => entry.Id)
            .ToListAsync();
        var people = await CampaignPeople.Of(db, campaign.TenantId, town.Vault, signers.Select(entry => entry.PersonId));
        foreach (var (entry, at) in signers.Select((entry, at) => (entry, at)).Where(one => one.at % 7 != 6))
        {
            town.Clock.OnDay(12 + at % 20);
            var letter = SignLetter.ToSign(letters[entry.Role], "", null);
            var signer = office with { PersonId = entry.PersonId, UnitId = entry.UnitId, Role = entry.Role };
            SignLetter.Claim(here with { Viewer = signer }, db, town.Vault, letter, new Signing(null, people[entry.PersonId].Name, null), Now());
        }
        await db.SaveChangesAsync();
    }

    private async Task PutIn()
    {
        town.Clock.OnDay(20);
        Resource(DemoPlaces.Township, ResourceKinds.Funds, "专项宣传经费", 3_500_000);
        Resource("平安法治办公室", ResourceKinds.People, "指挥部抽调人员", 4);
        Resource("党建和宣传办公室", ResourceKinds.Vehicles, "流动宣传车", 2);
        Resource("党建和宣传办公室", ResourceKinds.Printed, "防骗宣传折页", 12_000);
        foreach (var village in DemoPlaces.Villages.Where(village => village.Population > 1500))
            Resource(village.Name, ResourceKinds.Printed, "致村（居）民的一封信", village.Households);
        Resource("泊云社区", ResourceKinds.Funds, "宣传栏更新", 286_000);
        await db.SaveChangesAsync();
    }

    private void Resource(string unit, ResourceKind kind, string name, long amount)
    {
        var id = Id();
        var unitId = town.Units[unit].Id;
        db.Add(
            new CampaignResource
            {
                TenantId = campaign.TenantId,
                Id = id,
                CampaignId = campaign.Id,
                UnitId = unitId,
                Kind = kind.Key,
                Name = name,
                Amount = amount,
                RecordedOn = LocalDay.Today(town.Clock),
                FactId = db.Record(office, new ResourceRecorded(campaign.Id, unitId, id, kind.Key, amount), campaign.Id),
            }
        );
    }
}
