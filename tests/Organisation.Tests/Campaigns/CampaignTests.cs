using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Xunit;

namespace Wuzha.Organisation.Tests.Campaigns;

public sealed class CampaignTests
{
    private static readonly DateOnly First = new(2026, 4, 1);
    private static readonly DateOnly Last = new(2026, 6, 30);

    [Fact]
    public void Is_a_draft_until_it_is_started()
    {
        Assert.Equal(CampaignState.Draft, New().State(First.AddDays(10)));
        Assert.Equal(CampaignState.Draft, New().State(Last.AddDays(10)));
    }

    [Fact]
    public void Runs_through_its_last_day_and_has_ended_the_day_after()
    {
        var campaign = Started();
        Assert.Equal(CampaignState.Running, campaign.State(Last));
        Assert.Equal(CampaignState.Ended, campaign.State(Last.AddDays(1)));
    }

    [Fact]
    public void Starting_twice_is_refused() =>
        Assert.Equal(OrganisationRefusals.CampaignAlreadyStarted, Started().Start(Guid.CreateVersion7(), DateTime.UnixEpoch));

    [Fact]
    public void The_office_ends_it_early_and_resumes_it()
    {
        var campaign = Started();
        var fact = Guid.CreateVersion7();
        Assert.Null(campaign.End(fact, DateTime.UnixEpoch, First));
        Assert.Equal(CampaignState.Ended, campaign.State(First));
        Assert.True(campaign.Resume().Is(out var withdrawn, out _));
        Assert.Equal(fact, withdrawn);
        Assert.Equal(CampaignState.Running, campaign.State(First));
    }

    [Fact]
    public void A_draft_cannot_be_ended_and_a_running_one_not_resumed()
    {
        Assert.Equal(OrganisationRefusals.CampaignNotRunning, New().End(Guid.CreateVersion7(), DateTime.UnixEpoch, First));
        Assert.Equal(OrganisationRefusals.CampaignNotEndedByOffice, Started().Resume().Refusal);
    }

    [Theory]
    [InlineData("2026-04-01", "2026-04-10", null)]
    [InlineData("2026-04-21", "2026-06-30", null)]
    [InlineData("2026-04-10", "2026-04-01", "organisation.ends-before-it-begins")]
    [InlineData("2026-03-31", "2026-04-10", "organisation.stage-outside-campaign")]
    [InlineData("2026-06-01", "2026-07-01", "organisation.stage-outside-campaign")]
    [InlineData("2026-04-01", "2026-04-11", "organisation.stage-overlaps")]
    [InlineData("2026-04-20", "2026-04-25", "organisation.stage-overlaps")]
    [InlineData("2026-04-12", "2026-04-13", "organisation.stage-overlaps")]
    public void A_stage_lies_inside_the_period_and_beside_the_others(string from, string until, string? code)
    {
        Stage[] others = [StageOf("2026-04-11", "2026-04-20")];
        Assert.Equal(code, Stage.Fits(New(), others, DateOnly.Parse(from), DateOnly.Parse(until))?.Code);
    }

    [Fact]
    public void A_shorter_period_may_not_cut_a_stage()
    {
        Stage[] stages = [StageOf("2026-04-11", "2026-04-20")];
        Assert.Null(Stage.FitIn(stages, First, new DateOnly(2026, 4, 20)));
        Assert.Equal("organisation.period-cuts-stage", Stage.FitIn(stages, First, new DateOnly(2026, 4, 19))?.Code);
    }

    private static Campaign New() =>
        new()
        {
            TenantId = "t",
            Id = Guid.CreateVersion7(),
            IssuingUnitId = Guid.CreateVersion7(),
            Name = "专项行动",
            FromOn = First,
            UntilOn = Last,
        };

    private static Campaign Started()
    {
        var campaign = New();
        Assert.Null(campaign.Start(Guid.CreateVersion7(), DateTime.UnixEpoch));
        return campaign;
    }

    private static Stage StageOf(string from, string until) =>
        new()
        {
            TenantId = "t",
            Id = Guid.CreateVersion7(),
            CampaignId = Guid.CreateVersion7(),
            Kind = StageKind.Concentrated,
            Name = "集中行动",
            FromOn = DateOnly.Parse(from),
            UntilOn = DateOnly.Parse(until),
        };
}
