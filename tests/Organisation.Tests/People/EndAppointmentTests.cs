using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.People;

public sealed class EndAppointmentTests
{
    [Theory, EveryDatabase]
    public async Task An_appointment_gets_its_last_day_and_a_fact(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var officer = town.Of(Roles.GridOfficer, town.WestGrid);

        var answer = await town.Client(Roles.OfficeClerk).Send($"/appointments/{officer.Appointment.Id}/end", ("untilOn", "2026-04-02"));

        Assert.Equal($"/people/{officer.Person.Id}", answer.Location);
        await using var db = town.Open();
        var appointment = await db.Appointments.SingleAsync(a => a.TenantId == Town.TenantId && a.Id == officer.Appointment.Id);
        Assert.Equal(new DateOnly(2026, 4, 2), appointment.UntilOn);
        var ended = Assert.Single(await town.Facts<AppointmentEnded>("organisation.appointment-ended"));
        Assert.Equal((officer.Appointment.Id, new DateOnly(2026, 4, 2)), (ended.AppointmentId, ended.UntilOn));
        var page = await town.Client(Roles.OfficeClerk).Visit($"/people/{officer.Person.Id}");
        Assert.Contains("现在没有任职", page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Ending_twice_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var path = $"/appointments/{town.Of(Roles.GridOfficer).Appointment.Id}/end";
        await town.Client(Roles.OfficeClerk).Send(path, ("untilOn", "2026-04-02"));
        var again = await town.Client(Roles.OfficeClerk).Send(path, ("untilOn", "2026-04-03"));
        Assert.Equal(409, again.Code);
        Assert.Single(await town.Facts<AppointmentEnded>("organisation.appointment-ended"));
    }

    [Theory, EveryDatabase]
    public async Task A_day_before_the_first_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Client(Roles.OfficeClerk)
            .Send($"/appointments/{town.Of(Roles.GridOfficer).Appointment.Id}/end", ("untilOn", "2025-12-31"));
        Assert.Equal(422, answer.Code);
        Assert.Contains("不能早于", answer.TextOf("#f-untilOn-error"), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_ends_the_own_appointment_one_of_a_higher_office_or_one_out_of_scope(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Client(Roles.Liaison);
        var day = ("untilOn", "2026-04-03");
        Assert.Equal(403, (await liaison.Send($"/appointments/{town.Of(Roles.Liaison).Appointment.Id}/end", day)).Code);
        Assert.Equal(404, (await liaison.Send($"/appointments/{town.Of(Roles.Liaison, town.WestVillage).Appointment.Id}/end", day)).Code);
        Assert.Equal(
            403,
            (await town.Client(Roles.OfficeClerk).Send($"/appointments/{town.Of(Roles.SystemAdministrator).Appointment.Id}/end", day)).Code
        );
        Assert.Equal(403, (await town.Client(Roles.GridOfficer).Send($"/appointments/{town.Of(Roles.GridChief).Appointment.Id}/end", day)).Code);
        Assert.Empty(await town.Facts<AppointmentEnded>("organisation.appointment-ended"));
    }
}

public sealed class HandOverTests
{
    private static (string, string)[] Successor(string name = "江小舟", string phone = "13800007777", string from = "2026-04-03") =>
        [("name", name), ("phone", phone), ("fromOn", from)];

    [Theory, EveryDatabase]
    public async Task The_successor_begins_the_day_after_the_other_ends(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var officer = town.Of(Roles.GridOfficer);

        var answer = await town.Client(Roles.OfficeClerk).Send($"/appointments/{officer.Appointment.Id}/hand-over", Successor());

        Assert.Equal($"/units/{town.EastFirstGrid.Id}", answer.Location);
        await using var db = town.Open();
        var both = await db
            .Appointments.Where(a => a.TenantId == Town.TenantId && a.UnitId == town.EastFirstGrid.Id && a.Role == "grid-officer")
            .OrderBy(a => a.FromOn)
            .ToListAsync();
        Assert.Equal([new DateOnly(2026, 4, 2), null], both.Select(a => a.UntilOn));
        Assert.Equal(both[1].Id, Assert.Single(await town.Facts<AppointmentEnded>("organisation.appointment-ended")).HandedToId);
    }

    [Theory, EveryDatabase]
    public async Task Handing_over_to_oneself_or_before_the_first_day_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var officer = town.Of(Roles.GridOfficer);
        var clerk = town.Client(Roles.OfficeClerk);
        var path = $"/appointments/{officer.Appointment.Id}/hand-over";

        var early = await clerk.Send(path, Successor(from: "2026-01-01"));
        Assert.Equal(422, early.Code);
        Assert.Contains("第二天", early.TextOf("#f-fromOn-error"), StringComparison.Ordinal);

        var self = await clerk.Send(path, [.. Successor(officer.Name, officer.Phone), ("person", officer.Person.Id.ToString())]);
        Assert.Equal(422, self.Code);
        Assert.Empty(await town.Facts<AppointmentEnded>("organisation.appointment-ended"));
    }

    [Theory, EveryDatabase]
    public async Task An_appointment_out_of_scope_is_not_there(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var path = $"/appointments/{town.Of(Roles.GridOfficer, town.WestGrid).Appointment.Id}/hand-over";
        Assert.Equal(404, (await town.Client(Roles.Liaison).Visit(path)).Code);
        Assert.Equal(404, (await town.Client(Roles.Liaison).Send(path, Successor())).Code);
        Assert.Equal(403, (await town.Client(Roles.Auditor).Send(path, Successor())).Code);
    }
}
