using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>宣讲员培训: a training was held; who attended follows as <see cref="LecturerTrained"/>. Withdrawn with the training.</summary>
public sealed record LecturerTrainingHeld(Guid CampaignId, Guid TrainingId, Guid TrainerUnitId, DateOnly HeldOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => TrainerUnitId;
}

/// <summary>宣讲员参训: one lecturer attended one training. Counts at the unit the lecturer speaks for.</summary>
public sealed record LecturerTrained(Guid CampaignId, Guid TrainingId, Guid PersonId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [CampaignMeasures.LecturersTrained.Add()];
}
