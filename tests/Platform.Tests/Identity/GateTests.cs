using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

public sealed class GateTests
{
    [Theory, EveryDatabase]
    public async Task An_address_that_leads_nowhere_answers_404(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        Assert.Equal(404, (await town.Stranger().Visit("/nowhere")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_is_led_to_sign_in_and_back(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Stranger().Visit("/me?a=1");
        Assert.Equal((302, "/sign-in?next=%2Fme%3Fa%3D1"), (answer.Code, answer.Location));
    }

    [Theory, EveryDatabase]
    public async Task A_strangers_form_is_refused_before_it_is_read(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await town.Stranger().Send("/me/sign-out-everywhere");
        Assert.Equal((302, "/sign-in"), (answer.Code, answer.Location));
    }

    [Theory, EveryDatabase]
    public async Task A_form_without_its_token_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        Assert.Equal(400, (await town.Client(Roles.Liaison).Post("/sign-out")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_is_signed_in_sees_own_unit_and_role(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var page = await town.Client(Roles.Liaison).Visit("/me");
        Assert.Equal(200, page.Code);
        Assert.Contains("东沟村", page.Text, StringComparison.Ordinal);
        Assert.Contains("联络员", page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task An_appointment_that_ended_yesterday_is_out_at_the_next_request(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Client(Roles.Liaison);
        Assert.Equal(200, (await liaison.Visit("/me")).Code);
        await Change(town, town.Of(Roles.Liaison), (_, appointment) => appointment.UntilOn = new DateOnly(2026, 4, 2));
        Assert.Equal(302, (await liaison.Visit("/me")).Code);
    }

    [Theory, EveryDatabase]
    public async Task An_appointment_lasts_through_its_last_day_in_China(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Change(town, town.Of(Roles.Liaison), (_, appointment) => appointment.UntilOn = new DateOnly(2026, 4, 3));
        town.Clock.Set(new DateTime(2026, 4, 3, 15, 59, 59, DateTimeKind.Utc));
        Assert.Equal(200, (await town.Client(Roles.Liaison).Visit("/me")).Code);
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await town.Client(Roles.Liaison).Visit("/me")).Code);
    }

    [Theory, EveryDatabase]
    public async Task An_appointment_that_begins_tomorrow_lets_nobody_in(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Replace(town, town.Of(Roles.Liaison), new DateOnly(2026, 4, 4));
        Assert.Equal(302, (await town.Client(Roles.Liaison).Visit("/me")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_changed_stamp_a_lock_and_a_closed_account_end_the_session(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        foreach (
            var end in (Action<Account>[])
                [a => a.Restamp(), a => a.LockedUntil = Account.Forever, a => a.ClosedAt = town.Clock.Now, a => a.ApprovedAt = null]
        )
        {
            var role = Roles.Of(Ended[^1]);
            Ended.RemoveAt(Ended.Count - 1);
            var client = town.Client(role);
            Assert.Equal(200, (await client.Visit("/me")).Code);
            await Change(town, town.Of(role), (account, _) => end(account));
            Assert.Equal(302, (await client.Visit("/me")).Code);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_session_ends_when_idle_and_at_the_latest_after_twelve_hours(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var idle = town.Client(Roles.Liaison);
        town.Clock.Advance(Session.Idle + TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await idle.Visit("/me")).Code);

        var busy = town.Client(Roles.Teacher);
        for (var time = TimeSpan.Zero; time < Session.Longest; time += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(200, (await busy.Visit("/me")).Code);
            town.Clock.Advance(TimeSpan.FromMinutes(20));
        }
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await busy.Visit("/me")).Code);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_who_got_a_second_role_by_any_way_is_not_let_in(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        foreach (
            var (holder, second) in ((Role, Role)[])
                [
                    (Roles.SystemAdministrator, Roles.AuditAdministrator),
                    (Roles.AuditAdministrator, Roles.OfficeClerk),
                    (Roles.SecurityAdministrator, Roles.BuildingHead),
                ]
        )
        {
            await using (var db = town.Open())
            {
                db.Appointments.Add(
                    new Appointment
                    {
                        TenantId = Town.TenantId,
                        Id = Guid.CreateVersion7(),
                        PersonId = town.Of(holder).Person.Id,
                        UnitId = town.Township.Id,
                        Role = second.Key,
                        FromOn = new DateOnly(2026, 2, 1),
                    }
                );
                await db.SaveChangesAsync();
            }
            Assert.Equal(302, (await town.Client(holder).Visit("/me")).Code);
        }
    }

    [Theory, EveryDatabase]
    public async Task Who_owes_a_password_or_a_second_factor_gets_no_further(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Change(town, town.Of(Roles.Liaison), (account, _) => account.MustChangePassword = true);
        await Change(town, town.Of(Roles.AuditAdministrator), (account, _) => account.SecondFactorSealed = null);
        Assert.Equal("/password", (await town.Client(Roles.Liaison).Visit("/me")).Location);
        Assert.Equal("/second-factor", (await town.Client(Roles.AuditAdministrator).Visit("/me")).Location);
        Assert.Equal(200, (await town.Client(Roles.Liaison).Visit("/password")).Code);
        Assert.Equal(200, (await town.Client(Roles.AuditAdministrator).Visit("/second-factor")).Code);
    }

    private readonly List<string> Ended = [Roles.Liaison.Key, Roles.Lecturer.Key, Roles.Teacher.Key, Roles.LobbyManager.Key];

    private static async Task Change(Town town, Member member, Action<Account, Appointment> change)
    {
        await using var db = town.Open();
        change(await db.Accounts.SingleAsync(a => a.Id == member.Account!.Id), await db.Appointments.SingleAsync(a => a.Id == member.Appointment.Id));
        await db.SaveChangesAsync();
    }

    private static async Task Replace(Town town, Member member, DateOnly from)
    {
        await using var db = town.Open();
        await db.Appointments.Where(a => a.Id == member.Appointment.Id).ExecuteDeleteAsync();
        db.Appointments.Add(
            new Appointment
            {
                TenantId = Town.TenantId,
                Id = member.Appointment.Id,
                PersonId = member.Person.Id,
                UnitId = member.Unit.Id,
                Role = member.Appointment.Role,
                FromOn = from,
            }
        );
        await db.SaveChangesAsync();
    }
}
