using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.People;

public sealed class AddPersonTests
{
    private static (string, string)[] Somebody(string name = "江小舟", string phone = "13800007777", string role = "grid-officer") =>
        [("role", role), ("name", name), ("phone", phone), ("post", "网格员"), ("fromOn", "2026-04-03")];

    [Theory, EveryDatabase]
    public async Task Someone_new_gets_a_row_an_appointment_and_a_fact(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        var answer = await clerk.Send($"/people?unit={town.EastSecondGrid.Id}", Somebody());

        Assert.Equal(303, answer.Code);
        await using var db = town.Open();
        var appointment = await db.Appointments.SingleAsync(a => a.TenantId == Town.TenantId && a.UnitId == town.EastSecondGrid.Id);
        Assert.Equal($"/people/{appointment.PersonId}", answer.Location);
        Assert.Equal(
            new PersonAppointed(appointment.Id, appointment.PersonId, town.EastSecondGrid.Id, "grid-officer", new DateOnly(2026, 4, 3)),
            Assert.Single(await town.Facts<PersonAppointed>("organisation.person-appointed"))
        );
        Assert.Equal(1, await town.Tally("organisation.people-appointed", town.EastSecondGrid.Id));
        var page = await clerk.Visit(answer.Location!);
        Assert.Equal("江小舟", page.Heading);
        Assert.Contains("138****7777", page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_known_phone_offers_its_holder_and_one_person_takes_both_roles(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);
        var clerk = town.Client(Roles.OfficeClerk);
        var path = $"/people?unit={town.EastSecondGrid.Id}";

        var asked = await clerk.Send(path, Somebody(liaison.Name, liaison.Phone, "grid-chief"));
        Assert.Equal(422, asked.Code);
        Assert.Contains(liaison.Name, asked.TextOf("fieldset"), StringComparison.Ordinal);
        Assert.Empty(await town.Facts<PersonAppointed>("organisation.person-appointed"));

        var answer = await clerk.Submit(asked, path, ("person", liaison.Person.Id.ToString()));
        Assert.Equal($"/people/{liaison.Person.Id}", answer.Location);
        await using var db = town.Open();
        Assert.Equal(2, await db.Appointments.CountAsync(a => a.TenantId == Town.TenantId && a.PersonId == liaison.Person.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_namesake_is_asked_about_and_may_be_another_person(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);
        var clerk = town.Client(Roles.OfficeClerk);
        var path = $"/people?unit={town.EastSecondGrid.Id}";

        var asked = await clerk.Send(path, Somebody(liaison.Name));
        Assert.Equal(422, asked.Code);
        var answer = await clerk.Submit(asked, path, ("person", "new"));

        Assert.Equal(303, answer.Code);
        Assert.NotEqual($"/people/{liaison.Person.Id}", answer.Location);
    }

    [Theory, EveryDatabase]
    public async Task A_phone_of_someone_out_of_scope_is_refused_without_telling_whose(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var west = town.Of(Roles.Liaison, town.WestVillage);

        var answer = await town.Client(Roles.Liaison).Send($"/people?unit={town.EastSecondGrid.Id}", Somebody("江小舟", west.Phone));

        Assert.Equal(409, answer.Code);
        Assert.DoesNotContain(west.Name, answer.TextOf("main"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_role_twice_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);
        var answer = await town.Client(Roles.OfficeClerk)
            .Send($"/people?unit={town.EastVillage.Id}", ("role", "liaison"), ("person", liaison.Person.Id.ToString()), ("fromOn", "2026-04-03"));
        Assert.Equal(422, answer.Code);
        Assert.Contains("不用重复登记", answer.TextOf("#f-role-error"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Each_wrong_field_is_told(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk)
            .Send(
                $"/people?unit={town.EastVillage.Id}",
                ("role", "grid-chief"),
                ("name", "江"),
                ("phone", "12345"),
                ("post", new string('长', 61)),
                ("fromOn", "昨天")
            );
        Assert.Equal(422, answer.Code);
        foreach (var field in (string[])["role", "name", "phone", "post", "fromOn"])
            Assert.NotEmpty(answer.TextOf($"#f-{field}-error"));
    }

    [Theory, EveryDatabase]
    public async Task A_liaison_gives_no_role_above_the_own_village(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Client(Roles.Liaison);
        Assert.Equal(422, (await liaison.Send($"/people?unit={town.EastVillage.Id}", Somebody(role: "office-clerk"))).Code);
        Assert.Equal(
            422,
            (await town.Client(Roles.OfficeClerk).Send($"/people?unit={town.Township.Id}", Somebody(role: "system-administrator"))).Code
        );
        Assert.Equal(404, (await liaison.Send($"/people?unit={town.WestVillage.Id}", Somebody(role: "lecturer"))).Code);
        Assert.Equal(403, (await town.Client(Roles.GridOfficer).Send($"/people?unit={town.EastFirstGrid.Id}", Somebody())).Code);
        Assert.Equal(302, (await town.Stranger().Send($"/people?unit={town.EastFirstGrid.Id}", Somebody())).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_unit_for_one_more_role_is_chosen_first(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var person = town.Of(Roles.Lecturer).Person.Id;
        var clerk = town.Client(Roles.OfficeClerk);

        var choice = await clerk.Visit($"/people/{person}/appointments/new?q=西岭村");
        Assert.Contains(choice.Page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/people/new?unit={town.WestVillage.Id}&person={person}");
        var form = await clerk.Visit($"/people/new?unit={town.WestVillage.Id}&person={person}");
        var answer = await clerk.Submit(form, $"/people?unit={town.WestVillage.Id}", ("role", "lecturer"));

        Assert.Equal($"/people/{person}", answer.Location);
    }

    [Theory, EveryDatabase]
    public async Task One_of_the_three_administrators_takes_no_other_role_and_is_not_corrected_by_the_office(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var administrator = town.Of(Roles.SecurityAdministrator);
        var clerk = town.Client(Roles.OfficeClerk);

        var answer = await clerk.Send(
            $"/people?unit={town.Township.Id}",
            ("role", "leader"),
            ("person", administrator.Person.Id.ToString()),
            ("fromOn", "2026-04-03")
        );

        Assert.Equal(409, answer.Code);
        Assert.Empty(await town.Facts<PersonAppointed>("organisation.person-appointed"));
        Assert.Equal(403, (await clerk.Send($"/people/{administrator.Person.Id}", ("name", "江小舟"))).Code);
    }
}
