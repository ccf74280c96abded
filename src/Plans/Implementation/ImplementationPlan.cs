using Wuzha.Platform;

namespace Wuzha.Plans.Implementation;

/// <summary>Where a unit's own plan stands.</summary>
public enum ImplementationState
{
    /// <summary>待报送.</summary>
    Asked = 0,

    /// <summary>已退回, to be filed again.</summary>
    Returned = 1,

    /// <summary>已报送，待审.</summary>
    Filed = 2,

    /// <summary>已批准.</summary>
    Approved = 3,

    /// <summary>不再要求.</summary>
    Released = 4,
}

/// <summary>实施方案: a unit's own plan for a campaign, as the office asked for it (requirements PLN3). What was filed stands in <see cref="ImplementationFiling"/>.</summary>
internal sealed class ImplementationPlan
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>The unit whose office asked and decides.</summary>
    public required Guid OfficeUnitId { get; init; }
    public ImplementationState State { get; private set; }

    /// <summary>Last day to file, or after a return to file again; inclusive.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Number of the last filing.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The day of the filing that holds; null while there is none.</summary>
    public DateOnly? FiledOn { get; private set; }
    public int Version { get; private set; }

    /// <summary>Something is owed by the unit.</summary>
    public bool IsOwed => State is ImplementationState.Asked or ImplementationState.Returned;

    /// <summary>Asks for it, asks again after a release, or moves the day. What is filed already is left alone.</summary>
    /// <returns>True when the unit owes something new.</returns>
    public bool Ask(DateOnly dueOn, bool isNew)
    {
        if (isNew || State == ImplementationState.Released)
            State = ImplementationState.Asked;
        else if (!IsOwed || DueOn == dueOn)
            return false;

        DueOn = dueOn;
        Version++;
        return true;
    }

    /// <summary>报送, first or again after a return.</summary>
    public Refusal? File(DateOnly today)
    {
        if (Closed() is { } refusal)
            return refusal;

        (State, FiledOn) = (ImplementationState.Filed, today);
        LastNumber++;
        Version++;
        return null;
    }

    /// <summary>撤回: the unit takes back what nobody has decided about.</summary>
    /// <param name="before">The filing before, which was returned; null when there was none.</param>
    public Refusal? TakeBack(ImplementationFiling? before)
    {
        if (State != ImplementationState.Filed)
            return ImplementationRefusals.NotWaiting;

        (State, FiledOn) = before is null ? (ImplementationState.Asked, null) : (ImplementationState.Returned, (DateOnly?)before.FiledOn);
        Version++;
        return null;
    }

    public Refusal? Approve()
    {
        if (State != ImplementationState.Filed)
            return ImplementationRefusals.NotWaiting;

        State = ImplementationState.Approved;
        Version++;
        return null;
    }

    /// <summary>退回修改.</summary>
    /// <param name="dueOn">Until when it is filed again.</param>
    public Refusal? Return(DateOnly dueOn)
    {
        if (State != ImplementationState.Filed)
            return ImplementationRefusals.NotWaiting;

        (State, DueOn) = (ImplementationState.Returned, dueOn);
        Version++;
        return null;
    }

    /// <summary>撤销审批: the last decision was a mistake.</summary>
    public Refusal? Undo()
    {
        if (State is not (ImplementationState.Approved or ImplementationState.Returned))
            return ImplementationRefusals.NothingDecided;

        State = ImplementationState.Filed;
        Version++;
        return null;
    }

    /// <summary>不再要求.</summary>
    public Refusal? Release()
    {
        if (!IsOwed)
            return ImplementationRefusals.NotOwed;

        State = ImplementationState.Released;
        Version++;
        return null;
    }

    private Refusal? Closed() =>
        State switch
        {
            ImplementationState.Filed => ImplementationRefusals.AlreadyFiled,
            ImplementationState.Approved => ImplementationRefusals.AlreadyApproved,
            ImplementationState.Released => ImplementationRefusals.NotAsked,
            _ => null,
        };
}

/// <summary>One filing of a unit's own plan: text, file or both, and what the office said to it. Filing again is another row.</summary>
internal sealed class ImplementationFiling
{
    public const int TextLength = 20_000;
    public const int AnswerLength = 500;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid PlanId { get; init; }

    /// <summary>From 1 within the unit's plan.</summary>
    public required int Number { get; init; }
    public string? Text { get; init; }
    public Guid? FileId { get; init; }
    public required DateOnly FiledOn { get; init; }

    /// <summary>The deadline it was filed under.</summary>
    public required DateOnly DueOn { get; init; }
    public required DateTime FiledAt { get; init; }
    public required Guid FiledBy { get; init; }
    public required Guid FiledFactId { get; init; }
    public DateTime? TakenBackAt { get; private set; }

    /// <summary>Null while the office has not decided.</summary>
    public bool? IsApproved { get; private set; }
    public string? Answer { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public Guid? DecidedBy { get; private set; }
    public Guid? DecidedFactId { get; private set; }

    public bool IsLate => FiledOn > DueOn;

    public void TakeBack(DateTime at) => TakenBackAt = at;

    public void Decide(bool isApproved, string? answer, Guid by, DateTime at, Guid factId) =>
        (IsApproved, Answer, DecidedBy, DecidedAt, DecidedFactId) = (isApproved, answer, by, at, factId);

    /// <returns>The fact to withdraw.</returns>
    public Guid Undecide()
    {
        var fact = DecidedFactId!.Value;
        (IsApproved, Answer, DecidedBy, DecidedAt, DecidedFactId) = (null, null, null, null, null);
        return fact;
    }
}
