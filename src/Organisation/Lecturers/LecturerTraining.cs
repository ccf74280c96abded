namespace Wuzha.Organisation.Lecturers;

/// <summary>宣讲员培训: a training of lecturers, held by the police station (plan ch. 6 §2).</summary>
internal sealed class LecturerTraining
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid TrainerUnitId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required string Place { get; init; }
    public required string Topic { get; init; }
    public required Guid HeldFactId { get; init; }
    public int Version { get; set; }
}

/// <summary>One lecturer at one training.</summary>
internal sealed class TrainingAttendee
{
    public required string TenantId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid TrainingId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The unit the lecturer speaks for.</summary>
    public required Guid UnitId { get; init; }
    public required Guid FactId { get; init; }
}
