using Wuzha.Organisation.Exports;
using Wuzha.Organisation.People;
using Wuzha.Organisation.Units;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Tenants;
using Wuzha.Platform.Units;

namespace Wuzha.Web.Demo;

/// <summary>
/// 演示镇: plants 岚汀县泊云镇 with its villages, grids, units and people through the product's own code, so that every row has its fact. It stops where real
/// offices stop too: a village without a lecturer, grids without officers, figures that do not add up.
/// </summary>
internal sealed class DemoTown
{
    public const string TenantId = "demo";

    /// <summary>Everybody's password in the demo; its accounts open on loopback only.</summary>
    public const string Password = DemoSignIn.Password;

    private readonly Db db;
    private readonly Vault vault;
    private readonly DemoNames names = new();
    private readonly Dictionary<string, Unit> units = [];
    private readonly List<Appointment> appointments = [];
    private Viewer clerk = null!;

    private DemoTown(Db db, Vault vault, DemoClock clock) => (this.db, this.vault, Clock) = (db, vault, clock);

    public DemoClock Clock { get; }

    public Vault Vault => vault;

    /// <summary>Units by name.</summary>
    public IReadOnlyDictionary<string, Unit> Units => units;

    /// <summary>Everyone's appointments, in the order they were made.</summary>
    public IReadOnlyList<Appointment> Appointments => appointments;

    /// <summary>The clerk of the township's office, in whose name the history was made.</summary>
    public Viewer Clerk => clerk;

    /// <param name="open">A unit of work that takes the time from the clock it is given, in a database without tenants.</param>
    public static async Task<DemoTown> Plant(Func<TimeProvider, Db> open, Vault vault, TimeProvider now)
    {
        var clock = new DemoClock(now);
        await using var work = open(clock);
        var town = new DemoTown(work, vault, clock);
        await using var all = await work.Database.BeginTransactionAsync();
        await town.PlantTree();
        await town.PlantFigures();
        await town.PlantPeople();
        await town.PlantChanges();
        await all.CommitAsync();
        return town;
    }

    /// <summary>Whoever acts for a unit: its liaison, or whoever else serves there, or else the office for it.</summary>
    public Viewer Serving(Unit unit, Viewer otherwise)
    {
        var serving = Appointments.Where(one => one.UnitId == unit.Id && one.UntilOn is null).ToList();
        var one = serving.Find(appointment => appointment.Role == Roles.Liaison.Key) ?? serving.FirstOrDefault();
        return one is null
            ? otherwise
            : otherwise with
            {
                PersonId = one.PersonId,
                AppointmentId = one.Id,
                UnitId = unit.Id,
                UnitName = unit.Name,
                Scope = unit.Scope,
                Role = one.Role,
                RoleName = Roles.Of(one.Role).Name,
                Acts = Permissions.ActsOf(one.Role),
            };
    }

    private async Task PlantTree()
    {
        Clock.DaysAgo(150);
        db.Add(
            new Tenant
            {
                Id = TenantId,
                Name = "岚汀县反诈工作台（演示，虚构）",
                TimeZone = "Asia/Shanghai",
                PublicAddress = "http://127.0.0.1:5080",
                Organiser = "岚汀县反诈工作领导小组办公室",
                IsDemo = true,
            }
        );
        var county = Root();
        Open(county, UnitKinds.Department, "县反诈中心");
        Open(county, UnitKinds.Department, "县教育局");
        var township = Open(county, UnitKinds.Township, DemoPlaces.Township);
        foreach (var village in DemoPlaces.Villages)
        {
            var unit = Open(township, UnitKinds.Village, village.Name);
            for (var grid = 1; grid <= village.Grids; grid++)
                Open(unit, UnitKinds.Grid, $"{village.Name}第{"一二三四五六七八九"[grid - 1]}网格");
        }
        foreach (var name in (string[])["东头组", "西头组", "河边组"])
            Open(units["柏栖村"], UnitKinds.VillagersGroup, name);
        for (var building = 1; building <= 4; building++)
            Open(units["泊云社区第一网格"], UnitKinds.Entrance, $"{building} 号楼");
        foreach (var unit in DemoPlaces.Units)
            Open(township, unit.Kind, unit.Name);
        foreach (var (school, classes) in DemoPlaces.Classes)
        foreach (var name in classes)
            Open(units[school], UnitKinds.Class, name);
        await db.SaveChangesAsync();
    }

