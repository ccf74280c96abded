using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

/// <summary>What a role sees, shown to the security administrator in invented words; and what the administrators themselves find on 今天.</summary>
public sealed class RolePreviewTests
{
    [Theory, EveryDatabase]
    public async Task The_preview_of_a_role_shows_the_very_menu_that_its_holders_have(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var security = town.Client(Roles.SecurityAdministrator);
        var permissions = await security.Visit("/permissions");
        foreach (var role in Roles.All.Where(role => role.SignsIn))
        {
            Assert.NotNull(permissions.Page.QuerySelector($"main a[href='/permissions/{role.Key}']"));
            var preview = await security.Visit($"/permissions/{role.Key}");
            Assert.Equal($"{role.Name}看到什么、能办什么？", preview.Heading);
            var shown = preview.Page.QuerySelector("#role-menu")!.ParentElement!.TextContent;
            foreach (var entry in (await town.Client(role).Visit("/help")).TextsOf(".menu li"))
                Assert.Contains(entry, shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_preview_names_the_acts_and_holds_nothing_of_the_town()
    {
        await using var town = await Town.Build();
        var preview = await town.Client(Roles.SecurityAdministrator).Visit("/permissions/liaison");
        var main = preview.TextOf("main");
        Assert.Contains("登记人员", main, StringComparison.Ordinal);
        Assert.Contains("报送本单位责任人员名单（示例专项行动）", main, StringComparison.Ordinal);
        Assert.DoesNotContain("审批账号", main, StringComparison.Ordinal);
        foreach (var unit in (string[])["东沟村", "西岭村", "派出所"])
            Assert.DoesNotContain(unit, main, StringComparison.Ordinal);
        Assert.Equal(["/permissions"], preview.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Only_the_security_administrator_looks_and_only_at_roles_that_sign_in()
    {
        await using var town = await Town.Build();
        foreach (var role in Roles.All.Where(role => role.SignsIn))
            Assert.Equal(
                (role.Key, role == Roles.SecurityAdministrator ? 200 : 403),
                (role.Key, (await town.Client(role).Visit("/permissions/liaison")).Code)
            );
        var security = town.Client(Roles.SecurityAdministrator);
        Assert.Equal(404, (await security.Visit("/permissions/building-head")).Code);
        Assert.Equal(404, (await security.Visit("/permissions/nobody")).Code);
        Assert.Equal("/sign-in?next=%2Fpermissions%2Fliaison", (await town.Stranger().Visit("/permissions/liaison")).Location);
    }

    [Theory, EveryDatabase]
    public async Task The_administrators_find_on_their_first_page_what_waits_for_them(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        Assert.DoesNotContain("审批", (await town.Client(Roles.SecurityAdministrator).Visit("/")).TextOf("main"), StringComparison.Ordinal);
        await using (var db = town.Open())
        {
            var accounts = db.Accounts.Where(account => account.TenantId == Town.TenantId).ToList();
            Of(Roles.Liaison).ApprovedAt = null;
            Of(Roles.Leader).PasswordHash = null;
            Of(Roles.Lecturer).LockedUntil = Account.Forever;
            await db.SaveChangesAsync();

            Account Of(Role role) => accounts.Single(account => account.Id == town.Of(role).Account!.Id);
        }

        Assert.Contains("审批 1 个账号", (await town.Client(Roles.SecurityAdministrator).Visit("/")).TextOf("main"), StringComparison.Ordinal);
        var system = await town.Client(Roles.SystemAdministrator).Visit("/");
        Assert.Contains("给 1 个已批准的账号打印登录单", system.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("1 个账号已锁定", system.TextOf("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("账号", (await town.Client(Roles.OfficeClerk).Visit("/")).TextOf("main"), StringComparison.Ordinal);
    }
}
