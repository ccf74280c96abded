using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.People;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Privacy;

namespace Wuzha.Organisation.Imports;

/// <summary>Everyone registered, loaded once, against whom a table of thousands of people is weighed.</summary>
internal sealed class PeopleRegister
{
    private readonly ImportContext context;
    private readonly Vault vault;
    private readonly Dictionary<string, Person> byPhone = [];
    private readonly HashSet<Guid> inScope;

    /// <summary>Who serves where today: unit, role and person; and by unit and name, for those without a phone.</summary>
    private readonly HashSet<(Guid Unit, string Role, Guid Person)> serving = [];
    private readonly Dictionary<(Guid Unit, string Name), Person> byUnitAndName = [];
    private readonly HashSet<(Guid Unit, string Role, Guid Person)> inFile = [];
    private ILookup<Guid, string> rolesOf = null!;

    /// <summary>People that the table brings, and those of them already written.</summary>
    private readonly HashSet<Guid> made = [];
    private readonly HashSet<Guid> written = [];

    private PeopleRegister(ImportContext context, Vault vault, HashSet<Guid> inScope) =>
        (this.context, this.vault, this.inScope) = (context, vault, inScope);

    public static async Task<PeopleRegister> Load(ImportContext context)
    {
        var (db, viewer, today) = (context.Db, context.Viewer, LocalDay.Today(context.Clock));
        var scoped = PeopleInScope.Appointments(db, viewer);
        var register = new PeopleRegister(
            context,
            context.Service<Vault>(),
            [.. await scoped.Select(appointment => appointment.PersonId).Distinct().ToListAsync()]
        );
        var people = await db
            .People.Where(person => person.TenantId == viewer.TenantId)
            .OrderBy(person => person.Id)
            .ToDictionaryAsync(person => person.Id);
        foreach (var person in people.Values.Where(person => person.PhoneIndex is not null))
            register.byPhone.TryAdd(Convert.ToHexString(person.PhoneIndex!), person);
        var held = await db
            .Appointments.Where(appointment =>
                appointment.TenantId == viewer.TenantId && (appointment.UntilOn == null || appointment.UntilOn >= today)
            )
            .Select(appointment => new { appointment.PersonId, appointment.Role })
            .ToListAsync();
        register.rolesOf = held.ToLookup(appointment => appointment.PersonId, appointment => appointment.Role);
        var current = await scoped.Where(appointment => appointment.UntilOn == null || appointment.UntilOn >= today).ToListAsync();
        foreach (var appointment in current)
        {
            register.serving.Add((appointment.UnitId, appointment.Role, appointment.PersonId));
            if (people.TryGetValue(appointment.PersonId, out var person))
                register.byUnitAndName.TryAdd((appointment.UnitId, Convert.ToHexString(person.NameIndex)), person);
        }
        return register;
    }

    /// <summary>Finds or makes the person of an entry. The unit is the registered one, or stands for one that the table itself brings.</summary>
    /// <returns>The wrong column and one sentence; null when the entry is right.</returns>
    public (Platform.Forms.Field Field, string Sentence)? Weigh(AppointmentEntry entry, Guid unitId, string unitKind)
    {
        entry.Register = this;
        if (!AppointmentRules.At(unitKind).Any(role => role.Key == entry.Role))
            return (entry.NameField, $"{Platform.Units.UnitKinds.Of(unitKind).Name}不设{Roles.Of(entry.Role).Name}，请核对单位和角色。");
        if (!AppointmentRules.MayGive(context.Viewer, entry.Role))
            return (entry.NameField, $"您当前的任职不能办理{Roles.Of(entry.Role).Name}，请由上级反诈办导入。");
        if (Find(entry, unitId) is { } wrong)
            return wrong;
        if (Separation.Forbids(rolesOf[entry.Person!.Id], entry.Role) is { } separated)
            return (entry.NameField, separated.Message);

        entry.Held = serving.Contains((unitId, entry.Role, entry.Person.Id)) || !inFile.Add((unitId, entry.Role, entry.Person.Id));
        entry.PostChanges = !entry.IsNew && entry.Post is not null && entry.Person.Post != entry.Post;
        return null;
    }

    private (Platform.Forms.Field Field, string Sentence)? Find(AppointmentEntry entry, Guid unitId)
    {
        var name = Convert.ToHexString(vault.Index(entry.Name));
        if (entry.Phone is { } phone && byPhone.TryGetValue(Convert.ToHexString(vault.Index(phone)), out var holder))
        {
            if (!inScope.Contains(holder.Id) && !made.Contains(holder.Id))
                return (entry.PhoneField, "这个电话已登记给管辖范围以外的人员，请核对号码或联系上级反诈办。");
            if (Convert.ToHexString(holder.NameIndex) != name)
                return (entry.PhoneField, $"这个电话已登记给“{Mask.Name(vault.Open(holder.NameSealed))}”，与“{entry.Name}”不是同一个人，请核对。");
            (entry.Person, entry.IsNew) = (holder, made.Contains(holder.Id));
            return null;
        }

        if (byUnitAndName.TryGetValue((unitId, name), out var known) && (entry.Phone is null || known.PhoneIndex is null))
        {
            (entry.Person, entry.IsNew) = (known, made.Contains(known.Id));
            return null;
        }

        var person = Person.Of(context.Viewer.TenantId, Guid.CreateVersion7(context.Clock.GetUtcNow()), vault, entry.Name, entry.Phone, entry.Post);
        made.Add(person.Id);
        (entry.Person, entry.IsNew) = (person, true);
        byUnitAndName.TryAdd((unitId, name), person);
        if (person.PhoneIndex is { } index)
            byPhone.Add(Convert.ToHexString(index), person);
        return null;
    }

    /// <summary>Writes one entry: the person when new, the appointment when not held, the post when it changed.</summary>
    public void Apply(AppointmentEntry entry, Guid unitId)
    {
        var person = entry.Person!;
        if (entry.IsNew && written.Add(person.Id))
            context.Db.Add(person);
        if (!entry.IsNew && person.PhoneIndex is null && entry.Phone is not null)
        {
            person.TakePhone(vault, entry.Phone);
            person.Version++;
        }
        if (entry.PostChanges)
        {
            person.Post = entry.Post;
            person.Version++;
        }
        if (!entry.Held)
            Appointing.Appoint(
                context.Db,
                context.Viewer,
                context.Clock,
                person.Id,
                unitId,
                entry.Role,
                LocalDay.Today(context.Clock),
                FactSource.Import
            );
    }
}
