using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Wuzha.Web.CommandLine;
using Xunit;

namespace Wuzha.Web.Tests;

public sealed partial class AdminCommandTests
{
    [Theory, EveryDatabase]
    public async Task Who_lost_phone_and_recovery_codes_is_let_in_anew_and_the_audit_log_says_so(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await ServeCommandTests.SetUp(process);
        await using (var db = process.Open())
        {
            var lost = await Holder(db, Roles.AuditAdministrator);
            lost.SetSecondFactor([1], 0, ["ABC"]);
            lost.ChangePassword("old", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            lost.Lock();
            await db.SaveChangesAsync();
        }

        var (stamp, known) = (await Stamp(process), await Known(process));
        var (code, said, error) = await process.Run("", "admin", "replace", "审计管理员");
        Assert.True(code == 0, error);
        Assert.Contains("甄三", said, StringComparison.Ordinal);
        await using var after = process.Open();
        var account = await Holder(after, Roles.AuditAdministrator);
        Assert.True(
            account
                is { SecondFactorSealed: null, RecoveryHashes: "", MustChangePassword: true, LockedUntil: null, ClosedAt: null, ApprovedAt: not null }
        );
        Assert.NotEqual(stamp, account.SecurityStamp);
        Assert.True(PasswordRules.IsRight(account.PasswordHash, Code().Match(said).Groups[1].Value));
        Assert.Equal(
            ["platform.administrator-replaced", "platform.second-factor-changed", "platform.sign-in-slip-made"],
            (await Facts(after, known)).Select(fact => fact.Kind)
        );
        Assert.Contains("\"isAnother\":false", (await Facts(after, known))[0].Payload, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Another_person_takes_the_post_and_the_former_one_is_out_at_once(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await ServeCommandTests.SetUp(process);
        Guid former;
        var known = await Known(process);
        await using (var db = process.Open())
            former = (await Holder(db, Roles.SystemAdministrator)).Id;
        var (code, said, error) = await process.Run("", "admin", "replace", "system-administrator", "--name", "甄五", "--phone", "138 0000 0005");
        Assert.True(code == 0, error);
        Assert.Contains("甄五", said, StringComparison.Ordinal);

        await using var after = process.Open();
        Assert.NotNull((await after.Accounts.SingleAsync(account => account.Id == former)).ClosedAt);
        var account = await after.Accounts.SingleAsync(account => account.Id != former && account.SignInName == "qingxi-004");
        Assert.True(account is { ApprovedAt: not null, MustChangePassword: true });
        var appointment = await after.Appointments.SingleAsync(one => one.PersonId == account.PersonId);
        Assert.Equal((Roles.SystemAdministrator.Key, null), (appointment.Role, appointment.UntilOn));
        Assert.Equal(
            [
                "organisation.appointment-ended",
                "organisation.person-appointed",
                "platform.account-approved",
                "platform.account-closed",
                "platform.account-opened",
                "platform.administrator-replaced",
                "platform.sign-in-slip-made",
            ],
            (await Facts(after, known)).Select(fact => fact.Kind)
        );
        Assert.All(await Facts(after, known), fact => Assert.Equal(FactSource.Server, fact.Source));

        // The former account is closed: nobody holds it, and the post is held by the new one alone from tomorrow on.
        var (again, _, _) = await process.Run("", "admin", "replace", "system-administrator", "--account", "qingxi-004");
        Assert.Equal(0, again);
    }

    [Theory, EveryDatabase]
    public async Task The_three_stay_three_persons_without_business_of_their_own(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await ServeCommandTests.SetUp(process);
        var known = await Known(process);
        await Refused(process, "不能兼任其中两个", "安全管理员", "--name", "甄三", "--phone", "13800000003");
        await Refused(process, "不能兼任业务岗位", "安全管理员", "--name", "甄四", "--phone", "13800000004");
        await Refused(process, "登记的是另一个姓名", "安全管理员", "--name", "甄五", "--phone", "13800000004");
        Assert.Equal(known, await Known(process));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_but_the_three_is_reset_from_the_server(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await ServeCommandTests.SetUp(process);
        await Refused(process, "不是三名管理员之一", "反诈办干事");
        await Refused(process, "不是三名管理员之一", "root");
        await Refused(process, "姓名和手机号都要写", "安全管理员", "--name", "甄五");
        await Refused(process, "姓名和手机号都要写", "安全管理员", "--name", "甄五", "--phone", "12");
        await Refused(process, "没有找到这名安全管理员", "安全管理员", "--account", "qingxi-001");
        await Refused(process, "没有找到这个系统", "安全管理员", "--tenant", "baishan");
    }

    [Theory, EveryDatabase]
    public async Task When_several_hold_a_post_the_one_meant_is_named(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await ServeCommandTests.SetUp(process);
        await using (var db = process.Open())
        {
            var vault = KeyFile.Open(Path.Combine(process.Folder, "keys"));
            var unit = await db.Units.SingleAsync();
            var person = Person.Of("qingxi", Guid.CreateVersion7(), vault, "甄六", "13800000006", null);
            db.AddRange(
                person,
                new Appointment
                {
                    TenantId = "qingxi",
                    Id = Guid.CreateVersion7(),
                    PersonId = person.Id,
                    UnitId = unit.Id,
                    Role = Roles.SecurityAdministrator.Key,
                    FromOn = new DateOnly(2026, 1, 1),
                },
                Account.Open("qingxi", person.Id, 9, Guid.Empty, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))
            );
            await db.SaveChangesAsync();
        }
        await Refused(process, "qingxi-009", "安全管理员");
        var (code, said, error) = await process.Run("", "admin", "replace", "安全管理员", "--account", "qingxi-009");
        Assert.True(code == 0, error);
        Assert.Contains("甄六", said, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_slip_opens_the_running_system_and_the_lost_session_is_void(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var before = town.Client(Roles.SecurityAdministrator);
        Assert.Equal(200, (await before.Visit("/me")).Code);
        string code;
        await using (var db = town.Open())
        {
            var replacing = new ReplaceAdministrator(
                db,
                town.Host.Services.GetRequiredService<Vault>(),
                town.Clock,
                Town.TenantId,
                Roles.SecurityAdministrator
            );
            Assert.True((await replacing.Do(null, null, null)).Is(out var slip, out _));
            code = slip.Code;
        }

        Assert.Equal(302, (await before.Visit("/me")).Code);
        var browser = town.Stranger();
        var name = town.Of(Roles.SecurityAdministrator).Account!.SignInName;
        Assert.Equal("/", (await browser.Send("/sign-in", ("name", name), ("password", code))).Location);
        Assert.Equal("/password", (await browser.Visit("/")).Location);
        var page = await browser.Visit("/password");
        await browser.Submit(page, "/password", ("old", code), ("new", "Green-creek-7"), ("again", "Green-creek-7"));
        Assert.Equal("/second-factor", (await browser.Visit("/")).Location);
        Assert.Contains("重置或更换管理员", (await town.Client(Roles.AuditAdministrator).Visit("/audit")).Text, StringComparison.Ordinal);
    }

    private static async Task Refused(WuzhaProcess process, string why, params string[] args)
    {
        var (code, said, error) = await process.Run("", ["admin", "replace", .. args]);
        Assert.Equal((why, Commands.Refused), (why, code));
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.DoesNotContain("one-time code", said, StringComparison.Ordinal);
    }

    private static async Task<Account> Holder(Db db, Role role)
    {
        var person = await db.Appointments.Where(one => one.Role == role.Key).Select(one => one.PersonId).SingleAsync();
        return await db.Accounts.SingleAsync(account => account.PersonId == person);
    }

    private static async Task<string> Stamp(WuzhaProcess process)
    {
        await using var db = process.Open();
        return (await Holder(db, Roles.AuditAdministrator)).SecurityStamp;
    }

    private static async Task<List<Guid>> Known(WuzhaProcess process)
    {
        await using var db = process.Open();
        return await db.Set<FactRow>().Select(fact => fact.Id).Order().ToListAsync();
    }

    private static async Task<IReadOnlyList<FactRow>> Facts(Db db, List<Guid> known) =>
        [.. (await db.Set<FactRow>().ToListAsync()).Where(fact => !known.Contains(fact.Id)).OrderBy(fact => fact.Kind, StringComparer.Ordinal)];

    [GeneratedRegex("one-time code：([a-z2-9]{5}-[a-z2-9]{5})", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
