using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

public sealed class SignInTests
{
    [Theory, EveryDatabase]
    public async Task One_signs_in_by_name_and_lands_where_one_wanted_to_go(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var browser = town.Stranger();
        var form = await browser.Visit("/sign-in?next=%2Fme");
        var answer = await browser.Submit(
            form,
            "/sign-in",
            ("name", town.Of(Roles.Liaison).Account!.SignInName.ToUpperInvariant()),
            ("password", Town.Password)
        );
        Assert.Equal((302, "/me"), (answer.Code, answer.Location));
        Assert.Equal(200, (await browser.Visit("/me")).Code);
        Assert.Equal(["platform.signed-in"], await Kinds(town));
    }

    [Theory, EveryDatabase]
    public async Task One_signs_in_by_phone_typed_in_full_width(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var typed = string.Concat(town.Of(Roles.Liaison).Phone.Select(digit => (char)(digit + 0xFEE0)));
        Assert.Equal("/", (await SignIn(town.Stranger(), typed, Town.Password)).Location);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_is_led_out_of_this_site(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        foreach (var next in (string[])["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
        {
            var answer = await town.Stranger()
                .Send("/sign-in", ("name", town.Of(Roles.Liaison).Account!.SignInName), ("password", Town.Password), ("next", next));
            Assert.Equal("/", answer.Location);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var wrongName = await SignIn(town.Stranger(), "nobody-here", "Wrong-2026");
        var wrongPassword = await SignIn(town.Stranger(), town.Of(Roles.Liaison).Account!.SignInName, "Wrong-2026");
        Assert.Equal((422, 422), (wrongName.Code, wrongPassword.Code));
        Assert.Contains("登录名或密码不对", wrongName.Text, StringComparison.Ordinal);
        Assert.Equal(wrongName.TextsOf(".notice"), wrongPassword.TextsOf(".notice"));
        Assert.Equal(["platform.sign-in-failed", "platform.sign-in-failed"], await Kinds(town));
    }

    [Theory, EveryDatabase]
    public async Task What_was_typed_as_a_name_is_kept_in_the_form_and_nowhere_else(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await SignIn(town.Stranger(), "my-secret-password", "x");
        Assert.Equal("my-secret-password", answer.Page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.DoesNotContain("value", answer.Page.QuerySelector("input[name=password]")!.OuterHtml, StringComparison.Ordinal);
        await using var db = town.Open();
        Assert.DoesNotContain("my-secret", (await db.Set<FactRow>().SingleAsync()).Payload, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Empty_fields_are_named(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answer = await SignIn(town.Stranger(), "", "");
        Assert.Equal(422, answer.Code);
        Assert.Contains("请填写登录名或手机号。", answer.Text, StringComparison.Ordinal);
        Assert.Contains("请填写密码。", answer.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Five_failures_lock_for_half_an_hour_even_for_the_right_password(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var name = town.Of(Roles.Liaison).Account!.SignInName;
        for (var i = 0; i < Account.Tries; i++)
            await SignIn(town.Stranger(), name, "Wrong-2026");
        Assert.Equal(422, (await SignIn(town.Stranger(), name, Town.Password)).Code);
        Assert.Contains("platform.account-locked", await Kinds(town));

        town.Clock.Advance(Account.LockTime);
        Assert.Equal(302, (await SignIn(town.Stranger(), name, Town.Password)).Code);
    }

    [Theory, EveryDatabase]
    public async Task Tries_during_a_lock_do_not_lock_once_more_when_it_ends(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var name = town.Of(Roles.Liaison).Account!.SignInName;
        for (var i = 0; i < Account.Tries * 2 + 1; i++)
            Assert.Equal(422, (await SignIn(town.Stranger(), name, i % 2 == 0 ? "Wrong-2026" : Town.Password.ToUpperInvariant())).Code);
        town.Clock.Advance(Account.LockTime);
        Assert.Equal(302, (await SignIn(town.Stranger(), name, Town.Password)).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_slip_that_was_used_opens_only_for_choosing_the_password_within_half_an_hour(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Change(town, Roles.Liaison, account => account.GiveCode(PasswordRules.Hash("abcde-23456"), town.Clock.Now.AddDays(7)));
        var name = town.Of(Roles.Liaison).Account!.SignInName;
        Assert.Equal("/", (await SignIn(town.Stranger(), name, "abcde-23456")).Location);
        town.Clock.Advance(Account.UsedCodeGoodFor - TimeSpan.FromMinutes(1));
        Assert.Equal("/", (await SignIn(town.Stranger(), name, "abcde-23456")).Location);
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("已经过期", (await SignIn(town.Stranger(), name, "abcde-23456")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Many_tries_at_once_do_not_slip_past_the_lock(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var name = town.Of(Roles.Liaison).Account!.SignInName;
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => SignIn(town.Stranger(), name, "Wrong-2026")));
        Assert.Equal(422, (await SignIn(town.Stranger(), name, Town.Password)).Code);
    }

    [Theory, EveryDatabase]
    public async Task Two_windows_of_one_person_come_in_at_the_same_moment(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var name = town.Of(Roles.Liaison).Account!.SignInName;
        var windows = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignIn(town.Stranger(), name, Town.Password)));
        Assert.All(windows, answer => Assert.Equal((302, "/"), (answer.Code, answer.Location)));
    }

    [Theory, EveryDatabase]
    public async Task Only_who_knows_the_password_learns_why_the_account_does_not_open(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var name = town.Of(Roles.Liaison).Account!.SignInName;
        await Change(town, Roles.Liaison, account => account.ApprovedAt = null);
        Assert.Contains("还没有经安全管理员审批", (await SignIn(town.Stranger(), name, Town.Password)).Text, StringComparison.Ordinal);
        Assert.Contains("登录名或密码不对", (await SignIn(town.Stranger(), name, "Wrong-2026")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_one_time_code_that_ran_out_does_not_open(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await Change(town, Roles.Liaison, account => account.GiveCode(PasswordRules.Hash("abcde-23456"), town.Clock.Now.AddDays(7)));
        var name = town.Of(Roles.Liaison).Account!.SignInName;
        town.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Contains("已经过期", (await SignIn(town.Stranger(), name, "abcde-23456")).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_has_no_current_appointment_is_told_so(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        await using (var db = town.Open())
            await db.Appointments.Where(a => a.Id == town.Of(Roles.Liaison).Appointment.Id).ExecuteDeleteAsync();
        var answer = await SignIn(town.Stranger(), town.Of(Roles.Liaison).Account!.SignInName, Town.Password);
        Assert.Contains("没有可以登录的任职", answer.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_password_kept_with_fewer_rounds_is_kept_anew(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var old = new Microsoft.AspNetCore.Identity.PasswordHasher<object>(
            Microsoft.Extensions.Options.Options.Create(new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 1000 })
        ).HashPassword(town, Town.Password);
        await Change(town, Roles.Liaison, account => account.PasswordHash = old);
        Assert.Equal(302, (await SignIn(town.Stranger(), town.Of(Roles.Liaison).Account!.SignInName, Town.Password)).Code);
        await using var db = town.Open();
        Assert.NotEqual(old, (await db.Accounts.SingleAsync(a => a.Id == town.Of(Roles.Liaison).Account!.Id)).PasswordHash);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_needs_the_code_of_the_authenticator_too(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var browser = town.Stranger();
        var second = await SignIn(browser, town.Of(Roles.AuditAdministrator).Account!.SignInName, Town.Password);
        Assert.Equal((200, "输入动态验证码"), (second.Code, second.Heading));
        Assert.Equal(302, (await browser.Visit("/me")).Code);

        Assert.Equal(422, (await browser.Submit(second, "/sign-in/code", ("code", "000000"))).Code);
        var code = Totp.Code(Town.SecondFactor, town.Clock.Now);
        Assert.Equal("/", (await browser.Submit(second, "/sign-in/code", ("code", code))).Location);
        Assert.Equal(200, (await browser.Visit("/me")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_code_works_once(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var code = Totp.Code(Town.SecondFactor, town.Clock.Now);
        var name = town.Of(Roles.AuditAdministrator).Account!.SignInName;
        var (first, second) = (town.Stranger(), town.Stranger());
        Assert.Equal(302, (await first.Submit(await SignIn(first, name, Town.Password), "/sign-in/code", ("code", code))).Code);
        Assert.Equal(422, (await second.Submit(await SignIn(second, name, Town.Password), "/sign-in/code", ("code", code))).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_step_between_password_and_code_ends_after_five_minutes_and_cannot_be_forged(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var browser = town.Stranger();
        var second = await SignIn(browser, town.Of(Roles.AuditAdministrator).Account!.SignInName, Town.Password);
        town.Clock.Advance(TimeSpan.FromMinutes(5));
        var late = await browser.Submit(second, "/sign-in/code", ("code", Totp.Code(Town.SecondFactor, town.Clock.Now)));
        Assert.Contains("等得太久", late.Text, StringComparison.Ordinal);
        var forged = await browser.Send("/sign-in/code", ("ticket", "qingxi"), ("code", "123456"));
        Assert.Contains("等得太久", forged.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Signing_out_ends_the_session_here_and_everywhere_if_asked(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (desk, phone) = (town.Client(Roles.Liaison), town.Client(Roles.Liaison));
        Assert.Equal("/sign-in", (await desk.Send("/sign-out")).Location);
        Assert.Equal(302, (await desk.Visit("/me")).Code);
        Assert.Equal(200, (await phone.Visit("/me")).Code);

        var tablet = town.Client(Roles.Liaison);
        Assert.Equal("/sign-in", (await tablet.Send("/me/sign-out-everywhere")).Location);
        Assert.Equal(302, (await phone.Visit("/me")).Code);
        Assert.Equal(["platform.signed-out", "platform.signed-out"], await Kinds(town));
    }

    [Theory, EveryDatabase]
    public async Task A_copied_cookie_does_not_outlive_the_sign_out(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (desk, thief) = (town.Client(Roles.Liaison), town.Stranger());
        thief.Jar.Add(desk.Jar.GetCookies(desk.BaseAddress!));
        Assert.Equal(200, (await thief.Visit("/me")).Code);
        await desk.Send("/sign-out");
        Assert.Equal(302, (await thief.Visit("/me")).Code);
    }

    [Fact]
    public void Ended_sessions_are_kept_as_long_as_they_would_have_lasted_and_too_many_end_all()
    {
        var now = FakeClock.FridayBeforeQingming;
        var account = Account.Open(Town.TenantId, Guid.CreateVersion7(), 1, Guid.Empty, now);
        var stamp = account.SecurityStamp;
        for (var i = 0; i < 10; i++)
            account.EndSession(Begun(now), now);
        Assert.Equal(10, account.EndedSessions.Split('\n').Length);

        account.EndSession(Begun(now + Session.Longest), now + Session.Longest);
        Assert.Single(account.EndedSessions.Split('\n'));
        Assert.Equal(stamp, account.SecurityStamp);

        for (var i = 0; i < 12; i++)
            account.EndSession(Begun(now + Session.Longest), now + Session.Longest);
        Assert.NotEqual(stamp, account.SecurityStamp);
        Assert.True(account.EndedSessions.Length <= Account.EndedLength);

        static Session Begun(DateTime at) => new(Town.TenantId, Guid.Empty, Guid.Empty, "", at);
    }

    private static Task<Answer> SignIn(TownClient browser, string name, string password) =>
        browser.Send("/sign-in", ("name", name), ("password", password));

    private static async Task<IReadOnlyList<string>> Kinds(Town town)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().OrderBy(fact => fact.Position).Select(fact => fact.Kind).ToListAsync();
    }

    private static async Task Change(Town town, Role role, Action<Account> change)
    {
        await using var db = town.Open();
        change(await db.Accounts.SingleAsync(a => a.Id == town.Of(role).Account!.Id));
        await db.SaveChangesAsync();
    }
}
