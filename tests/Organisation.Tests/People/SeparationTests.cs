using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Tests.Campaigns;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.People;

/// <summary>三员分立 through every path that makes an appointment: form, handover, roster, import.</summary>
public sealed class SeparationTests
{
    [Theory, EveryDatabase]
    public async Task GB_T_22239_AC_d_an_administrator_gets_no_business_role_by_the_form(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        foreach (var role in Roles.Administrators)
        {
            var answer = await clerk.Send(
                $"/people?unit={town.EastVillage.Id}",
                ("role", Roles.Lecturer.Key),
                ("person", town.Of(role).Person.Id.ToString()),
                ("fromOn", "2026-04-03")
            );
            Assert.Equal((role.Key, 409), (role.Key, answer.Code));
            Assert.Contains("不能兼任业务岗位", answer.Text, StringComparison.Ordinal);
        }
        await NothingChanged(town);
    }

    [Theory, EveryDatabase]
    public async Task GB_T_22239_AC_d_the_form_gives_nobody_an_administrators_role(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        foreach (var role in Roles.Administrators)
        {
            var answer = await clerk.Send(
                $"/people?unit={town.Township.Id}",
                ("role", role.Key),
                ("name", "江小舟"),
                ("phone", "13800007777"),
                ("fromOn", "2026-04-03")
            );
            Assert.Equal((role.Key, 422), (role.Key, answer.Code));
        }
        await NothingChanged(town);
    }

    [Theory, EveryDatabase]
    public async Task GB_T_22239_AC_d_an_administrator_takes_nothing_over(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk)
            .Send(
                $"/appointments/{town.Of(Roles.Liaison).Appointment.Id}/hand-over",
                ("person", town.Of(Roles.SystemAdministrator).Person.Id.ToString()),
                ("fromOn", "2026-04-03")
            );
        Assert.Equal(409, answer.Code);
        await NothingChanged(town);
    }

    [Theory, EveryDatabase]
    public async Task GB_T_22239_AC_d_a_roster_names_no_administrator(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var system = town.Of(Roles.SystemAdministrator);
        // Even if the administrator once served in the village, so that the roster knows the person.
        await using (var db = town.Open())
        {
            db.Add(
                new Appointment
                {
                    TenantId = Town.TenantId,
                    Id = Guid.CreateVersion7(),
                    PersonId = system.Person.Id,
                    UnitId = town.EastVillage.Id,
                    Role = Roles.Lecturer.Key,
                    FromOn = new DateOnly(2025, 1, 1),
                    UntilOn = new DateOnly(2025, 12, 31),
                }
            );
            await db.SaveChangesAsync();
        }
        var id = await town.Asking();
        var answer = await town.Client(Roles.Liaison)
            .Send(
                $"/campaigns/{id}/rosters/{town.EastVillage.Id}/entries",
                ("role", Roles.Liaison.Key),
                ("name", system.Name),
                ("phone", system.Phone)
            );
        Assert.Equal(409, answer.Code);
        Assert.Contains("不能兼任业务岗位", answer.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task GB_T_22239_AC_d_an_import_names_the_line_of_an_administrator(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var system = town.Of(Roles.SystemAdministrator);
        var clerk = town.Client(Roles.OfficeClerk);
        var table = Encoding.UTF8.GetBytes($"单位,姓名,电话,角色\n东沟村,{system.Name},{system.Phone},宣讲员\n");
        var taken = await clerk.Upload("/imports/people", "file", "人员.csv", table);
        var preview = await clerk.Visit(taken.Location!);
        Assert.Contains("不能兼任业务岗位", preview.Text, StringComparison.Ordinal);
        await NothingChanged(town);
    }

    private static async Task NothingChanged(Town town)
    {
        await using var db = town.Open();
        Assert.Equal(town.Members.Count, await db.Appointments.CountAsync());
    }
}
