using Wuzha.Plans.Exports;
using Wuzha.Platform;

namespace Wuzha.Plans;

/// <summary>Where a plan stands.</summary>
public enum PlanState
{
    /// <summary>审阅中: its proposals are being taken, corrected and dropped.</summary>
    Reading = 0,

    /// <summary>已审完: every proposal is decided.</summary>
    Reviewed = 1,

    /// <summary>已启动: its duties are asked of units.</summary>
    Activated = 2,

    /// <summary>已作废.</summary>
    Discarded = 3,
}

/// <summary>What a plan is read in for.</summary>
public enum PlanPurpose
{
    /// <summary>A campaign of its own.</summary>
    Campaign = 0,

    /// <summary>修订: changes a campaign that is already there.</summary>
    Amendment = 1,
}

/// <summary>What became of asking the office's own model about a plan.</summary>
public enum ModelAnswer
{
    /// <summary>None is set up.</summary>
    NotAsked = 0,

    /// <summary>It is being asked.</summary>
    Awaited = 1,

    /// <summary>It answered; perhaps it had nothing to add.</summary>
    Given = 2,

    /// <summary>It was not reached, too slow, or talked nonsense.</summary>
    Failed = 3,

    /// <summary>It answered when the review was over; nothing was added.</summary>
    TooLate = 4,
}

/// <summary>What the text itself makes doubtful.</summary>
[Flags]
public enum PlanWarnings
{
    None = 0,

    /// <summary>x月x日, 20xx年: blanks that nobody filled.</summary>
    Blanks = 1,

    /// <summary>Characters that the file's encoding lost.</summary>
    LostCharacters = 2,

    /// <summary>The text ends in the middle of a sentence.</summary>
    CutOff = 4,
}

