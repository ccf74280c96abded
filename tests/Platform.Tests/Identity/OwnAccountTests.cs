using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

public sealed class OwnAccountTests
{
    [Theory]
    [InlineData("Ab3-xyz", "至少 8 位")]
    [InlineData("abcdefgh1", "太简单")]
    [InlineData("LIAISON-xx-1", "不能带有登录名")]
    [InlineData("my-phone", "手机号")]
    [InlineData("Admin@123", "太常见")]
    [InlineData("aBC@123456", "太常见")]
    [InlineData("Qingxi-2026", "重复")]
    public async Task A_weak_password_is_refused_with_the_reason(string password, string reason)
    {
        await using var town = await Town.Build();
        var browser = town.Client(Roles.Liaison);
        if (reason == "不能带有登录名")
            password = "Aa1-" + town.Of(Roles.Liaison).Account!.SignInName;
        if (password == "my-phone")
            password = "Aa-" + town.Of(Roles.Liaison).Phone;
        var answer = await browser.Send("/password", ("old", Town.Password), ("new", password), ("again", password));
        Assert.Equal(422, answer.Code);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_last_five_passwords_are_refused_and_the_sixth_is_forgotten(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var browser = town.Client(Roles.Liaison);
        var now = Town.Password;
        for (var i = 1; i <= Account.Remembered; i++)
            now = await To($"New-word-{i}", 303);
        await To("New-word-1", 422);
        now = await To("New-word-6", 303);
        await To("New-word-1", 303);

        async Task<string> To(string next, int code)
        {
            Assert.Equal(
                (next, code),
                (next, (await browser.Submit(await browser.Visit("/password"), "/password", ("old", now), ("new", next), ("again", next))).Code)
            );
            return next;
        }
    }

    [Theory, EveryDatabase]
    public async Task The_old_password_and_twice_the_same_new_one_are_needed(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var browser = town.Client(Roles.Liaison);
        var wrong = await browser.Send("/password", ("old", "Wrong-2026"), ("new", "Green-creek-7"), ("again", "Green-creek-7"));
        Assert.Contains("现在的密码不对", wrong.Text, StringComparison.Ordinal);
        var differ = await browser.Send("/password", ("old", Town.Password), ("new", "Green-creek-7"), ("again", "Green-creek-8"));
        Assert.Contains("两遍输入的新密码不一样", differ.Text, StringComparison.Ordinal);
        var empty = await browser.Send("/password");
        Assert.Contains("请填写新密码。", empty.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_new_password_ends_the_sessions_elsewhere(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (desk, phone) = (town.Client(Roles.Liaison), town.Client(Roles.Liaison));
        await desk.Send("/password", ("old", Town.Password), ("new", "Green-creek-7"), ("again", "Green-creek-7"));
        Assert.Equal(200, (await desk.Visit("/me")).Code);
        Assert.Equal(302, (await phone.Visit("/me")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Anyone_may_bind_an_authenticator_sign_in_with_a_recovery_code_once_and_take_it_off(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var browser = town.Client(Roles.Liaison);
        var setup = await browser.Visit("/second-factor");
        var secret = setup.TextOf("ol code");
        Assert.Equal(422, (await browser.Submit(setup, "/second-factor", ("code", "000000"))).Code);
        var bound = await browser.Submit(setup, "/second-factor", ("code", Totp.Code(secret, town.Clock.Now)));
        var codes = bound.TextsOf(".recovery-codes code");
        Assert.Equal(10, codes.Count);

        Assert.Equal(("/", "/"), (await SignIn(codes[0]), await SignIn(codes[1].ToUpperInvariant())));
        Assert.Null(await SignIn(codes[0]));
        var page = await browser.Visit("/second-factor");
        var wrong = await browser.Submit(page, "/second-factor/remove", ("removalPassword", "Wrong-2026"));
        Assert.Equal(422, wrong.Code);
        Assert.Contains("现在的密码不对", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await browser.Submit(page, "/second-factor/remove")).Code);
        Assert.Equal("/me", (await browser.Submit(page, "/second-factor/remove", ("removalPassword", Town.Password))).Location);
        Assert.Equal("/me", (await browser.Send("/second-factor/remove")).Location);
        Assert.Equal(["platform.second-factor-changed", "platform.second-factor-changed"], await Kinds(town, "platform.second-factor-changed"));

        async Task<string?> SignIn(string code)
        {
            var elsewhere = town.Stranger();
            var second = await elsewhere.Send("/sign-in", ("name", town.Of(Roles.Liaison).Phone), ("password", Town.Password));
            return (await elsewhere.Submit(second, "/sign-in/code", ("code", code))).Location;
        }
    }

    [Theory, EveryDatabase]
    public async Task A_desk_left_open_does_not_hand_the_account_to_another_phone(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var browser = town.Client(Roles.AuditAdministrator);
        var setup = await browser.Visit("/second-factor");
        var code = Totp.Code(setup.TextOf("ol code"), town.Clock.Now);
        Assert.Equal(422, (await browser.Submit(setup, "/second-factor", ("code", code))).Code);
        Assert.Equal(422, (await browser.Submit(setup, "/second-factor", ("code", code), ("password", "Wrong-2026"))).Code);
        Assert.Empty(await Kinds(town, "platform.second-factor-changed"));
        Assert.Equal(200, (await browser.Submit(setup, "/second-factor", ("code", code), ("password", Town.Password))).Code);
        Assert.Single(await Kinds(town, "platform.second-factor-changed"));
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_cannot_take_the_second_factor_off(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        foreach (var role in Roles.Administrators)
            Assert.Equal(409, (await town.Client(role).Send("/second-factor/remove")).Code);
    }

    [Theory, EveryDatabase]
    public async Task One_switches_among_own_current_appointments_only(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Of(Roles.Liaison);
        var second = new Appointment
        {
            TenantId = Town.TenantId,
            Id = Guid.CreateVersion7(),
            PersonId = liaison.Person.Id,
            UnitId = town.WestGrid.Id,
            Role = Roles.GridOfficer.Key,
            FromOn = new DateOnly(2026, 2, 1),
        };
        await using (var db = town.Open())
        {
            db.Appointments.Add(second);
            await db.SaveChangesAsync();
        }

        var browser = town.Client(liaison);
        var page = await browser.Visit("/help");
        Assert.Equal(["西岭村第一网格 · 网格员"], page.TextsOf(".topbar-switch button"));
        Assert.Equal("/", (await browser.Submit(page, $"/me/appointments/{second.Id}")).Location);
        Assert.Contains("西岭村第一网格", (await browser.Visit("/me")).TextOf(".topbar-unit"), StringComparison.Ordinal);
        Assert.Equal(404, (await browser.Send($"/me/appointments/{town.Of(Roles.Teacher).Appointment.Id}")).Code);
        Assert.Equal(["platform.appointment-switched"], await Kinds(town, "platform.appointment-switched"));

        await using (var db = town.Open())
        {
            (await db.Appointments.SingleAsync(a => a.Id == second.Id)).UntilOn = new DateOnly(2026, 4, 2);
            await db.SaveChangesAsync();
        }
        Assert.Equal(302, (await browser.Visit("/me")).Code);
        Assert.Equal(404, (await town.Client(liaison).Send($"/me/appointments/{second.Id}")).Code);
    }

    [Fact]
    public void RFC_6238_test_vectors_hold()
    {
        // The RFC's secret is the ASCII digits 1 to 0, twice; its codes have eight digits, ours are their last six.
        const string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        foreach (var (seconds, code) in ((long, string)[])[(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")])
            Assert.Equal((seconds, code), (seconds, Totp.Code(secret, DateTime.UnixEpoch.AddSeconds(seconds))));
    }

    private static async Task<IReadOnlyList<string>> Kinds(Town town, string kind)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().Where(fact => fact.Kind == kind).Select(fact => fact.Kind).ToListAsync();
    }
}
