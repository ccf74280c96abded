using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>The fields by which a person is named.</summary>
public static class PersonFields
{
    /// <summary>Answer to 'is it this one?' when someone with that phone or name is registered already.</summary>
    public static readonly string SomeoneElse = "new";

    public static readonly TextField Name = new("name", "姓名") { Max = 30, Min = 2 };
    public static readonly PhoneField Phone = new("phone", "电话")
    {
        Optional = true,
        Hint = "手机号，或带区号的固定电话。平时只显示前三位和后四位。",
    };
    public static readonly TextField Post = new("post", "职务")
    {
        Optional = true,
        Max = 60,
        Hint = "按名单印的写，例如：党支部书记、副镇长。",
    };
    public static readonly ChoiceField Same = new("person", "系统里已有这样的人员，是同一个人吗");
}

/// <summary>Who is meant by a typed name and phone.</summary>
/// <param name="Person">Null when the question is still open or the form is wrong.</param>
/// <param name="Candidates">Already registered people to choose from.</param>
public sealed record PersonPick(Person? Person, bool IsNew, IReadOnlyList<(string Value, string Text)> Candidates)
{
    private static readonly PersonPick Open = new(null, false, []);

    /// <summary>Reads name, phone and post. One phone is one person: a phone known already offers its holder, a name known in the scope is asked about once.</summary>
    internal static async Task<Result<PersonPick>> Read(Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (Guid.TryParse(form.Typed(PersonFields.Same.Name), out var chosen) && form.Typed(PersonFields.Name.Name).Length == 0)
            return await PeopleInScope.Find(db, viewer, chosen) is { } known ? new PersonPick(known, false, []) : Refusal.NotFound;

        var name = form.Read(PersonFields.Name);
        var phone = form.Read(PersonFields.Phone);
        var post = form.Read(PersonFields.Post);
        if (form.Failed)
            return Open;

        var byPhone = phone is null ? null : await HolderOf(db, viewer.TenantId, vault, phone);
        if (byPhone is not null && await PeopleInScope.Find(db, viewer, byPhone.Id) is null)
            return OrganisationRefusals.PhoneElsewhere;

        var alike = byPhone is null ? await Namesakes(db, viewer, vault, name!) : [byPhone];
        var answer = form.Typed(PersonFields.Same.Name);
        if (alike.SingleOrDefault(person => person.Id.ToString() == answer) is { } same)
            return new PersonPick(same, false, []);
        if (alike.Count == 0 || answer == PersonFields.SomeoneElse && byPhone is null)
            return new PersonPick(Person.Of(viewer.TenantId, Guid.CreateVersion7(clock.GetUtcNow()), vault, name!, phone, post), true, []);

        var candidates = await Describe(db, viewer, vault, alike, offerNew: byPhone is null);
        form.Fail(
            PersonFields.Same,
            byPhone is null ? $"已有同名人员“{name}”，请选是不是同一个人。" : "这个电话已经登记过，请选是不是同一个人；不是同一个人的，请改电话。"
        );
        return new PersonPick(null, false, candidates);
    }

    internal static Task<Person?> HolderOf(Db db, string tenant, Vault vault, string phone)
    {
        var index = vault.Index(phone);
        return db.People.Where(person => person.TenantId == tenant && person.PhoneIndex == index).OrderBy(person => person.Id).FirstOrDefaultAsync();
    }

    private static async Task<IReadOnlyList<Person>> Namesakes(Db db, Viewer viewer, Vault vault, string name)
    {
        var index = vault.Index(name);
        var inScope = PeopleInScope.Appointments(db, viewer).Select(appointment => appointment.PersonId);
        return await db
            .People.Where(person => person.TenantId == viewer.TenantId && person.NameIndex == index && inScope.Contains(person.Id))
            .OrderBy(person => person.Id)
            .Take(4)
            .ToListAsync();
    }

    private static async Task<IReadOnlyList<(string Value, string Text)>> Describe(
        Db db,
        Viewer viewer,
        Vault vault,
        IReadOnlyList<Person> people,
        bool offerNew
    )
    {
        var ids = people.Select(person => person.Id).ToList();
        var places = (
            await (
                from appointment in PeopleInScope.Appointments(db, viewer)
                where ids.Contains(appointment.PersonId)
                join unit in db.Units on new { appointment.TenantId, Id = appointment.UnitId } equals new { unit.TenantId, unit.Id }
                orderby appointment.FromOn descending
                select new
                {
                    appointment.PersonId,
                    unit.Name,
                    appointment.Role,
                }
            ).ToListAsync()
        ).ToLookup(place => place.PersonId);
        var described = people.Select(person =>
            (
                person.Id.ToString(),
                $"是 {vault.Open(person.NameSealed)}（{string.Join("、", places[person.Id].Take(2).Select(place => place.Name + Roles.Of(place.Role).Name))}）"
            )
        );
        return offerNew ? [.. described, (PersonFields.SomeoneElse, "不是，是另一个人")] : [.. described];
    }
}
