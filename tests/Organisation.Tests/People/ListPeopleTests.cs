using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.People;

public sealed class ListPeopleTests
{
    private static IReadOnlyList<string> Names(Answer page) => page.TextsOf("main tbody td:first-child");

    [Theory, EveryDatabase]
    public async Task The_list_holds_the_scope_and_no_whole_phone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var page = await town.Client(Roles.Liaison).Visit("/people");
        var expected = town.Members.Count(member => member.Unit.Path.StartsWith(town.EastVillage.Path, StringComparison.Ordinal));
        Assert.Equal(expected, Names(page).Count);
        foreach (var member in town.Members)
            Assert.DoesNotContain(member.Phone, page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_person_is_found_by_whole_name_whole_phone_or_its_last_four(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var officer = town.Of(Roles.GridOfficer);
        var clerk = town.Client(Roles.OfficeClerk);
        foreach (var words in (string[])[officer.Name, officer.Phone, officer.Phone[^4..]])
            Assert.Contains(officer.Name, Names(await clerk.Visit($"/people?q={Uri.EscapeDataString(words)}")));
        Assert.Single(Names(await clerk.Visit($"/people?q={officer.Phone}")));
        Assert.Empty(Names(await clerk.Visit($"/people?q={Uri.EscapeDataString(officer.Name[..1])}")));
        Assert.Empty(Names(await clerk.Visit("/people?q=%25")));
    }

    [Theory, EveryDatabase]
    public async Task Filters_and_sorting_narrow_and_order_the_list(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(2, Names(await clerk.Visit("/people?role=liaison")).Count);
        Assert.Equal(
            town.Members.Count(member => member.Account is null && member.Person.TenantId == Town.TenantId),
            Names(await clerk.Visit("/people?account=no")).Count
        );
        var up = (await clerk.Visit("/people?sort=role")).TextsOf("main td[data-label=角色]");
        var down = (await clerk.Visit("/people?sort=-role")).TextsOf("main td[data-label=角色]");
        Assert.Equal("反诈办干事", up[0]);
        Assert.Equal("审计管理员", down[0]);
        Assert.Equal(404, (await town.Client(Roles.Liaison).Visit($"/people?unit={town.WestVillage.Id}")).Code);
        Assert.Single(Names(await clerk.Visit($"/people?unit={town.WestVillage.Id}&role=liaison")));
    }

    [Theory, EveryDatabase]
    public async Task Those_who_left_stand_in_a_list_of_their_own(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var officer = town.Of(Roles.GridOfficer);
        var clerk = town.Client(Roles.OfficeClerk);
        await clerk.Send($"/appointments/{officer.Appointment.Id}/end", ("untilOn", "2026-04-02"));
        Assert.Equal(officer.Name, Assert.Single(Names(await clerk.Visit("/people?state=former"))));
        Assert.DoesNotContain(officer.Name, Names(await clerk.Visit("/people")));
    }

    [Theory, EveryDatabase]
    public async Task The_excel_file_is_masked_and_the_whole_phones_are_an_act_of_their_own(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);

        var masked = await clerk.Visit("/people?format=xlsx");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", masked.ContentType);
        Assert.Empty(await town.Facts<PersonalDataShown>("platform.personal-data-shown"));

        Assert.Equal(422, (await clerk.Send("/people/phones")).Code);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Send("/people/phones", ("reason", "contact"))).Code);
        var whole = await clerk.Send("/people/phones", ("reason", "contact"));
        Assert.Equal(200, whole.Code);
        Assert.Contains(town.Of(Roles.GridOfficer).Phone, SheetText.Of(whole.Body), StringComparison.Ordinal);
        Assert.DoesNotContain(town.Of(Roles.GridOfficer).Phone, SheetText.Of(masked.Body), StringComparison.Ordinal);
        Assert.Equal("contact", Assert.Single(await town.Facts<PersonalDataShown>("platform.personal-data-shown")).Purpose);
    }

    [Theory, EveryDatabase]
    public async Task A_teacher_and_the_administrators_see_no_list_of_people(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        foreach (var role in (Role[])[Roles.Teacher, .. Roles.Administrators])
            Assert.Equal(403, (await town.Client(role).Visit("/people")).Code);
        Assert.Equal(302, (await town.Stranger().Visit("/people")).Code);
    }
}

public sealed class SearchTests
{
    [Theory, EveryDatabase]
    public async Task One_box_finds_units_and_people_of_the_scope(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Contains("西岭村第一网格", (await clerk.Visit("/search?q=西岭")).Text, StringComparison.Ordinal);
        var officer = town.Of(Roles.GridOfficer, town.WestGrid);
        Assert.Contains(
            officer.Name,
            (await clerk.Visit($"/search?q={officer.Phone[^4..]}")).TextOf("section[aria-labelledby=people]"),
            StringComparison.Ordinal
        );
        Assert.Contains("没有找到", (await town.Client(Roles.Liaison).Visit($"/search?q={officer.Phone}")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.Visit("/search")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_read_people_finds_units_alone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var page = await town.Client(Roles.Teacher).Visit($"/search?q={town.Of(Roles.Teacher).Phone}");
        Assert.DoesNotContain(town.Of(Roles.Teacher).Name, page.TextOf("main"), StringComparison.Ordinal);
    }
}