    /// <summary>County and clerk stand before anything can be recorded in the clerk's name.</summary>
    private Unit Root()
    {
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        var county = UnitTree.Add(
            db,
            TenantId,
            null,
            id,
            UnitKinds.County.Key,
            DemoPlaces.County,
            UnitSortKey.Of(UnitKinds.County.Key, DemoPlaces.County),
            LocalDay.Today(Clock)
        );
        units[county.Name] = county;
        var (name, phone) = names.Next();
        var person = Person.Of(TenantId, Guid.CreateVersion7(Clock.GetUtcNow()), vault, name, phone, "反诈中心干事");
        db.Add(person);
        clerk = new Viewer
        {
            TenantId = TenantId,
            AccountId = Guid.Empty,
            PersonId = person.Id,
            AppointmentId = Guid.Empty,
            UnitId = county.Id,
            UnitName = county.Name,
            Scope = county.Scope,
            Role = Roles.OfficeClerk.Key,
            RoleName = Roles.OfficeClerk.Name,
            PersonName = name,
            Acts = Permissions.ActsOf(Roles.OfficeClerk.Key),
        };
        appointments.Add(Appointing.Appoint(db, clerk, Clock, person.Id, county.Id, Roles.OfficeClerk.Key, LocalDay.Today(Clock)));
        return county;
    }

    private Unit Open(Unit parent, UnitKind kind, string name)
    {
        Clock.Tick();
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        var unit = UnitTree.Add(db, TenantId, parent, id, kind.Key, name, UnitSortKey.Of(kind.Key, name), LocalDay.Today(Clock));
        db.Record(clerk, new UnitOpened(id, parent.Id, kind.Key));
        units.Add(name, unit);
        return unit;
    }

    private async Task PlantFigures()
    {
        Clock.DaysAgo(144);
        Profile(units[DemoPlaces.County], DemoPlaces.CountyCode, null, null, null);
        Profile(
            units[DemoPlaces.Township],
            DemoPlaces.TownshipCode,
            DemoPlaces.Villages.Sum(village => village.Population),
            DemoPlaces.Villages.Sum(village => village.Households),
            "派出所户籍数"
        );
        foreach (var village in DemoPlaces.Villages)
        {
            Clock.Tick();
            Profile(units[village.Name], village.Code, village.Population, village.Households, "派出所户籍数");
            Audience(units[village.Name], "elderly", village.Population * 23 / 100);
            Audience(units[village.Name], "minors", village.Population * 17 / 100);
            Audience(units[village.Name], "migrant-workers", village.Population * 19 / 100);
        }
        foreach (var unit in DemoPlaces.Units)
        {
            Profile(units[unit.Name], null, unit.Staff, null, "单位自报");
            if (unit.Kind == UnitKinds.Enterprise)
                Audience(units[unit.Name], "enterprise-staff", unit.Staff);
        }
        Audience(units["泊云镇中心小学"], "students", 612);
        Audience(units["泊云镇初级中学"], "students", 487);

        Clock.DaysAgo(140);
        foreach (var village in DemoPlaces.Villages)
            Split(village);
        await db.SaveChangesAsync();
    }

    /// <summary>The village's figures over its grids. 石榴湾村 has not counted its last grid; 鹭洲村 is nine households short.</summary>
    private void Split(DemoVillage village)
    {
        var (people, homes) = (village.Population, village.Households);
        for (var grid = 1; grid <= village.Grids; grid++)
        {
            var last = grid == village.Grids;
            if (last && village.Name == "石榴湾村")
                return;

            var left = village.Grids - grid + 1;
            var (somePeople, someHomes) = last ? (people, homes) : (people / left + grid * 3, homes / left + grid);
            (people, homes) = (people - somePeople, homes - someHomes);
            if (last && village.Name == "鹭洲村")
                (somePeople, someHomes) = (somePeople - 31, someHomes - 9);
            Clock.Tick();
            Profile(units[$"{village.Name}第{"一二三四五六七八九"[grid - 1]}网格"], $"{village.Code}{grid:000}", somePeople, someHomes, "村委会台账");
        }
    }

    private void Profile(Unit unit, string? code, int? population, int? households, string? source)
    {
        var profile = new UnitProfile
        {
            TenantId = TenantId,
            UnitId = unit.Id,
            Code = code,
        };
        var countedOn = LocalDay.Today(Clock);
        if (source is not null && profile.Count(population, households, countedOn, source))
            db.Record(clerk, new UnitCounted(unit.Id, population, households, countedOn));
        db.Add(profile);
    }

    private void Audience(Unit unit, string key, int people) =>
        db.Add(
            new UnitAudience
            {
                TenantId = TenantId,
                UnitId = unit.Id,
                Audience = key,
                People = people,
            }
        );

    private async Task PlantPeople()
    {
        Clock.DaysAgo(136);
        var township = units[DemoPlaces.Township];
        foreach (var role in Roles.Administrators)
            Appoint(role, units[DemoPlaces.County], role.Name);
        Appoint(Roles.Leader, township, "镇党委副书记");
        Appoint(Roles.OfficeClerk, township, "平安法治办干事");
        Appoint(Roles.OfficeClerk, township, "平安法治办干事");
        Appoint(Roles.Auditor, township, "镇纪委委员");
        Appoint(Roles.PoliceAnalyst, units["泊云派出所"], "社区警务队民警");

        Clock.DaysAgo(130);
        foreach (var village in DemoPlaces.Villages)
            Staff(village);
        Clock.DaysAgo(126);
        foreach (var unit in DemoPlaces.Units)
            Staff(unit);
        foreach (var name in DemoPlaces.Classes.Values.SelectMany(classes => classes))
            Appoint(Roles.Teacher, units[name], "班主任");
        Appoint(Roles.LobbyManager, units["岚汀农商银行泊云支行"], "大堂经理");
        Appoint(Roles.LobbyManager, units["邮政储蓄泊云营业所"], "大堂经理");
        for (var building = 1; building <= 3; building++)
            Appoint(Roles.BuildingHead, units[$"{building} 号楼"], "楼栋长");
        OpenAccounts();
        await db.SaveChangesAsync();
    }

