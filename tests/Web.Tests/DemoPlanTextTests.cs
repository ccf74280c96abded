using Wuzha.Guard.Exports;
using Wuzha.PlanReading;
using Wuzha.Platform.Documents.Reading;
using Wuzha.Web.Demo;
using Xunit;

namespace Wuzha.Web.Tests;

public sealed class DemoPlanTextTests
{
    private static readonly DemoPlanText Demo = new(new DateOnly(2026, 3, 2));

    private static async Task<Plan> Read(byte[] file)
    {
        Assert.True((await DocumentText.Read(file)).Is(out var text, out _));
        return Assert.Single(PlanReader.Read(text));
    }

    [Fact]
    public async Task The_demo_plan_reads_by_the_products_own_reader()
    {
        var plan = await Read(Demo.Plan());
        Assert.Equal("泊云镇防范电信网络诈骗犯罪行动方案", plan.Head.Title);
        Assert.Equal("泊云发〔2026〕8号", plan.Head.DocNumber);
        Assert.Equal(3, plan.Stages.Count);
        Assert.InRange(plan.Text.Length, 3000, 4000);
        Assert.InRange(plan.Duties.Count, 36, 56);
        Assert.Equal(["install-rate", "screenshot"], Rulebook.Read(plan.Text).Select(finding => finding.Rule.Key).Distinct().Order());
    }

    [Fact]
    public async Task The_supplement_adds_and_changes_a_few_duties()
    {
        var plan = await Read(Demo.Supplement());
        Assert.InRange(plan.Duties.Count, 4, 6);
        Assert.Empty(Rulebook.Read(plan.Text));
    }
}
