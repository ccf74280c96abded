using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Campaigns;

/// <summary>专项行动: what a unit's office carries out with the units under it, from one day to another, on the ground of a plan.</summary>
internal sealed class Campaign
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>发文单位: everything under it takes part unless excluded; only its office edits.</summary>
    public required Guid IssuingUnitId { get; init; }
    public required string Name { get; set; }
    public required DateOnly FromOn { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly UntilOn { get; set; }

    /// <summary>方案文号及名称 as it is cited.</summary>
    public string? PlanReference { get; set; }
    public Guid? StartedFactId { get; private set; }
    public DateTime? StartedAt { get; private set; }
    public Guid? EndedFactId { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Last day for the rosters; null until they are asked for.</summary>
    public DateOnly? RostersDueOn { get; private set; }

    /// <summary>Which reading of the plan's lecturer clause holds here.</summary>
    public QuotaReading QuotaReading { get; set; }
    public Guid? LettersClosedFactId { get; private set; }
    public DateTime? LettersClosedAt { get; private set; }
    public int Version { get; private set; }

    public CampaignState State(DateOnly today) =>
        StartedAt is null ? CampaignState.Draft
        : EndedAt is not null || today > UntilOn ? CampaignState.Ended
        : CampaignState.Running;

    /// <summary>As the pages of every module show it.</summary>
    public CampaignHead Head(Unit issuer, DateOnly today, bool mayEdit) =>
        new(Id, Name, IssuingUnitId, issuer.Name, issuer.Scope, FromOn, UntilOn, State(today), mayEdit)
        {
            EndedOn = EndedAt is { } ended ? LocalDay.Of(ended) : null,
        };

    /// <summary>Any change of the campaign or of its stages raises the version, so that two clerks do not overwrite each other.</summary>
    public void Touch() => Version++;

    public Refusal? Start(Guid factId, DateTime at)
    {
        if (StartedAt is not null)
            return OrganisationRefusals.CampaignAlreadyStarted;

        (StartedFactId, StartedAt) = (factId, at);
        Version++;
        return null;
    }

    public Refusal? End(Guid factId, DateTime at, DateOnly today)
    {
        if (State(today) != CampaignState.Running)
            return OrganisationRefusals.CampaignNotRunning;

        (EndedFactId, EndedAt) = (factId, at);
        Version++;
        return null;
    }

    /// <summary>恢复: takes back the end that the office declared.</summary>
    /// <returns>The fact to withdraw.</returns>
    public Result<Guid> Resume()
    {
        if (EndedFactId is not { } fact)
            return OrganisationRefusals.CampaignNotEndedByOffice;

        (EndedFactId, EndedAt) = (null, null);
        Version++;
        return fact;
    }

    /// <summary>Asks for the rosters or moves their deadline.</summary>
    /// <returns>True when an earlier deadline was moved.</returns>
    public Result<bool> AskRosters(DateOnly dueOn, DateOnly today)
    {
        if (State(today) != CampaignState.Running)
            return OrganisationRefusals.CampaignNotRunning;

        var moved = RostersDueOn is { } before && before != dueOn;
        RostersDueOn = dueOn;
        Version++;
        return moved;
    }

    public Refusal? CloseLetters(Guid factId, DateTime at)
    {
        if (LettersClosedAt is not null)
            return OrganisationRefusals.LettersClosed;

        (LettersClosedFactId, LettersClosedAt) = (factId, at);
        Version++;
        return null;
    }

    /// <returns>The fact to withdraw.</returns>
    public Result<Guid> OpenLetters()
    {
        if (LettersClosedFactId is not { } fact)
            return OrganisationRefusals.LettersOpen;

        (LettersClosedFactId, LettersClosedAt) = (null, null);
        Version++;
        return fact;
    }
}
