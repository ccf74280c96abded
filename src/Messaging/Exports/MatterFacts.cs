using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Messaging.Exports;

/// <summary>未办结: this subject is unsettled at its unit and due at this moment. The ladder climbs until it hears <see cref="MatterSettled"/>. Saying it again changes nothing; another due moment begins anew.</summary>
/// <param name="OfficeUnitId">The unit whose office asked, told at the last step.</param>
public sealed record MatterUnsettled(Subject About, DateTime DueAt, Guid OfficeUnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => About.UnitId;
}

/// <summary>已办结: the subject is settled at its unit; nobody is reminded any more.</summary>
public sealed record MatterSettled(Subject About) : Fact
{
    [JsonIgnore]
    public override Guid? Node => About.UnitId;
}

/// <summary>催办: one step of the ladder was taken.</summary>
/// <param name="Step">0 liaison, 1 direct responsible, 2 first responsible, 3 office.</param>
/// <param name="Told">How many people were asked to be told; 0 where nobody holds the role.</param>
public sealed record ReminderClimbed(Guid EscalationId, Guid UnitId, int Step, int Told) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>不适用: a reminder was answered by 'not applicable, because …'. The words stand with the reminder, not here. Withdrawn when the office goes on.</summary>
public sealed record ReminderAnswered(Guid EscalationId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>恢复催办: the office did not accept the answer; the ladder goes on.</summary>
public sealed record ReminderResumed(Guid EscalationId, Guid UnitId) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}
