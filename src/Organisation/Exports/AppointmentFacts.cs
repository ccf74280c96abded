using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation.Exports;

/// <summary>任职: a person serves in a role at a unit from a day on.</summary>
public sealed record PersonAppointed(Guid AppointmentId, Guid PersonId, Guid UnitId, string Role, DateOnly FromOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [Measures.PeopleAppointed.Add()];
}

/// <summary>离任: an appointment has its last day. A handover names the appointment that follows.</summary>
public sealed record AppointmentEnded(Guid AppointmentId, Guid PersonId, Guid UnitId, string Role, DateOnly UntilOn, Guid? HandedToId = null) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [Measures.AppointmentsEnded.Add()];
}

/// <summary>A person's name, phone or post was corrected; the payload says which, never what.</summary>
public sealed record PersonCorrected(Guid PersonId, bool Name, bool Phone, bool Post) : Fact;
