using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Identity.Accounts;
using Wuzha.Platform.Jobs;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

/// <summary>Passwords that became too old, accounts that nobody uses.</summary>
public sealed class AgeTests
{
    private const string Next = "Green-creek-7";

    [Theory, EveryDatabase]
    public async Task GB_T_22239_ID_a_a_password_of_ninety_days_is_renewed_before_anything_else(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await town.Client(Roles.Liaison).Send("/password", ("old", Town.Password), ("new", Next), ("again", Next));

        town.Clock.Advance(TimeSpan.FromDays(89));
        var early = town.Stranger();
        await SignIn(town, early, Next);
        Assert.Equal(200, (await early.Visit("/me")).Code);
        Assert.Contains("2026-07-02 到期", (await early.Visit("/me")).Text, StringComparison.Ordinal);

        town.Clock.Advance(TimeSpan.FromDays(1));
        var late = town.Stranger();
        await SignIn(town, late, Next);
        Assert.Equal("/password", (await late.Visit("/me")).Location);
        var page = await late.Visit("/password");
        Assert.Equal("密码到期，请换一个", page.Heading);
        Assert.Contains("密码到期待改", (await town.Client(Roles.SystemAdministrator).Visit("/accounts")).Text, StringComparison.Ordinal);

        Assert.Equal(422, (await late.Submit(page, "/password", ("old", Next), ("new", Next), ("again", Next))).Code);
        Assert.Equal("/", (await late.Submit(page, "/password", ("old", Next), ("new", "Blue-creek-8"), ("again", "Blue-creek-8"))).Location);
        Assert.Equal(200, (await late.Visit("/me")).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_days_that_the_security_administrator_set_are_the_ones_that_count(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var security = town.Client(Roles.SecurityAdministrator);
        await security.Submit(await security.Visit("/settings/security"), "/settings/security", ("passwordDays", "30"), ("idleDays", "60"));
        await town.Client(Roles.Liaison).Send("/password", ("old", Town.Password), ("new", Next), ("again", Next));

        town.Clock.Advance(TimeSpan.FromDays(30));
        var browser = town.Stranger();
        await SignIn(town, browser, Next);
        Assert.Equal("/password", (await browser.Visit("/me")).Location);

        town.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Contains("超过 60 天", (await SignIn(town, town.Stranger(), Next)).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task GB_T_22239_AC_c_an_account_unused_for_ninety_days_is_locked_until_an_administrator_opens_it(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        town.Clock.Advance(TimeSpan.FromDays(60));
        await SignIn(town, town.Stranger(), Town.Password, Roles.Leader);

        town.Clock.Advance(TimeSpan.FromDays(31));
        await Round(town);
        Assert.True(await IsLocked(town, Roles.Liaison));
        Assert.False(await IsLocked(town, Roles.Leader));
        Assert.Equal(422, (await SignIn(town, town.Stranger(), Town.Password)).Code);
        Assert.Contains("\"idleDays\":90", await LastLock(town, Roles.Liaison), StringComparison.Ordinal);

        var before = await Facts(town, "platform.account-locked");
        await Round(town);
        Assert.Equal(before, await Facts(town, "platform.account-locked"));

        await Wake(town, Roles.SystemAdministrator);
        var system = town.Client(Roles.SystemAdministrator);
        var id = town.Of(Roles.Liaison).Account!.Id;
        Assert.Equal($"/accounts/{id}", (await system.Submit(await system.Visit($"/accounts/{id}"), $"/accounts/{id}/unlock")).Location);
        await Round(town);
        Assert.False(await IsLocked(town, Roles.Liaison));
        Assert.Equal("/", (await SignIn(town, town.Stranger(), Town.Password)).Location);
    }

    [Theory, EveryDatabase]
    public async Task An_idle_account_that_the_round_has_not_met_is_locked_at_the_door_and_only_its_holder_learns_why(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        town.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Contains("登录名或密码不对", (await SignIn(town, town.Stranger(), "Wrong-2026")).Text, StringComparison.Ordinal);
        var told = await SignIn(town, town.Stranger(), Town.Password);
        Assert.Equal(403, told.Code);
        Assert.Contains("超过 90 天没有登录", told.Text, StringComparison.Ordinal);
        Assert.True(await IsLocked(town, Roles.Liaison));
        Assert.Contains("登录名或密码不对", (await SignIn(town, town.Stranger(), Town.Password)).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_new_slip_counts_as_use(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        town.Clock.Advance(TimeSpan.FromDays(91));
        await using (var db = town.Open())
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == town.Of(Roles.Liaison).Account!.Id);
            account.GiveCode(PasswordRules.Hash("abcde-23456"), town.Clock.Now.AddDays(7));
            await db.SaveChangesAsync();
        }
        await Round(town);
        Assert.False(await IsLocked(town, Roles.Liaison));
        Assert.Equal("/", (await SignIn(town, town.Stranger(), "abcde-23456")).Location);
    }

    private static Task<Answer> SignIn(Town town, TownClient browser, string password, Role? role = null) =>
        browser.Send("/sign-in", ("name", town.Of(role ?? Roles.Liaison).Account!.SignInName), ("password", password));

    private static async Task Round(Town town)
    {
        await using var db = town.Open();
        await LockIdle.Run(town.Host.Services, db, new JobRun(Town.TenantId, Guid.Empty, "", 1));
    }

    private static async Task Wake(Town town, Role role)
    {
        await using var db = town.Open();
        (await db.Accounts.SingleAsync(a => a.Id == town.Of(role).Account!.Id)).LockedUntil = null;
        var account = await db.Accounts.SingleAsync(a => a.Id == town.Of(role).Account!.Id);
        town.Of(role).Account!.SecurityStamp = account.SecurityStamp;
        await db.SaveChangesAsync();
    }

    private static async Task<bool> IsLocked(Town town, Role role)
    {
        await using var db = town.Open();
        return (await db.Accounts.SingleAsync(a => a.Id == town.Of(role).Account!.Id)).LockedUntil == Account.Forever;
    }

    private static async Task<int> Facts(Town town, string kind)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().CountAsync(fact => fact.Kind == kind);
    }

    private static async Task<string> LastLock(Town town, Role role)
    {
        await using var db = town.Open();
        var locks = await db.Set<FactRow>().Where(fact => fact.Kind == "platform.account-locked").Select(fact => fact.Payload).ToListAsync();
        return locks.Single(payload => payload.Contains(town.Of(role).Account!.Id.ToString(), StringComparison.Ordinal));
    }
}
