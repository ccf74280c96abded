using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Identity.Accounts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

public sealed class AccountsTests
{
    [Theory, EveryDatabase]
    public async Task A_newcomer_gets_an_account_opened_approved_handed_out_on_paper_and_chooses_a_password(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var newcomer = await Newcomer(town, Roles.Liaison);
        var (system, security) = (town.Client(Roles.SystemAdministrator), town.Client(Roles.SecurityAdministrator));

        var open = await system.Visit("/accounts/new");
        Assert.Contains("甄新来", open.Text, StringComparison.Ordinal);
        Assert.Equal("/accounts?state=waiting", (await system.Submit(open, "/accounts")).Location);

        var waiting = await security.Visit("/accounts/approvals");
        Assert.Equal("/accounts/approvals", (await security.Submit(waiting, "/accounts/approvals")).Location);

        var slips = await system.Submit(await system.Visit("/accounts/slips"), "/accounts/slips");
        Assert.Equal(200, slips.Code);
        var code = Assert.Single(slips.TextsOf(".slip-code"));
        Assert.Contains("http://localhost/sign-in", slips.Text, StringComparison.Ordinal);

        var browser = town.Stranger();
        Assert.Equal("/", (await browser.Send("/sign-in", ("name", newcomer.Phone), ("password", code))).Location);
        Assert.Equal("/password", (await browser.Visit("/me")).Location);
        var chosen = await browser.Submit(
            await browser.Visit("/password"),
            "/password",
            ("old", code),
            ("new", "Green-creek-7"),
            ("again", "Green-creek-7")
        );
        Assert.Equal("/", chosen.Location);
        Assert.Equal(200, (await browser.Visit("/me")).Code);
        Assert.Equal(422, (await town.Stranger().Send("/sign-in", ("name", newcomer.Phone), ("password", code))).Code);
        Assert.Equal(
            [
                "platform.account-opened",
                "platform.account-approved",
                "platform.sign-in-slip-made",
                "platform.signed-in",
                "platform.password-changed",
                "platform.sign-in-failed",
            ],
            await Kinds(town)
        );
    }

    [Theory, EveryDatabase]
    public async Task Only_the_system_administrator_opens_and_only_the_security_administrator_approves(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (opens, approves) = (
            (string[])["/accounts", "/accounts/new", "/accounts/slips", $"/accounts/{town.Of(Roles.Liaison).Account!.Id}"],
            (string[])["/accounts/approvals", "/permissions"]
        );
        foreach (var role in Roles.All.Where(role => role.SignsIn))
        {
            foreach (var path in opens)
                Assert.Equal(
                    (role.Key, path, role == Roles.SystemAdministrator ? 200 : 403),
                    (role.Key, path, (await town.Client(role).Visit(path)).Code)
                );
            foreach (var path in approves)
                Assert.Equal(
                    (role.Key, path, role == Roles.SecurityAdministrator ? 200 : 403),
                    (role.Key, path, (await town.Client(role).Visit(path)).Code)
                );
            Assert.Equal((role.Key, role == Roles.AuditAdministrator ? 200 : 403), (role.Key, (await town.Client(role).Visit("/audit")).Code));
        }
    }

