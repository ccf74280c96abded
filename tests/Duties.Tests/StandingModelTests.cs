using Wuzha.Duties.Exports;
using Wuzha.Platform.Calendar;
using Xunit;

namespace Wuzha.Duties.Tests;

/// <summary>Periods and standings against the slow calculator, over random calendars, cadences, runs, facts and withdrawals.</summary>
public sealed class StandingModelTests
{
    private const int Scenes = 6000;
    private static readonly DateOnly Dawn = new(2026, 1, 1);

    [Fact]
    public void Every_standing_is_what_walking_over_days_and_facts_says()
    {
        var random = new Random(20260401);
        var cases = 0;
        var seen = new HashSet<(TimingKind, CadencePer?, StandingState)>();
        for (var scene = 0; scene < Scenes; scene++)
        {
            var (campaign, timing, run, sources) = (CampaignOf(random), default(Timing)!, default(DutyRun)!, SourcesOf(random));
            (timing, run) = (TimingOf(random, campaign), RunOf(random, campaign));
            var facts = FactsOf(random, campaign);
            var days = Tallied(random, facts);
            var whole = random.Next(1, 4) * (long)timing.Times;
            var today = campaign.FromOn.AddDays(random.Next(-10, campaign.UntilOn.DayNumber - campaign.FromOn.DayNumber + 20));
            var waived = random.Next(5) == 0;

            var periods = Periods.Of(timing, campaign, run, sources);
            var slow = SlowCalculator.Stretches(timing, campaign, run, sources);
            Assert.Equal(
                slow.Select(one => (one.First, one.Last, one.Due, one.Inside, one.Whole)),
                periods.Select(one => (one.FromOn, one.UntilOn, one.DueOn, one.InsideDays, one.WholeDays))
            );
            foreach (var (period, stretch) in periods.Zip(slow))
            {
                var verdict = SlowCalculator.Judge(
                    stretch,
                    whole,
                    day => facts.Where(one => one.Day == day && !one.IsGone).Sum(one => one.Amount),
                    waived,
                    today
                );
                var required = period.Asks(whole);
                var (state, value, reached) = Standings.Of(period, required, days, waived, today);
                Assert.Equal((verdict.State, verdict.Value, verdict.ReachedOn, verdict.Required), (state, value, reached, required));
                seen.Add((timing.Kind, timing.Per, state));
                cases++;
            }
        }

        Assert.True(cases >= 10_000, $"only {cases} cases");
        // A walk that never meets one of these proves nothing about it.
        foreach (var state in Enum.GetValues<StandingState>())
        {
            Assert.Contains(seen, one => one.Item1 == TimingKind.Once && one.Item3 == state);
            Assert.Contains(seen, one => one is (_, CadencePer.Month, _) && one.Item3 == state);
        }
        foreach (var per in Enum.GetValues<CadencePer>())
            Assert.Contains(seen, one => one.Item2 == per && one.Item3 == StandingState.Met);
    }

    /// <summary>Invariant 3 of the design: a fact sent n times counts once; facts in any order give the same standing.</summary>
    [Fact]
    public void Facts_in_any_order_and_sent_again_leave_the_same_standing()
    {
        var random = new Random(3);
        for (var scene = 0; scene < 500; scene++)
        {
            var campaign = CampaignOf(random);
            var facts = FactsOf(random, campaign);
            var timing = TimingOf(random, campaign);
            var first = Tallied(random, facts);
            var second = Tallied(random, facts);

            Assert.Equal(first, second);
            foreach (var period in Periods.Of(timing, campaign, DutyRun.From(campaign.FromOn), PeriodSources.National))
                Assert.Equal(
                    Standings.Of(period, 2, first, isWaived: false, campaign.UntilOn),
                    Standings.Of(period, 2, second, isWaived: false, campaign.UntilOn)
                );
        }
    }

    private sealed record Happening(Guid Id, DateOnly Day, long Amount, bool IsGone);

    private static CampaignPeriod CampaignOf(Random random)
    {
        var from = Dawn.AddDays(random.Next(0, 300));
        return new CampaignPeriod(from, from.AddDays(random.Next(6) == 0 ? random.Next(0, 12) : random.Next(20, 260)));
    }

