using Wuzha.Platform;

namespace Wuzha.Duties;

/// <summary>工作记录: a plain record of work for a duty that no module measures: when, where, how much (requirements DTY5).</summary>
internal sealed class WorkRecord
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid AssignmentId { get; init; }
    public required DateOnly OnDay { get; init; }
    public required int Amount { get; init; }
    public required string Place { get; init; }
    public required string Remark { get; init; }

    /// <summary>An optional file; its row says who may open it.</summary>
    public Guid? FileId { get; init; }
    public required Guid RecordedBy { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required Guid FactId { get; init; }
    public Guid? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public int Version { get; private set; }

    public Refusal? Withdraw(Guid by, DateTime at)
    {
        if (WithdrawnAt is not null)
            return DutiesRefusals.WorkGone;

        (WithdrawnBy, WithdrawnAt) = (by, at);
        Version++;
        return null;
    }
}
