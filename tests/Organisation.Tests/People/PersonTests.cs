using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.People;

public sealed class PersonTests
{
    [Theory, EveryDatabase]
    public async Task A_whole_phone_is_shown_once_and_the_look_is_in_the_book(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var officer = town.Of(Roles.GridOfficer);
        var liaison = town.Client(Roles.Liaison);

        var before = await liaison.Visit($"/people/{officer.Person.Id}");
        Assert.DoesNotContain(officer.Phone, before.Text, StringComparison.Ordinal);
        var shown = await liaison.Submit(before, $"/people/{officer.Person.Id}/phone");

        Assert.Equal(200, shown.Code);
        Assert.Contains(officer.Phone, shown.Text, StringComparison.Ordinal);
        Assert.Equal(officer.Person.Id, Assert.Single(await town.Facts<PersonalDataShown>("platform.personal-data-shown")).PersonId);
        Assert.DoesNotContain(officer.Phone, (await liaison.Visit($"/people/{officer.Person.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_look_sees_no_button_and_no_phone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var chief = town.Of(Roles.GridChief);
        var officer = town.Client(Roles.GridOfficer);
        Assert.Null((await officer.Visit($"/people/{chief.Person.Id}")).Page.QuerySelector($"form[action='/people/{chief.Person.Id}/phone']"));
        Assert.Equal(403, (await officer.Send($"/people/{chief.Person.Id}/phone")).Code);
        Assert.Equal(404, (await town.Client(Roles.Liaison).Send($"/people/{town.Of(Roles.Liaison, town.WestVillage).Person.Id}/phone")).Code);
        Assert.Empty(await town.Facts<PersonalDataShown>("platform.personal-data-shown"));
    }

    [Theory, EveryDatabase]
    public async Task A_correction_says_what_changed_and_never_to_what(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var officer = town.Of(Roles.GridOfficer);
        var clerk = town.Client(Roles.OfficeClerk);

        var form = await clerk.Visit($"/people/{officer.Person.Id}/edit");
        Assert.DoesNotContain(officer.Phone, form.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var answer = await clerk.Submit(form, $"/people/{officer.Person.Id}", ("phone", "138-0000-8888"));

        Assert.Equal(303, answer.Code);
        Assert.Equal(
            new PersonCorrected(officer.Person.Id, false, true, false),
            Assert.Single(await town.Facts<PersonCorrected>("organisation.person-corrected"))
        );
        Assert.Contains("138****8888", (await clerk.Visit($"/people/{officer.Person.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_same_again_is_no_fact_and_a_phone_of_another_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var officer = town.Of(Roles.GridOfficer);
        var clerk = town.Client(Roles.OfficeClerk);
        var form = await clerk.Visit($"/people/{officer.Person.Id}/edit");

        Assert.Equal(303, (await clerk.Submit(form, $"/people/{officer.Person.Id}")).Code);
        var taken = await clerk.Submit(form, $"/people/{officer.Person.Id}", ("phone", town.Of(Roles.GridChief).Phone));

        Assert.Equal(422, taken.Code);
        Assert.NotEmpty(taken.TextOf("#f-phone-error"));
        Assert.Empty(await town.Facts<PersonCorrected>("organisation.person-corrected"));
    }

    [Theory, EveryDatabase]
    public async Task Someone_who_also_serves_elsewhere_is_corrected_by_the_higher_office(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var leader = town.Of(Roles.Leader).Person.Id;
        await town.Client(Roles.OfficeClerk)
            .Send($"/people?unit={town.EastVillage.Id}", ("role", "visiting-cadre"), ("person", leader.ToString()), ("fromOn", "2026-04-03"));

        var answer = await town.Client(Roles.Liaison).Send($"/people/{leader}", ("name", "江小舟"), ("post", "副镇长"));

        Assert.Equal(409, answer.Code);
        Assert.Empty(await town.Facts<PersonCorrected>("organisation.person-corrected"));
    }

    [Theory, EveryDatabase]
    public async Task People_out_of_scope_and_of_other_tenants_are_not_there(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var west = town.Of(Roles.Liaison, town.WestVillage).Person.Id;
        var other = town.Of(Roles.Liaison, town.OtherVillage).Person.Id;
        foreach (var id in (Guid[])[west, other, Guid.CreateVersion7()])
        foreach (var path in (string[])["", "/edit", "/appointments/new"])
            Assert.Equal(404, (await town.Client(Roles.Liaison).Visit($"/people/{id}{path}")).Code);
        Assert.Equal(404, (await town.Client(Roles.OfficeClerk).Visit($"/people/{other}")).Code);
        Assert.Equal(302, (await town.Stranger().Visit($"/people/{west}")).Code);
    }
}
