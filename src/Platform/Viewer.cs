using Wuzha.Platform.Units;

namespace Wuzha.Platform;

/// <summary>One more current appointment of the one who is asking.</summary>
public sealed record OtherAppointment(Guid Id, string UnitName, string RoleName);

/// <summary>Who is asking, in which appointment, with which acts. Resolved once per request; an action that names it never runs for a stranger.</summary>
public sealed record Viewer
{
    public required string TenantId { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid PersonId { get; init; }
    public required Guid AppointmentId { get; init; }

    /// <summary>The unit of the appointment; its subtree is the scope.</summary>
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required Scope Scope { get; init; }

    /// <summary>Key of the role, see <c>Roles</c>.</summary>
    public required string Role { get; init; }
    public required string RoleName { get; init; }
    public required string PersonName { get; init; }

    /// <summary>The other current appointments that this person could switch to.</summary>
    public IReadOnlyList<OtherAppointment> OtherAppointments { get; init; } = [];
    public required IReadOnlySet<string> Acts { get; init; }

    /// <summary>The unit has none above it: what holds for the whole tenant is set by its office.</summary>
    public bool StandsAtTop => Scope.From.Length == UnitId.ToString("N").Length + 1;

    public bool May(Act act) => Acts.Contains(act.Key);
}
