using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Imports;
using Wuzha.Organisation.Units;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Tenants;
using Wuzha.Platform.Units;

namespace Wuzha.Web.CommandLine;

/// <summary>The first rows of a real installation: tenant, its top unit, and the three administrators with one-time codes. Nothing of the demo.</summary>
internal sealed class FirstSetup(Db db, Vault vault, TimeProvider clock, SetupAnswers answers)
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;
    private readonly List<AdministratorSlip> slips = [];
    private Unit? planted;

    public async Task<IReadOnlyList<AdministratorSlip>> Plant()
    {
        db.Add(
            new Tenant
            {
                Id = answers.Tenant,
                Name = answers.Name.Trim(),
                TimeZone = "Asia/Shanghai",
                PublicAddress = answers.PublicAddress,
                Organiser = answers.Organiser is { Length: > 0 } told ? told.Trim() : $"{answers.Unit.Trim()}反诈工作领导小组办公室",
            }
        );
        var top = planted = Top();
        Administrator(Roles.SystemAdministrator, answers.SystemAdministrator!, top, 1);
        Administrator(Roles.SecurityAdministrator, answers.SecurityAdministrator!, top, 2);
        Administrator(Roles.AuditAdministrator, answers.AuditAdministrator!, top, 3);
        Appoint(Roles.OfficeClerk, answers.OfficeClerk!, top);
        await db.SaveChangesAsync();
        return slips;
    }

    /// <summary>The first unit list, under the unit just planted; the caller's transaction takes everything back when a row is wrong.</summary>
    public Task<ImportOutcome> TakeUnits(IServiceProvider services, byte[] file) =>
        ImportUnits.Plan.TakeIn(new ImportContext(services, db, Installer(planted!)), file);

    private Viewer Installer(Unit top) =>
        new()
        {
            TenantId = answers.Tenant,
            AccountId = Guid.Empty,
            PersonId = Guid.Empty,
            AppointmentId = Guid.Empty,
            UnitId = top.Id,
            UnitName = top.Name,
            Scope = top.Scope,
            Role = Roles.OfficeClerk.Key,
            RoleName = Roles.OfficeClerk.Name,
            PersonName = "",
            Acts = Permissions.ActsOf(Roles.OfficeClerk.Key),
        };

    private Unit Top()
    {
        var kind = answers.Kind == "county" ? UnitKinds.County : UnitKinds.Township;
        var (id, name, today) = (Guid.CreateVersion7(new DateTimeOffset(now)), answers.Unit.Trim(), LocalDay.Of(now));
        var unit = UnitTree.Add(db, answers.Tenant, null, id, kind.Key, name, UnitSortKey.Of(kind.Key, name), today);
        Record(unit, new UnitOpened(id, null, kind.Key));
        var profile = new UnitProfile { TenantId = answers.Tenant, UnitId = id };
        if (
            answers is { Population: not null } or { Households: not null }
            && profile.Count(answers.Population, answers.Households, today, "建立系统时填写")
        )
            Record(unit, new UnitCounted(id, answers.Population, answers.Households, today));
        db.Add(profile);
        return unit;
    }

    private Person Appoint(Role role, SetupPerson told, Unit unit)
    {
        var (phone, _) = new PhoneField("phone", "电话").Parse(told.Phone);
        var person = Person.Of(answers.Tenant, Guid.CreateVersion7(new DateTimeOffset(now)), vault, told.Name.Trim(), phone, role.Name);
        var appointment = new Appointment
        {
            TenantId = answers.Tenant,
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PersonId = person.Id,
            UnitId = unit.Id,
            Role = role.Key,
            FromOn = LocalDay.Of(now),
        };
        db.AddRange(person, appointment);
        Record(unit, new PersonAppointed(appointment.Id, person.Id, unit.Id, role.Key, appointment.FromOn));
        return person;
    }

    private void Administrator(Role role, SetupPerson told, Unit unit, int number)
    {
        var account = Account.Open(answers.Tenant, Appoint(role, told, unit).Id, number, Guid.Empty, now);
        // Nobody is there yet who could approve; whoever runs setup has the machine in hand.
        account.Approve(Guid.Empty, now);
        var code = RecoveryCodes.New();
        account.GiveCode(PasswordRules.Hash(code), now + AdministratorSlip.GoodFor);
        db.Add(account);
        Record(unit, new AccountOpened(account.Id, account.PersonId));
        Record(unit, new AccountApproved(account.Id));
        Record(unit, new SignInSlipMade(account.Id, now + AdministratorSlip.GoodFor));
        slips.Add(new AdministratorSlip(role.Name, told.Name.Trim(), account.SignInName, code, now + AdministratorSlip.GoodFor));
    }

    private void Record(Unit unit, Fact fact) => db.RecordByServer(answers.Tenant, unit.Id, fact, now);
}
