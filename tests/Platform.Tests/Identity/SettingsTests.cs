using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

public sealed class SettingsTests
{
    [Theory, EveryDatabase]
    public async Task The_system_administrator_sets_name_organiser_and_address_and_every_page_shows_them(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var system = town.Client(Roles.SystemAdministrator);
        var form = await system.Visit("/settings");
        Assert.Equal("青溪镇反诈工作领导小组办公室", form.Page.QuerySelector("input[name=organiser]")!.GetAttribute("value"));

        var saved = await system.Submit(form, "/settings", ("name", "青溪镇反诈工作台"), ("organiser", "中共青溪镇委政法委员会"));
        Assert.Equal("/settings", saved.Location);
        var page = await town.Client(Roles.Teacher).Visit("/");
        Assert.Contains("主办单位：中共青溪镇委政法委员会", page.TextOf(".footer"), StringComparison.Ordinal);
        Assert.Contains("青溪镇反诈工作台", page.TextOf(".topbar-name"), StringComparison.Ordinal);

        await using var db = town.Open();
        var fact = await db.Set<FactRow>().SingleAsync();
        Assert.Equal("platform.installation-changed", fact.Kind);
        Assert.Contains("\"publicAddress\":false", fact.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("政法", fact.Payload, StringComparison.Ordinal);
        Assert.NotEqual("青溪镇反诈工作台", (await db.Tenants.SingleAsync(tenant => tenant.Id == Town.OtherTenantId)).Name);
    }

    [Theory, EveryDatabase]
    public async Task Saving_the_same_once_more_records_nothing(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var system = town.Client(Roles.SystemAdministrator);
        Assert.Equal("/settings", (await system.Submit(await system.Visit("/settings"), "/settings")).Location);
        var security = town.Client(Roles.SecurityAdministrator);
        Assert.Equal("/settings/security", (await security.Submit(await security.Visit("/settings/security"), "/settings/security")).Location);
        await using var db = town.Open();
        Assert.False(await db.Set<FactRow>().AnyAsync());
    }

    [Theory]
    [InlineData("name", "", "请填写系统名称")]
    [InlineData("organiser", "", "请填写主办单位")]
    [InlineData("publicAddress", "fanzha", "不是网址")]
    [InlineData("publicAddress", "http://fanzha.example.cn", "没有加密")]
    [InlineData("publicAddress", "https://fanzha.example.cn/", "后面不带斜线")]
    [InlineData("publicAddress", "https://fanzha.example.cn/app?x=1", "后面不带斜线")]
    [InlineData("publicAddress", "https://me:pw@fanzha.example.cn", "后面不带斜线")]
    public async Task A_wrong_setting_is_named_and_nothing_is_kept(string field, string typed, string reason)
    {
        await using var town = await Town.Build();
        var system = town.Client(Roles.SystemAdministrator);
        var answer = await system.Submit(await system.Visit("/settings"), "/settings", (field, typed));
        Assert.Equal(422, answer.Code);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
        Assert.Equal(typed, answer.Page.QuerySelector($"input[name={field}]")!.GetAttribute("value"));
        await using var db = town.Open();
        Assert.False(await db.Set<FactRow>().AnyAsync());
        Assert.Equal("http://localhost", (await db.Tenants.SingleAsync(tenant => tenant.Id == Town.TenantId)).PublicAddress);
    }

    [Theory, EveryDatabase]
    public async Task The_policy_is_the_security_administrators_alone_and_every_change_is_recorded(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        foreach (var role in Roles.All.Where(role => role.SignsIn))
        {
            var client = town.Client(role);
            Assert.Equal((role.Key, role == Roles.SecurityAdministrator ? 200 : 403), (role.Key, (await client.Visit("/settings/security")).Code));
            Assert.Equal((role.Key, role == Roles.SystemAdministrator ? 200 : 403), (role.Key, (await client.Visit("/settings")).Code));
        }

        var security = town.Client(Roles.SecurityAdministrator);
        Assert.Equal("/settings/security", (await security.Send("/settings/security", ("passwordDays", "60"), ("idleDays", "45"))).Location);
        await using var db = town.Open();
        Assert.Equal("{\"passwordDays\":60,\"idleDays\":45}", (await db.Set<FactRow>().SingleAsync()).Payload);
        Assert.Equal(90, (await db.Tenants.SingleAsync(tenant => tenant.Id == Town.OtherTenantId)).PasswordDays);
    }

    [Theory]
    [InlineData("29", "90", "密码有效期不能小于 30")]
    [InlineData("181", "90", "密码有效期不能大于 180")]
    [InlineData("九十", "90", "不是整数")]
    [InlineData("90", "", "请填写长期未登录锁定")]
    public async Task A_policy_outside_what_the_standard_bears_is_refused(string password, string idle, string reason)
    {
        await using var town = await Town.Build();
        var answer = await town.Client(Roles.SecurityAdministrator).Send("/settings/security", ("passwordDays", password), ("idleDays", idle));
        Assert.Equal(422, answer.Code);
        Assert.Contains(reason, answer.Text, StringComparison.Ordinal);
    }
}