/// <summary>方案: one plan document that an office has read in, with its head as the clerk corrected it. Its text stands in <see cref="PlanText"/>.</summary>
internal sealed class PlanDocument
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>The unit whose office read it in; only that office changes it.</summary>
    public required Guid UnitId { get; init; }
    public required PlanPurpose Purpose { get; init; }

    /// <summary>The campaign that it amends, or that came of it.</summary>
    public Guid? CampaignId { get; set; }

    /// <summary>The plan that this one amends; null where the campaign had none.</summary>
    public Guid? AmendsId { get; init; }
    public PlanState State { get; private set; }
    public string? Title { get; set; }
    public string? Authority { get; set; }
    public string? DocNumber { get; set; }
    public DateOnly? IssuedOn { get; set; }
    public DateOnly? FromOn { get; set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? UntilOn { get; set; }

    /// <summary>领导小组办公室设在哪里, as the plan says.</summary>
    public string? Office { get; set; }

    /// <summary>The upload as it is kept: the original, or its text where the original cannot be kept (.doc, text that was pasted).</summary>
    public required Guid FileId { get; init; }

    /// <summary>SHA-256 of what was uploaded; null for pasted text.</summary>
    public required string? OriginalHash { get; init; }

    /// <summary>Length of the text in UTF-16 units; every span lies inside it.</summary>
    public required int Length { get; init; }
    public required PlanWarnings Warnings { get; init; }
    public required DateTime ReadAt { get; init; }
    public required Guid ReadBy { get; init; }
    public DateTime? ReviewedAt { get; private set; }
    public Guid? ReviewedFactId { get; private set; }
    public DateTime? DiscardedAt { get; private set; }
    public Guid? DiscardedFactId { get; private set; }

    public DateTime? ActivatedAt { get; private set; }
    public Guid? ActivatedFactId { get; private set; }

    /// <summary>From which day its duties are owed.</summary>
    public DateOnly? ActivatedFromOn { get; private set; }

    /// <summary>The leader who agreed to a burden above the ceiling.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>How many duties its activation opened, changed and dropped, and how many assignments came of it.</summary>
    public int DutiesOpened { get; private set; }
    public int DutiesChanged { get; private set; }
    public int DutiesDropped { get; private set; }
    public int Assignments { get; private set; }

    /// <summary>What became of asking the office's own model, and how many proposals it added.</summary>
    public ModelAnswer ModelAnswer { get; private set; }
    public int ModelProposals { get; private set; }

    /// <summary>Where it stood before it was discarded.</summary>
    public PlanState DiscardedFrom { get; private set; }

    /// <summary>Number of the last review act.</summary>
    public int LastChange { get; private set; }
    public int Version { get; private set; }

    /// <summary>What it is called in a list, also while its title is unknown.</summary>
    public string Called => Title ?? "（没有标题的方案）";

    /// <summary>Any change of the plan or of what belongs to it raises the version, so that two clerks do not overwrite each other.</summary>
    public void Touch() => Version++;

    public Refusal? MayChange() => State == PlanState.Reading ? null : PlansRefusals.NotUnderReview;

    /// <summary>The number of the next review act.</summary>
    public int NextChange()
    {
        Touch();
        return ++LastChange;
    }

    /// <summary>审完.</summary>
    /// <param name="open">How many proposals are undecided.</param>
    /// <param name="taken">How many are taken.</param>
    public Refusal? FinishReview(int open, int taken, Guid factId, DateTime at)
    {
        if (MayChange() is { } refusal)
            return refusal;
        if (open > 0)
            return PlansRefusals.StillOpen.With(("count", open));
        if (taken == 0)
            return PlansRefusals.NothingTaken;

        (State, ReviewedAt, ReviewedFactId) = (PlanState.Reviewed, at, factId);
        Touch();
        return null;
    }

    /// <summary>重新审阅.</summary>
    /// <returns>The fact to withdraw.</returns>
    public Result<Guid> TakeUpAgain()
    {
        if (State != PlanState.Reviewed || ReviewedFactId is not { } fact)
            return PlansRefusals.NotReviewed;

        (State, ReviewedAt, ReviewedFactId) = (PlanState.Reading, null, null);
        Touch();
        return fact;
    }

    /// <summary>启用: its duties are asked from now on. What came of it stands here, so that nobody needs to count again.</summary>
    public Refusal? Activate(PlanActivated activated, Guid factId, DateTime at)
    {
        if (State != PlanState.Reviewed)
            return State == PlanState.Activated ? PlansRefusals.AlreadyActivated : PlansRefusals.NotReviewedYet;

        (State, ActivatedAt, ActivatedFactId) = (PlanState.Activated, at, factId);
        (CampaignId, ActivatedFromOn, ApprovedBy) = (activated.CampaignId, activated.FromOn, activated.ApprovedBy);
        (DutiesOpened, DutiesChanged, DutiesDropped) = (activated.Opened, activated.Changed, activated.Dropped);
        Assignments = activated.Assignments;
        Touch();
        return null;
    }

    /// <summary>The office's own model is asked.</summary>
    public void AskModel() => ModelAnswer = ModelAnswer.Awaited;

    /// <summary>The model answered, or will not. The clerk's work goes on beside it: the version stays.</summary>
    /// <param name="added">How many proposals it added.</param>
    public void Answered(ModelAnswer answer, int added) => (ModelAnswer, ModelProposals) = (answer, added);

    public Refusal? Discard(Guid factId, DateTime at)
    {
        if (State == PlanState.Activated)
            return PlansRefusals.AlreadyActivated;
        if (State == PlanState.Discarded)
            return PlansRefusals.AlreadyDiscarded;

        (DiscardedFrom, State, DiscardedAt, DiscardedFactId) = (State, PlanState.Discarded, at, factId);
        Touch();
        return null;
    }

    /// <summary>恢复: where it stood before.</summary>
    /// <returns>The fact to withdraw.</returns>
    public Result<Guid> Restore()
    {
        if (State != PlanState.Discarded || DiscardedFactId is not { } fact)
            return PlansRefusals.NotDiscarded;

        (State, DiscardedAt, DiscardedFactId) = (DiscardedFrom, null, null);
        Touch();
        return fact;
    }
}

/// <summary>The text of a plan as extracted, apart from its head so that lists do not load it.</summary>
internal sealed class PlanText
{
    /// <summary>UTF-16 units.</summary>
    public const int Longest = 1_000_000;

    public required string TenantId { get; init; }
    public required Guid PlanId { get; init; }
    public required string Text { get; init; }
}
