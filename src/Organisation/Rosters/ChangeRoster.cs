using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.People;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

/// <summary>Puts a person on one of the four rosters; on a filed one the person is appointed at once.</summary>
internal static class AddRosterEntry
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await RosterHere.Change(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var role = form.Read(RosterEntryForm.Role);
        var person = await Chosen(here, form, db, vault) ?? await Typed(here, form, db, vault, clock);
        if (form.Failed)
            return await ShowRoster.Page(here, db, vault, form, null);
        if (person is null)
            return await ShowRoster.Page(here, db, vault, form, OrganisationRefusals.PersonElsewhere);
        var forbidden = await Appointing.Forbids(db, viewer.TenantId, person.Id, role!, here.Campaign.Today);
        if ((forbidden ?? Roster.Takes(here.Entries, role!, person.Id)) is { } no)
            return await ShowRoster.Page(here, db, vault, form, no);

        var entry = new RosterEntry
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            CampaignId = id,
            UnitId = unitId,
            Role = role!,
            PersonId = person.Id,
            Post = form.Read(RosterEntryForm.Post) ?? person.Post ?? "",
            Position = here.Entries.Count == 0 ? 1 : here.Entries.Max(one => one.Position) + 1,
        };
        db.Add(entry);
        here.Roster!.Touch();
        if (here.Roster.IsFiled)
        {
            db.Record(viewer, new RosterChanged(id, unitId, person.Id, entry.Role, Added: true), id);
            var lasting = await RosterAppointments.Lasting(db, viewer.TenantId, unitId, here.Campaign.Today);
            if (!RosterAppointments.Serves(lasting, entry))
                await RosterAppointments.Appoint(db, viewer, here, entry, clock);
        }
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/rosters/{unitId}", "已添加。");
    }

    private static async Task<Person?> Chosen(RosterHere here, Form form, Db db, Vault vault)
    {
        if (form.Typed(RosterEntryForm.Person.Name).Length == 0)
            return null;

        var serving = await CampaignPeople.Serving(db, here.Unit, vault, here.Campaign.Today);
        var chosen = form.Read(RosterEntryForm.Person.With(serving.Select(person => (person.Id.ToString(), person.Choice))));
        if (chosen is null)
            return null;

        var personId = Guid.Parse(chosen);
        return await db.People.SingleAsync(person => person.TenantId == here.Unit.TenantId && person.Id == personId);
    }

    /// <summary>A person by phone: the one already registered here, or a new one. Null when the phone belongs to somebody outside the scope.</summary>
    private static async Task<Person?> Typed(RosterHere here, Form form, Db db, Vault vault, TimeProvider clock)
    {
        var (name, post, phone) = (form.Read(RosterEntryForm.Name), form.Read(RosterEntryForm.Post), form.Read(RosterEntryForm.Phone));
        if (form.Failed)
            return null;
        if (name is null)
            form.Fail(RosterEntryForm.Person, "请从本单位人员中选一人，或者填写姓名和电话。");
        else if (phone is null)
            form.Fail(RosterEntryForm.Phone, "请填写电话，方便联络。");
        if (form.Failed)
            return null;

        var (tenant, index) = (here.Unit.TenantId, vault.Index(phone!));
        var known = await db.People.FirstOrDefaultAsync(person => person.TenantId == tenant && person.PhoneIndex == index);
        if (known is null)
        {
            var person = Person.Of(tenant, Guid.CreateVersion7(clock.GetUtcNow()), vault, name!, phone, post);
            db.Add(person);
            return person;
        }

        var scope = here.Unit.Scope;
        var servesHere = await db.Appointments.AnyAsync(appointment =>
            appointment.TenantId == tenant
            && appointment.PersonId == known.Id
            && db.Units.Any(unit =>
                unit.TenantId == tenant && unit.Id == appointment.UnitId && unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
            )
        );
        if (!servesHere && here.Entries.All(entry => entry.PersonId != known.Id))
            return null;
        if (vault.Open(known.NameSealed) != name)
            form.Fail(RosterEntryForm.Phone, "这个电话登记的是本单位的另一个人，请核对姓名和电话。");
        return known;
    }
}

/// <summary>Takes a person off a roster; from a filed one the person's appointment ends today.</summary>
internal static class RemoveRosterEntry
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Guid entryId, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await RosterHere.Change(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (here.Entries.FirstOrDefault(one => one.Id == entryId) is not { } entry)
            return Refusal.NotFound.AsPage();
        if (here.Roster!.Releases(here.Entries, entry) is { } no)
            return await ShowRoster.Page(here, db, vault, Form.Empty(), no);

        db.Remove(entry);
        here.Roster.Touch();
        if (here.Roster.IsFiled)
        {
            db.Record(viewer, new RosterChanged(id, unitId, entry.PersonId, entry.Role, Added: false), id);
            var lasting = await RosterAppointments.Lasting(db, viewer.TenantId, unitId, here.Campaign.Today);
            foreach (var appointment in lasting.Where(one => one.PersonId == entry.PersonId && one.Role == entry.Role))
                Appointing.End(db, viewer, appointment, here.Campaign.Today);
        }
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/rosters/{unitId}", "已移出。");
    }
}
