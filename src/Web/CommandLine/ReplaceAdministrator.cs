using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>One administrator reset or replaced, as rows and facts that the audit administrator sees. What a page would ask two others for, the hand on the server does alone.</summary>
internal sealed class ReplaceAdministrator(Db db, Vault vault, TimeProvider clock, string tenant, Role post)
{
    private readonly DateTime now = clock.GetUtcNow().UtcDateTime;

    private sealed record Holder(Person Person, Appointment Appointment, Account? Account);

    /// <param name="signInName">Who is meant when several hold the post.</param>
    /// <param name="name">Another person; null to reset the one who holds the post.</param>
    public async Task<Result<AdministratorSlip>> Do(string? signInName, string? name, string? phone)
    {
        var holders = (await Holders()).Where(holder => signInName is null || holder.Account?.SignInName == signInName).ToList();
        if (holders.Count > 1)
            return AdminRefusals.Several.With(("names", string.Join("、", holders.Select(holder => holder.Account?.SignInName).OfType<string>())));
        if (holders.Count == 0 && (name is null || signInName is not null))
            return AdminRefusals.Nobody.With(("role", post.Name));

        var old = holders.SingleOrDefault();
        var found = phone is null ? null : await ByPhone(phone);
        if (found is not null && vault.Open(found.NameSealed) != name)
            return AdminRefusals.PhoneTaken;
        if (old is not null && (name is null || found?.Id == old.Person.Id))
            return await Admit(old.Person, old.Appointment.UnitId, old.Account, isAnother: false);

        var person = found ?? Person.Of(tenant, NewId(), vault, name!, phone, post.Name);
        if (found is null)
            db.Add(person);
        else if (Separation.Forbids(await RolesOf(found.Id), post.Key) is { } separated)
            return separated;

        var unit = old?.Appointment.UnitId ?? await Top();
        var appointment = Appoint(person, unit);
        if (old is not null)
            Dismiss(old, appointment.Id);
        return await Admit(person, unit, await AccountOf(person.Id), isAnother: true);
    }

    private async Task<AdministratorSlip> Admit(Person person, Guid unit, Account? account, bool isAnother)
    {
        if (account is null)
        {
            var number = await db.Accounts.CountAsync(one => one.TenantId == tenant);
            db.Add(account = Account.Open(tenant, person.Id, number + 1, Guid.Empty, now));
            Record(unit, new AccountOpened(account.Id, person.Id));
        }
        else if (account.ClosedAt is not null)
        {
            account.Reopen(Guid.Empty, now);
            Record(unit, new AccountOpened(account.Id, person.Id));
        }
        if (account.Approve(Guid.Empty, now) is null)
            Record(unit, new AccountApproved(account.Id));
        if (account.SecondFactorSealed is not null)
            Record(unit, new SecondFactorChanged(account.Id, false));
        account.RemoveSecondFactor();

        var (code, until) = (RecoveryCodes.New(), now + AdministratorSlip.GoodFor);
        account.GiveCode(PasswordRules.Hash(code), until);
        Record(unit, new SignInSlipMade(account.Id, until));
        Record(unit, new AdministratorReplaced(account.Id, post.Key, isAnother));
        await db.SaveChangesAsync();
        return new AdministratorSlip(post.Name, vault.Open(person.NameSealed), account.SignInName, code, until);
    }

    private Appointment Appoint(Person person, Guid unit)
    {
        var appointment = new Appointment
        {
            TenantId = tenant,
            Id = NewId(),
            PersonId = person.Id,
            UnitId = unit,
            Role = post.Key,
            FromOn = LocalDay.Of(now),
        };
        db.Add(appointment);
        Record(unit, new PersonAppointed(appointment.Id, person.Id, unit, post.Key, appointment.FromOn));
        return appointment;
    }

    /// <summary>The account is closed at once; the last day is yesterday, or today for whoever began today.</summary>
    private void Dismiss(Holder old, Guid successor)
    {
        var (appointment, yesterday) = (old.Appointment, LocalDay.Of(now).AddDays(-1));
        appointment.UntilOn = yesterday < appointment.FromOn ? appointment.FromOn : yesterday;
        appointment.Version++;
        Record(
            appointment.UnitId,
            new AppointmentEnded(appointment.Id, appointment.PersonId, appointment.UnitId, appointment.Role, appointment.UntilOn.Value, successor)
        );
        if (old.Account?.Close(now) is null && old.Account is not null)
            Record(appointment.UnitId, new AccountClosed(old.Account.Id, AccountCloseReason.ByAdministrator));
    }

    private async Task<List<Holder>> Holders()
    {
        var today = LocalDay.Of(now);
        var rows = await (
            from appointment in db.Appointments
            where appointment.TenantId == tenant && appointment.Role == post.Key
            where appointment.FromOn <= today && (appointment.UntilOn == null || appointment.UntilOn >= today)
            join person in db.People on new { appointment.TenantId, Id = appointment.PersonId } equals new { person.TenantId, person.Id }
            select new { person, appointment }
        ).ToListAsync();
        var holders = new List<Holder>();
        foreach (var row in rows)
            holders.Add(new Holder(row.person, row.appointment, await AccountOf(row.person.Id)));
        return holders;
    }

    private Task<Account?> AccountOf(Guid person) =>
        db.Accounts.SingleOrDefaultAsync(account => account.TenantId == tenant && account.PersonId == person);

    private Task<Person?> ByPhone(string phone)
    {
        var index = vault.Index(phone);
        return db.People.Where(person => person.TenantId == tenant && person.PhoneIndex == index).OrderBy(person => person.Id).FirstOrDefaultAsync();
    }

    /// <summary>What the person holds today or is to hold later.</summary>
    private Task<List<string>> RolesOf(Guid person)
    {
        var today = LocalDay.Of(now);
        return db
            .Appointments.Where(appointment =>
                appointment.TenantId == tenant && appointment.PersonId == person && (appointment.UntilOn == null || appointment.UntilOn >= today)
            )
            .Select(appointment => appointment.Role)
            .ToListAsync();
    }

    private Task<Guid> Top() =>
        db.Units.Where(unit => unit.TenantId == tenant && unit.ParentId == null).OrderBy(unit => unit.Id).Select(unit => unit.Id).FirstAsync();

    private Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(now));

    private void Record(Guid unit, Fact fact) => db.RecordByServer(tenant, unit, fact, now);
}
