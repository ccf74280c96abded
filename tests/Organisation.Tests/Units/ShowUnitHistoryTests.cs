using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

public sealed class ShowUnitHistoryTests
{
    [Theory, EveryDatabase]
    public async Task The_whole_history_is_there_page_by_page_and_can_be_searched_and_exported(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        await using (var db = town.Open())
        {
            for (var day = 1; day <= 230; day++)
                db.Record(
                    town.ViewerOf(town.Of(Roles.OfficeClerk)),
                    new UnitCounted(town.EastVillage.Id, 1000 + day, 300, new DateOnly(2026, 1, 1).AddDays(day))
                );
            await db.SaveChangesAsync();
        }

        Assert.Contains("共 230 条", (await clerk.Visit($"/units/{town.EastVillage.Id}/history?page=5")).Text, StringComparison.Ordinal);
        var found = await clerk.Visit($"/units/{town.EastVillage.Id}/history?q=1%2C001");
        Assert.Contains("人口 1,001", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("人口 1,002", found.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.Visit($"/units/{town.EastVillage.Id}/history?format=xlsx")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_may_not_read_people_sees_nobody_named_on_a_unit_and_in_its_history(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var teacher = town.Of(Roles.Teacher);
        await using (var db = town.Open())
        {
            db.Record(
                town.ViewerOf(town.Of(Roles.OfficeClerk)),
                new PersonAppointed(teacher.Appointment.Id, teacher.Person.Id, teacher.Unit.Id, Roles.Teacher.Key, new DateOnly(2026, 1, 1))
            );
            await db.SaveChangesAsync();
        }
        var address = $"/units/{teacher.Unit.Id}";

        Assert.Contains(teacher.Name, (await town.Client(Roles.OfficeClerk).Visit(address + "/history")).TextOf("main"), StringComparison.Ordinal);
        var client = town.Client(teacher);
        Assert.DoesNotContain(teacher.Name, (await client.Visit(address + "/history")).TextOf("main"), StringComparison.Ordinal);
        var unit = (await client.Visit(address)).TextOf("main");
        Assert.DoesNotContain("谁在这里负责", unit, StringComparison.Ordinal);
        Assert.DoesNotContain("户数", unit, StringComparison.Ordinal);
    }
}
