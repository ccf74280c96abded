using FsCheck;
using FsCheck.Fluent;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Lecturers;
using Xunit;

namespace Wuzha.Organisation.Tests.Lecturers;

public sealed class LecturerQuotaTests
{
    [Fact]
    public void Plan_6_2_1001_people_need_two_lecturers() => Assert.Equal(2, LecturerQuota.Need(1001, QuotaReading.EachStartedThousand));

    /// <summary>The vectors of domain.md §5, both readings of the clause.</summary>
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(800, 1, 1)]
    [InlineData(1000, 1, 1)]
    [InlineData(1001, 2, 1)]
    [InlineData(1500, 2, 1)]
    [InlineData(1999, 2, 1)]
    [InlineData(2000, 2, 2)]
    [InlineData(2001, 3, 2)]
    [InlineData(int.MaxValue, 2_147_484, 2_147_483)]
    public void Plan_6_2_vectors_of_both_readings(int population, int started, int full)
    {
        Assert.Equal(started, LecturerQuota.Need(population, QuotaReading.EachStartedThousand));
        Assert.Equal(full, LecturerQuota.Need(population, QuotaReading.EachFullThousand));
    }

    [Fact]
    public void Plan_6_2_an_unknown_population_is_unknown_and_still_needs_the_one_that_everybody_needs()
    {
        Assert.Null(LecturerQuota.Need(null, QuotaReading.EachStartedThousand));
        Assert.Equal(1, LecturerQuota.Shortfall(null, 0));
        Assert.Equal(0, LecturerQuota.Shortfall(null, 1));
    }

    [Fact]
    public void More_people_never_need_fewer_and_the_readings_differ_by_one_at_most() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(0, 5_000_000).ToArbitrary(),
                population =>
                {
                    var started = LecturerQuota.Need(population, QuotaReading.EachStartedThousand)!.Value;
                    var full = LecturerQuota.Need(population, QuotaReading.EachFullThousand)!.Value;
                    var more = LecturerQuota.Need(population + 1, QuotaReading.EachStartedThousand)!.Value;
                    return full >= 1 && started - full is 0 or 1 && more - started is 0 or 1 && (long)started * 1000 >= population;
                }
            )
        );
}