    [Theory, EveryDatabase]
    public async Task An_account_of_another_tenant_is_not_there(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var other = town.Of(Roles.Liaison, town.OtherVillage).Account!;
        var system = town.Client(Roles.SystemAdministrator);
        Assert.Equal(404, (await system.Visit($"/accounts/{other.Id}")).Code);
        foreach (var act in (string[])["lock", "unlock", "close"])
            Assert.Equal((act, 404), (act, (await system.Send($"/accounts/{other.Id}/{act}")).Code));
        Assert.Equal("/accounts/slips", (await system.Send("/accounts/slips", ("days", "7"), ("id", other.Id.ToString()))).Location);
        await using var db = town.Open();
        Assert.Equal(other.SecurityStamp, (await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == other.Id)).SecurityStamp);
    }

    [Theory, EveryDatabase]
    public async Task A_locked_account_is_out_at_once_and_back_after_unlocking(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);
        var (browser, system) = (town.Client(liaison), town.Client(Roles.SystemAdministrator));
        Assert.Equal($"/accounts/{liaison.Account!.Id}", (await system.Send($"/accounts/{liaison.Account!.Id}/lock")).Location);
        Assert.Equal(302, (await browser.Visit("/me")).Code);
        Assert.Equal(422, (await town.Stranger().Send("/sign-in", ("name", liaison.Account.SignInName), ("password", Town.Password))).Code);

        await system.Send($"/accounts/{liaison.Account.Id}/unlock");
        Assert.Equal(302, (await town.Stranger().Send("/sign-in", ("name", liaison.Account.SignInName), ("password", Town.Password))).Code);
        Assert.Equal(409, (await system.Send($"/accounts/{liaison.Account.Id}/unlock")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_does_to_their_own_account_what_another_must_do(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var own = town.Of(Roles.SystemAdministrator).Account!.Id;
        var system = town.Client(Roles.SystemAdministrator);
        foreach (var act in (string[])["lock", "close"])
            Assert.Equal((act, 409), (act, (await system.Send($"/accounts/{own}/{act}")).Code));
        Assert.Equal(409, (await system.Send("/accounts/slips", ("days", "7"), ("id", own.ToString()))).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_slip_is_only_made_for_an_approved_account_and_for_one_to_thirty_days(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Newcomer(town, Roles.Liaison);
        var system = town.Client(Roles.SystemAdministrator);
        await system.Submit(await system.Visit("/accounts/new"), "/accounts");
        await using var db = town.Open();
        var waiting = await db.Accounts.SingleAsync(account => account.ApprovedAt == null);
        Assert.Equal(409, (await system.Send("/accounts/slips", ("days", "7"), ("id", waiting.Id.ToString()))).Code);
        foreach (var days in (string[])["", "0", "31", "七"])
            Assert.Equal((days, 422), (days, (await system.Send("/accounts/slips", ("days", days), ("id", waiting.Id.ToString()))).Code));
    }

    [Theory, EveryDatabase]
    public async Task What_the_security_administrator_does_not_approve_stays_closed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Newcomer(town, Roles.Liaison);
        var (system, security) = (town.Client(Roles.SystemAdministrator), town.Client(Roles.SecurityAdministrator));
        await system.Submit(await system.Visit("/accounts/new"), "/accounts");
        var (path, fields) = ("/accounts/approvals/decline", (await security.Visit("/accounts/approvals")).TextsOf("legend"));
        Assert.Equal(["待审批（1 人）"], fields);
        await using var db = town.Open();
        var account = await db.Accounts.SingleAsync(a => a.ApprovedAt == null);
        Assert.Equal("/accounts/approvals", (await security.Send(path, ("id", account.Id.ToString()))).Location);
        Assert.NotNull((await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id)).ClosedAt);
        Assert.Contains("甄新来", (await system.Visit("/accounts/new")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Leavers_accounts_close_with_their_last_appointment(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);
        await using (var db = town.Open())
        {
            (await db.Appointments.SingleAsync(a => a.Id == liaison.Appointment.Id)).UntilOn = new DateOnly(2026, 4, 2);
            await db.SaveChangesAsync();
        }
        await using (var scope = town.Host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            db.ActFor(Town.TenantId);
            await CloseLeavers.Run(scope.ServiceProvider, db, new JobRun(Town.TenantId, Guid.CreateVersion7(), "", 1));
        }
        await using var after = town.Open();
        Assert.Equal([liaison.Account!.Id], await after.Accounts.Where(a => a.ClosedAt != null).Select(a => a.Id).ToListAsync());
        Assert.Equal(["platform.account-closed"], await Kinds(town));
    }

    [Theory, EveryDatabase]
    public async Task The_log_says_who_did_what_when_and_from_where_and_goes_to_Excel(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);
        await town.Stranger().Send("/sign-in", ("name", liaison.Account!.SignInName), ("password", Town.Password));
        var auditor = town.Client(Roles.AuditAdministrator);
        var page = await auditor.Visit("/audit");
        Assert.Contains("2026-04-03 10:00:00", page.Text, StringComparison.Ordinal);
        Assert.Contains(liaison.Name, page.TextOf("tbody"), StringComparison.Ordinal);
        Assert.Contains("登录", page.TextOf("tbody"), StringComparison.Ordinal);
        Assert.DoesNotContain(liaison.Name, (await auditor.Visit("/audit?kind=platform.signed-out")).Text, StringComparison.Ordinal);
        Assert.Contains(
            liaison.Name,
            (await auditor.Visit("/audit?q=" + Uri.EscapeDataString(liaison.Name))).TextOf("tbody"),
            StringComparison.Ordinal
        );
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (await auditor.Visit("/audit?format=xlsx")).ContentType);
    }

    [Theory, EveryDatabase]
    public async Task GB_T_22239_AC_d_the_system_administrator_neither_impersonates_nor_removes_the_other_two(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var system = town.Client(Roles.SystemAdministrator);
        var (bound, unbound) = (town.Of(Roles.SecurityAdministrator).Account!.Id, town.Of(Roles.AuditAdministrator).Account!.Id);
        await using (var db = town.Open())
        {
            var account = await db.Accounts.SingleAsync(account => account.Id == unbound);
            (account.SecondFactorSealed, account.PasswordHash) = (null, null);
            await db.SaveChangesAsync();
        }

        var list = await system.Visit("/accounts/slips");
        Assert.Null(list.Page.QuerySelector($"input[value='{unbound}']"));
        Assert.Equal(409, (await system.Send("/accounts/slips", ("id", unbound.ToString()), ("days", "7"))).Code);
        Assert.Equal(409, (await system.Send($"/accounts/{unbound}/close")).Code);
        Assert.Equal(409, (await system.Send($"/accounts/{bound}/close")).Code);
        Assert.Empty(await Kinds(town));
        Assert.Equal([$"/accounts/{unbound}/lock"], Acts(await system.Visit($"/accounts/{unbound}")));
        Assert.Equal(["/accounts/slips", $"/accounts/{bound}/lock"], Acts(await system.Visit($"/accounts/{bound}")));

        // With the second factor bound a new password alone lets nobody in.
        var slip = await system.Send("/accounts/slips", ("id", bound.ToString()), ("days", "7"));
        var browser = town.Stranger();
        await browser.Send("/sign-in", ("name", town.Of(Roles.SecurityAdministrator).Phone), ("password", slip.TextOf(".slip-code")));
        Assert.Equal(302, (await browser.Visit("/me")).Code);

        static IEnumerable<string?> Acts(Answer page) => page.Page.QuerySelectorAll("main form").Select(form => form.GetAttribute("action"));
    }

    [Theory, EveryDatabase]
    public async Task The_table_of_permissions_is_the_one_the_gate_asks(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var page = await town.Client(Roles.SecurityAdministrator).Visit("/permissions");
        Assert.Contains(IdentityActs.ApproveAccounts.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal(Roles.All.Count, page.Page.QuerySelectorAll("main tbody tr").Length);
    }

    private static async Task<(string Phone, Guid Id)> Newcomer(Town town, Role role)
    {
        const string phone = "13800009999";
        var vault = town.Host.Services.GetRequiredService<Vault>();
        await using var db = town.Open();
        var person = Person.Of(Town.TenantId, Guid.CreateVersion7(), vault, "甄新来", phone, role.Name);
        db.People.Add(person);
        db.Appointments.Add(
            new Appointment
            {
                TenantId = Town.TenantId,
                Id = Guid.CreateVersion7(),
                PersonId = person.Id,
                UnitId = town.SouthVillage.Id,
                Role = role.Key,
                FromOn = new DateOnly(2026, 4, 1),
            }
        );
        await db.SaveChangesAsync();
        return (phone, person.Id);
    }

    private static async Task<IReadOnlyList<string>> Kinds(Town town)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().OrderBy(fact => fact.Position).ThenBy(fact => fact.Id).Select(fact => fact.Kind).ToListAsync();
    }
}
