using Wuzha.Guard.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Guard.Tests;

public sealed class ListRulesTests
{
    [Theory, EveryDatabase]
    public async Task Every_rule_stands_there_with_its_source_and_what_is_done_instead(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);

        var page = await town.Client(Roles.Liaison).Visit("/rules");

        Assert.Equal("什么不能要求基层做？", page.Heading);
        Assert.Equal(GuardRules.All.Select(rule => rule.Name), page.TextsOf("td.card-title"));
        Assert.Contains("国办函〔2026〕12号", page.Text, StringComparison.Ordinal);
        Assert.Contains("不设安装、注册指标", page.Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_word_finds_the_rules_that_speak_of_it(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var liaison = town.Client(Roles.Liaison);

        Assert.Equal(["截图佐证"], (await liaison.Visit("/rules?q=截图")).TextsOf("td.card-title"));
        Assert.Contains("没有符合条件的底线", (await liaison.Visit("/rules?q=养猪")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("个人排名", (await liaison.Visit("/rules?standing=stated")).TextsOf("td.card-title"));
        Assert.Equal(Platform.Sheets.SheetFile.ContentType, (await liaison.Visit("/rules?format=xlsx")).ContentType);
    }

    [Theory, EveryDatabase]
    public async Task Who_reads_campaigns_reads_the_rules(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);

        Assert.Equal(302, (await town.Stranger().Visit("/rules")).Code);
        Assert.Equal(200, (await town.Client(Roles.Auditor).Visit("/rules")).Code);
        Assert.Equal(403, (await town.Client(Roles.SystemAdministrator).Visit("/rules")).Code);
    }
}
