using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Guard.Exports;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

public sealed class DutyBurdenTests
{
    /// <summary>A Monday in the middle of the campaign.</summary>
    private static readonly DateOnly Monday = new(2026, 4, 13);

    [Theory, EveryDatabase]
    public async Task Each_period_weighs_in_the_week_in_which_it_is_due(DatabaseKind kind)
    {
        await using var duties = await DutyTown.Started(kind);
        var (east, west) = (duties.Town.EastVillage, duties.Town.WestVillage);
        await duties.Opened(
            DutyTown.Draft(Timing.Each(CadencePer.Week, 2, DutyTown.First, DutyTown.Last), east, west) with
            {
                Kind = "push",
                Title = "推送防骗提示",
            }
        );
        await duties.Opened(DutyTown.Draft(Timing.Once(DutyTown.First, Monday.AddDays(2)), east));
        await duties.Opened(DutyTown.Draft(Timing.Once(DutyTown.First, Monday.AddDays(2)), east) with { Kind = "roster", Title = "报送名单" });
        await using var db = duties.Open();
        var sources = duties.Town.Host.Services.GetRequiredService<BurdenSources>();

        var week = await Burden.Of(db, sources, Town.TenantId, [east.Id, west.Id, duties.Town.SouthVillage.Id], Monday);
        var next = await Burden.Of(db, sources, Town.TenantId, [east.Id], Monday.AddDays(7));

        // Two pushes of ten minutes each week, and one visit of 240; the roster is counted where it is asked for.
        Assert.Equal(new BurdenSum(3, 260, 0), week[east.Id]);
        Assert.Equal(new BurdenSum(2, 20, 0), week[west.Id]);
        Assert.Equal(default, week[duties.Town.SouthVillage.Id]);
        Assert.Equal(new BurdenSum(2, 20, 0), next[east.Id]);
    }
}