    private static Timing TimingOf(Random random, CampaignPeriod campaign)
    {
        var length = campaign.UntilOn.DayNumber - campaign.FromOn.DayNumber + 1;
        var from = campaign.FromOn.AddDays(random.Next(3) == 0 ? random.Next(-15, length) : 0);
        var until = random.Next(2) == 0 ? campaign.UntilOn : from.AddDays(random.Next(0, length + 10));
        var per = (CadencePer)random.Next(8);
        int? due =
            random.Next(2) == 0 ? null
            : per == CadencePer.Week ? random.Next(1, 8)
            : random.Next(1, 32);
        return random.Next(8) switch
        {
            0 => Timing.Once(from, until),
            1 => Timing.Continuous(from, until),
            2 => Timing.AtOnce(from),
            _ => Timing.Each(per, random.Next(1, 4), from, until, due),
        };
    }

    private static DutyRun RunOf(Random random, CampaignPeriod campaign)
    {
        var length = campaign.UntilOn.DayNumber - campaign.FromOn.DayNumber + 1;
        var from = random.Next(2) == 0 ? campaign.FromOn : campaign.FromOn.AddDays(random.Next(-5, length + 3));
        var counts = random.Next(3) == 0 ? from.AddDays(-random.Next(0, 70)) : from;
        return new DutyRun(from, counts, random.Next(3) == 0 ? from.AddDays(random.Next(-1, length)) : null);
    }

    private static PeriodSources SourcesOf(Random random)
    {
        var own = Enumerable
            .Range(0, random.Next(0, 12))
            .Select(_ => Dawn.AddDays(random.Next(0, 600)))
            .Distinct()
            .ToDictionary(day => day, day => new DayException(IsWorked: random.Next(2) == 0, "本地安排"));
        var spring = Dawn.AddDays(random.Next(30, 60));
        var autumn = Dawn.AddDays(random.Next(230, 260));
        SchoolTerm[] terms =
            random.Next(2) == 0
                ? []
                : [new SchoolTerm(spring, spring.AddDays(random.Next(100, 150))), new SchoolTerm(autumn, autumn.AddDays(random.Next(120, 150)))];
        MarketDays[] markets = random.Next(4) switch
        {
            0 => [],
            1 => [new MarketDays(MarketRule.Weekdays, [6, 7])],
            2 => [new MarketDays(MarketRule.LunarEndings, [1, 6])],
            _ => [new MarketDays(MarketRule.DayEndings, [3, 8]), new MarketDays(MarketRule.LunarDays, [1, 15])],
        };
        return new PeriodSources(new WorkingCalendar(own, new OfficeHours()), terms, markets);
    }

    private static List<Happening> FactsOf(Random random, CampaignPeriod campaign) =>
        [
            .. Enumerable
                .Range(0, random.Next(0, 60))
                .Select(_ => new Happening(
                    Guid.CreateVersion7(),
                    campaign.FromOn.AddDays(random.Next(-5, campaign.UntilOn.DayNumber - campaign.FromOn.DayNumber + 5)),
                    random.Next(1, 4),
                    random.Next(5) == 0
                )),
        ];

    /// <summary>What a book that takes each id once makes of the facts, sent in a random order, some of them twice, and some withdrawn.</summary>
    private static List<DayValue> Tallied(Random random, List<Happening> facts)
    {
        var book = new HashSet<Guid>();
        var gone = new HashSet<Guid>();
        var tallies = new Dictionary<DateOnly, long>();
        foreach (var fact in facts.Concat(facts.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()))
            if (book.Add(fact.Id))
                tallies[fact.Day] = tallies.GetValueOrDefault(fact.Day) + fact.Amount;
        foreach (var fact in facts.Concat(facts).Where(fact => fact.IsGone).OrderBy(_ => random.Next()))
            if (gone.Add(fact.Id))
                tallies[fact.Day] -= fact.Amount;
        return [.. tallies.Where(day => day.Value != 0).OrderBy(day => day.Key).Select(day => new DayValue(day.Key, day.Value))];
    }
}
