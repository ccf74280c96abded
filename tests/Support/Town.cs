using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;
using Wuzha.Web;

namespace Wuzha.Support;

/// <summary>
/// A small invented township in a database of its own: three villages (the southern one has nobody), three grids, a school with a class, a bank, a
/// police station, one person for each role, and a second tenant that must never be seen.
/// </summary>
public sealed partial class Town : IAsyncDisposable
{
    public const string TenantId = "qingxi";
    public const string OtherTenantId = "baishan";

    /// <summary>Everybody's password in the tests.</summary>
    public const string Password = "Qingxi-2026";

    private readonly TestDatabase database;
    private readonly List<Member> members = [];

    private Town(TestDatabase database) => this.database = database;

    public FakeClock Clock => database.Clock;

    /// <summary>The data folder of the town's process.</summary>
    public string DataFolder => database.Options.DataFolder;

    public Unit Township { get; private set; } = null!;

    /// <summary>东沟村: most of the people serve here.</summary>
    public Unit EastVillage { get; private set; } = null!;

    /// <summary>西岭村: its own liaison and grid officer, out of scope for the eastern ones.</summary>
    public Unit WestVillage { get; private set; } = null!;

    /// <summary>南坡村: nobody serves here.</summary>
    public Unit SouthVillage { get; private set; } = null!;
    public Unit EastFirstGrid { get; private set; } = null!;
    public Unit EastSecondGrid { get; private set; } = null!;
    public Unit WestGrid { get; private set; } = null!;
    public Unit School { get; private set; } = null!;
    public Unit SchoolClass { get; private set; } = null!;
    public Unit Bank { get; private set; } = null!;
    public Unit PoliceStation { get; private set; } = null!;
    public Unit OtherTownship { get; private set; } = null!;
    public Unit OtherVillage { get; private set; } = null!;

    public IReadOnlyList<Member> Members => members;

    /// <summary>The first member of the town with this role.</summary>
    public Member Of(Role role) => members.First(member => member.Appointment.Role == role.Key && member.Appointment.TenantId == TenantId);

    /// <summary>The member with this role at this unit.</summary>
    public Member Of(Role role, Unit unit) => members.First(member => member.Appointment.Role == role.Key && member.Unit.Id == unit.Id);

    /// <summary>Builds the town in a fresh database, which goes with the town.</summary>
    public static async Task<Town> Build(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var town = new Town(await Databases.Create(kind));
        await town.Plant();
        return town;
    }

    /// <summary>Builds the town in an empty database whose tables exist.</summary>
    public static async Task<Town> Build(WuzhaOptions options)
    {
        var town = new Town(Databases.At(options));
        await town.Plant();
        return town;
    }

    private async Task Plant()
    {
        await using var db = Open();
        new TownPlan(this, db, KeyFile.Open(database.Options.KeysFolder)).Plant();
        await db.SaveChangesAsync();
    }

    /// <summary>A unit of work outside any request, for arranging and for looking at rows.</summary>
    public Db Open() => database.Open();

