using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>更正信息: name, phone, post. An empty phone leaves the old one, since the form never shows it whole.</summary>
internal static class EditPerson
{
    public static readonly FlagField NoPhone = new("noPhone", "这个人不再登记电话");

    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await PeopleInScope.Find(db, viewer, id) is not { } person)
            return Refusal.NotFound.AsPage();

        var form = Form.Empty((PersonFields.Name.Name, vault.Open(person.NameSealed)), (PersonFields.Post.Name, person.Post));
        return Show(person, vault, form, await Stays(db, viewer, id, clock));
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await PeopleInScope.Find(db, viewer, id) is not { } person)
            return Refusal.NotFound.AsPage();
        if (await Stays(db, viewer, id, clock) is { } refusal)
            return Show(person, vault, form, refusal);

        var name = form.Read(PersonFields.Name);
        var phone = form.Read(PersonFields.Phone);
        var post = form.Read(PersonFields.Post);
        var noPhone = form.Read(NoPhone);
        if (phone is not null && noPhone)
            form.Fail(PersonFields.Phone, "填了新电话，就不要再勾选“不再登记电话”。");
        if (phone is not null && await PersonPick.HolderOf(db, viewer.TenantId, vault, phone) is { } holder && holder.Id != id)
            form.Fail(PersonFields.Phone, "这个电话已登记给另一名人员，请核对。");
        if (form.Failed)
            return Show(person, vault, form, null);

        var changed = new PersonCorrected(id, vault.Open(person.NameSealed) != name, phone is not null || noPhone, person.Post != post);
        if (changed.Name)
            person.TakeName(vault, name!);
        if (changed.Phone)
            person.TakePhone(vault, phone);
        person.Post = post;
        if (changed is { Name: false, Phone: false, Post: false })
            return Page.Done($"/people/{id}", "信息没有变化。");

        person.Version++;
        db.Record(viewer, changed);
        await db.SaveChangesAsync();
        return Page.Done($"/people/{id}", $"{name}的信息已更正。");
    }

    internal static async Task<Refusal?> Stays(Db db, Viewer viewer, Guid id, TimeProvider clock) =>
        await PeopleInScope.ServesOutside(db, viewer, id, LocalDay.Today(clock)) ? OrganisationRefusals.ServesElsewhere
        : await PeopleInScope.Administers(db, viewer, id, LocalDay.Today(clock)) ? Refusal.NotAllowed
        : null;

    private static IResult Show(Person person, Vault vault, Form form, Refusal? refusal) =>
        Page.Of<EditPersonPage>(
            new
            {
                Id = person.Id,
                Name = vault.Open(person.NameSealed),
                Phone = person.PhoneSealed is null ? null : Mask.Phone(vault.Open(person.PhoneSealed)),
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