    private void Staff(DemoVillage village)
    {
        var unit = units[village.Name];
        var community = village.Name.EndsWith("社区", StringComparison.Ordinal);
        Appoint(Roles.FirstResponsible, unit, community ? "社区党委书记" : "村党支部书记");
        Appoint(Roles.DirectResponsible, unit, community ? "社区副主任" : "村委会副主任");
        Appoint(Roles.Liaison, unit, "综治专干");
        Appoint(Roles.BeatOfficer, unit, "社区民警");
        if (!community)
            Appoint(Roles.VisitingCadre, unit, "驻村工作队员");
        for (var lecturer = 0; lecturer < village.Lecturers; lecturer++)
            Appoint(Roles.Lecturer, unit, "反诈宣讲员");

        Person? chief = null;
        for (var grid = 1; grid <= village.Grids; grid++)
        {
            // Cadres of a village are chiefs of two neighbouring grids each, as villages really do it.
            var place = units[$"{village.Name}第{"一二三四五六七八九"[grid - 1]}网格"];
            chief = grid % 2 == 1 || chief is null ? Appoint(Roles.GridChief, place, "村（居）委会委员") : Appoint(Roles.GridChief, place, chief);
            if (village.Name != "青禾村" || grid != 5)
                Appoint(Roles.GridOfficer, place, "网格员");
        }
    }

    /// <summary>The hotel has named nobody but its manager.</summary>
    private void Staff(DemoUnit unit)
    {
        var place = units[unit.Name];
        var head = Appoint(Roles.FirstResponsible, place, unit.Head);
        if (unit.Kind == UnitKinds.Hotel)
            return;

        Appoint(Roles.DirectResponsible, place, "副职负责人");
        Appoint(Roles.Liaison, place, unit.Kind == UnitKinds.Association ? head : Appoint(Roles.Lecturer, place, "反诈宣讲员"));
    }

    private Person Appoint(Role role, Unit unit, string post)
    {
        var (name, phone) = names.Next();
        var person = Person.Of(TenantId, Guid.CreateVersion7(Clock.GetUtcNow()), vault, name, phone, post);
        db.Add(person);
        return Appoint(role, unit, person);
    }

    private Person Appoint(Role role, Unit unit, Person person)
    {
        Clock.Tick();
        appointments.Add(Appointing.Appoint(db, clerk, Clock, person.Id, unit.Id, role.Key, LocalDay.Today(Clock)));
        return person;
    }

    private void OpenAccounts()
    {
        var hash = PasswordRules.Hash(Password);
        foreach (var (signInName, role, unitName) in DemoPlaces.Accounts)
        {
            var appointment = appointments.First(appointment => appointment.Role == role.Key && appointment.UnitId == units[unitName].Id);
            db.Add(
                new Account
                {
                    Id = Guid.CreateVersion7(Clock.GetUtcNow()),
                    TenantId = TenantId,
                    PersonId = appointment.PersonId,
                    SignInName = signInName,
                    PasswordHash = hash,
                    SecurityStamp = Guid.CreateVersion7().ToString("N"),
                    ApprovedAt = Clock.GetUtcNow().UtcDateTime,
                    IsDemo = true,
                }
            );
        }
    }

    /// <summary>What changed since: an officer handed over, one left without a successor, a village hall was renamed in the books.</summary>
    private async Task PlantChanges()
    {
        Clock.DaysAgo(33);
        var leaving = Serving(Roles.GridOfficer, "汀兰村第二网格");
        var (name, phone) = names.Next();
        var next = Person.Of(TenantId, Guid.CreateVersion7(Clock.GetUtcNow()), vault, name, phone, "网格员");
        db.Add(next);
        var today = LocalDay.Today(Clock);
        var following = Appointing.Appoint(db, clerk, Clock, next.Id, leaving.UnitId, leaving.Role, today);
        appointments.Add(following);
        Appointing.End(db, clerk, leaving, today.AddDays(-1), following.Id);

        Clock.DaysAgo(12);
        Appointing.End(db, clerk, Serving(Roles.GridOfficer, "月牙塘村第六网格"), LocalDay.Today(Clock));
        Clock.DaysAgo(9);
        Appointing.End(db, clerk, Serving(Roles.GridChief, "杏林坳村第三网格"), LocalDay.Today(Clock));
        await db.SaveChangesAsync();
    }

    private Appointment Serving(Role role, string unit) =>
        appointments.Single(appointment => appointment.Role == role.Key && appointment.UnitId == units[unit].Id && appointment.UntilOn is null);
}