    /// <summary>The viewer that a request of this member would have.</summary>
    public Viewer ViewerOf(Member member) =>
        new()
        {
            TenantId = member.Person.TenantId,
            AccountId = member.Account?.Id ?? Guid.Empty,
            PersonId = member.Person.Id,
            AppointmentId = member.Appointment.Id,
            UnitId = member.Unit.Id,
            UnitName = member.Unit.Name,
            Scope = member.Unit.Scope,
            Role = member.Appointment.Role,
            RoleName = Roles.Of(member.Appointment.Role).Name,
            PersonName = member.Name,
            Acts = Permissions.ActsOf(member.Appointment.Role),
        };

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
            await host.DisposeAsync();
        await database.DisposeAsync();
    }

    private sealed class TownPlan(Town town, Db db, Vault vault)
    {
        // Few rounds: the tests sign in often. The first true sign-in keeps it anew with as many as the product wants.
        private static readonly string Hash = new PasswordHasher<object>(
            Options.Create(new PasswordHasherOptions { IterationCount = 1000 })
        ).HashPassword(Password, Password);
        private int people;

        public void Plant()
        {
            Tenant(TenantId, "青溪镇反诈平台");
            var township = town.Township = Unit(TenantId, null, UnitKinds.Township, "青溪镇", 0);
            var east = town.EastVillage = Unit(TenantId, township, UnitKinds.Village, "东沟村", 1);
            var west = town.WestVillage = Unit(TenantId, township, UnitKinds.Village, "西岭村", 2);
            town.SouthVillage = Unit(TenantId, township, UnitKinds.Village, "南坡村", 3);
            var grid = town.EastFirstGrid = Unit(TenantId, east, UnitKinds.Grid, "东沟村第一网格", 1);
            town.EastSecondGrid = Unit(TenantId, east, UnitKinds.Grid, "东沟村第二网格", 2);
            town.WestGrid = Unit(TenantId, west, UnitKinds.Grid, "西岭村第一网格", 1);
            town.School = Unit(TenantId, township, UnitKinds.School, "青溪镇中心小学", 4);
            town.SchoolClass = Unit(TenantId, town.School, UnitKinds.Class, "三年级（1）班", 1);
            town.Bank = Unit(TenantId, township, UnitKinds.Bank, "青溪镇信用社", 5);
            town.PoliceStation = Unit(TenantId, township, UnitKinds.PoliceStation, "青溪派出所", 6);

            foreach (var role in (Role[])[Roles.OfficeClerk, Roles.Leader, Roles.Auditor, .. Roles.Administrators])
                Person(TenantId, role, township);
            foreach (var role in (Role[])[Roles.FirstResponsible, Roles.DirectResponsible, Roles.Liaison, Roles.Lecturer, Roles.BeatOfficer])
                Person(TenantId, role, east);
            foreach (var role in (Role[])[Roles.GridChief, Roles.GridOfficer, Roles.BuildingHead])
                Person(TenantId, role, grid);
            Person(TenantId, Roles.VisitingCadre, east);
            Person(TenantId, Roles.PoliceAnalyst, town.PoliceStation);
            Person(TenantId, Roles.Teacher, town.SchoolClass);
            Person(TenantId, Roles.LobbyManager, town.Bank);
            Person(TenantId, Roles.Liaison, west);
            Person(TenantId, Roles.GridOfficer, town.WestGrid);

            Tenant(OtherTenantId, "白杉镇反诈平台");
            var other = town.OtherTownship = Unit(OtherTenantId, null, UnitKinds.Township, "白杉镇", 0);
            town.OtherVillage = Unit(OtherTenantId, other, UnitKinds.Village, "松湾村", 1);
            foreach (var role in (Role[])[Roles.OfficeClerk, .. Roles.Administrators])
                Person(OtherTenantId, role, other);
            Person(OtherTenantId, Roles.Liaison, town.OtherVillage);
        }

        private void Tenant(string id, string name) =>
            db.Tenants.Add(
                new Platform.Tenants.Tenant
                {
                    Id = id,
                    Name = name,
                    TimeZone = "Asia/Shanghai",
                    PublicAddress = "http://localhost",
                    Organiser = "青溪镇反诈工作领导小组办公室",
                }
            );

        private Unit Unit(string tenant, Unit? parent, UnitKind kind, string name, int place)
        {
            var id = Guid.CreateVersion7();
            var unit = new Unit
            {
                TenantId = tenant,
                Id = id,
                ParentId = parent?.Id,
                Path = Platform.Units.Unit.PathUnder(parent?.Path, id),
                Kind = kind.Key,
                Name = name,
                SortKey = $"{kind.Order:00}{place:0000}",
            };
            db.Units.Add(unit);
            db.UnitPlacements.Add(
                new UnitPlacement
                {
                    TenantId = tenant,
                    NodeId = id,
                    FromOn = new DateOnly(2026, 1, 1),
                    UntilOn = UnitPlacement.Always,
                    Path = unit.Path,
                }
            );
            return unit;
        }

        private void Person(string tenant, Role role, Unit unit)
        {
            var number = ++people;
            var name = "甄乙丙丁戊己庚辛壬癸"[number % 10] + role.Name[..1] + "明";
            var phone = $"1380000{number:0000}";
            var person = Platform.Identity.Person.Of(tenant, Guid.CreateVersion7(), vault, name, phone, role.Name);
            var appointment = new Appointment
            {
                TenantId = tenant,
                Id = Guid.CreateVersion7(),
                PersonId = person.Id,
                UnitId = unit.Id,
                Role = role.Key,
                FromOn = new DateOnly(2026, 1, 1),
            };
            var account = role.SignsIn ? Account(person, role, number) : null;
            db.People.Add(person);
            db.Appointments.Add(appointment);
            if (account is not null)
                db.Accounts.Add(account);
            town.members.Add(new Member(name, phone, person, appointment, unit, account));
        }

        private Account Account(Person person, Role role, int number) =>
            new()
            {
                Id = Guid.CreateVersion7(),
                TenantId = person.TenantId,
                PersonId = person.Id,
                SignInName = $"{role.Key}-{number}",
                PasswordHash = Hash,
                SecurityStamp = $"stamp-{number}",
                SecondFactorSealed = Roles.IsAdministrator(role.Key) ? vault.Seal(SecondFactor) : null,
                ApprovedAt = town.Clock.Now,
            };
    }
}
