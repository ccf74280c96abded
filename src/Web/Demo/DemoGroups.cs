using Wuzha.Directives.Exports;
using Wuzha.Directives.Groups;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Web.Demo;

/// <summary>演示工作群: the township's command group and one of each village, school, bank, enterprise and of the chamber. 鹭洲村 set its group up late; 竹影村 has named one and not set it up.</summary>
internal sealed class DemoGroups(Db db, DemoTown town, DemoOffice office)
{
    private const string Late = "鹭洲村";

    /// <summary>Banks, enterprises and the chamber have groups for their customers, staff and members.</summary>
    private static readonly string[] Others = ["岚汀农商银行泊云支行", "邮政储蓄泊云营业所", "岚汀云织服饰厂", "汀州湾食品厂", "泊云镇商会"];
    private const string Missing = "竹影村";

    public static async Task Plant(Func<TimeProvider, Db> open, DemoTown town, DemoOffice office)
    {
        await using var db = open(town.Clock);
        await using var all = await db.Database.BeginTransactionAsync();
        var groups = new DemoGroups(db, town, office);
        await groups.Register(GroupKind.Command, GroupPlace.WeCom, "泊云镇防范工作指挥群", town.Units[DemoPlaces.Township], 3, 31);
        foreach (var village in DemoPlaces.Villages)
            await groups.Register(
                GroupKind.Village,
                GroupPlace.WeChat,
                $"{village.Name}防范工作群",
                town.Units[village.Name],
                village.Name == Late ? 33 : 6 + village.Grids,
                village.Households * 7 / 10
            );
        foreach (var (school, at) in DemoPlaces.Classes.Keys.Select((school, at) => (school, at)))
            await groups.Register(GroupKind.Unit, GroupPlace.DingTalk, $"{school}家长防骗群", town.Units[school], 9 + at, 420 + 90 * at);
        foreach (var (at, name) in Others.Index())
            await groups.Register(GroupKind.Unit, GroupPlace.WeChat, $"{name}防骗提示群", town.Units[name], 24 + at, 60 + 35 * at);
        await all.CommitAsync();
    }

    private async Task Register(GroupKind kind, GroupPlace place, string name, Unit unit, int day, int members)
    {
        town.Clock.OnDay(day);
        town.Clock.Tick();
        var isMissing = unit.Name == Missing;
        var serving = town.Appointments.Where(one => one.UnitId == unit.Id && one.UntilOn is null).ToList();
        var keeper = serving.Find(one => one.Role == Roles.Liaison.Key)?.PersonId ?? office.Clerk.PersonId;
        var viewer = office.Clerk with { PersonId = keeper, UnitId = unit.Id, UnitName = unit.Name, Scope = unit.Scope };
        var today = LocalDay.Today(town.Clock);
        var group = new Group
        {
            TenantId = DemoTown.TenantId,
            Id = Guid.CreateVersion7(town.Clock.GetUtcNow()),
            UnitId = unit.Id,
            Name = name,
        };
        var typed = new GroupTyped(
            kind,
            name,
            place,
            office.CampaignId,
            ForwarderId: keeper,
            WitnessId: isMissing ? null : serving.Find(one => one.Role == Roles.DirectResponsible.Key)?.PersonId,
            SecondWitnessId: null,
            DueOn: office.FromOn.AddDays(20),
            SetUpOn: isMissing ? null : today,
            Members: isMissing ? null : members,
            CountedOn: isMissing ? null : today
        );
        group.Describe(typed);
        db.Add(group);
        await UnitTree.CountSince(db, DemoTown.TenantId, group.Id, unit.Id, GroupForm.SetUpOn.Min);
        db.Record(viewer, new GroupRegistered(group.Id, unit.Id, GroupWords.KeyOf(kind), typed.DueOn), office.CampaignId);
        await RegisterGroup.SetUp(db, viewer, town.Clock, group, typed.SetUpOn);
        await db.SaveChangesAsync();
    }
}
