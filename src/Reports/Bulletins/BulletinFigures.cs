using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Reports.Bulletins;

/// <summary>How periods that fell due in a month stand: how many of each. What was waived is not asked and stands beside the rest.</summary>
/// <param name="Open">Not done, and its last day in time has not passed: only in a month that still runs.</param>
public sealed record DutySum(int Met, int MetLate, int Overdue, int Open, int Waived)
{
    [JsonIgnore]
    public int Asked => Met + MetLate + Overdue + Open;

    public static DutySum operator +(DutySum one, DutySum other) =>
        new(one.Met + other.Met, one.MetLate + other.MetLate, one.Overdue + other.Overdue, one.Open + other.Open, one.Waived + other.Waived);

    public static DutySum Add(DutySum left, DutySum right) => left + right;
}

/// <summary>One duty over all units. Forms of a duty that followed each other in the month are one.</summary>
public sealed record DutyFigures(Guid DutyId, string Name, DutySum Sum);

/// <summary>One unit with everything below it.</summary>
/// <param name="HasBelow">Some of it was asked of units below.</param>
public sealed record UnitFigures(Guid UnitId, string Name, bool HasBelow, DutySum Sum);

/// <summary>Directives of the month to one unit and what is below it.</summary>
/// <param name="Unsigned">Neither signed nor returned.</param>
public sealed record ReceiptFigures(Guid UnitId, string Name, int Addressed, int InTime, int Late, int Returned, int Unsigned);

/// <summary>What one unit was asked to pass on into its groups.</summary>
/// <param name="Asked">Groups, each time one.</param>
public sealed record RelayFigures(Guid UnitId, string Name, int Asked, int Sent, int Confirmed, long Opens);

/// <summary>What one unit has to hurry with.</summary>
public sealed record UrgentFigures(Guid UnitId, string Name, IReadOnlyList<UrgentDuty> Duties);

/// <param name="Words">How it stands: 应于10月31日前完成，已完成 1 / 2.</param>
/// <param name="AssignmentId">The one it is about; null when there are several units.</param>
/// <param name="FromOn">First day of its only period; null when there are several.</param>
public sealed record UrgentDuty(Guid DutyId, string Name, string Words, Guid? AssignmentId, DateOnly? FromOn);

/// <summary>Everything that a bulletin says in numbers.</summary>
public sealed record BulletinFigures
{
    /// <summary>The moment of the figures (UTC).</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>The month had not ended at that moment.</summary>
    public required bool IsRunning { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }

    /// <summary>How many units were asked for something, those below others too.</summary>
    public required int Units { get; init; }

    /// <summary>Campaigns whose duties fell due in the month or are overdue.</summary>
    public required IReadOnlyList<Guid> Campaigns { get; init; }
    public required IReadOnlyList<DutyFigures> Duties { get; init; }
    public required IReadOnlyList<UnitFigures> ByUnit { get; init; }
    public required IReadOnlyList<ReceiptFigures> Receipts { get; init; }
    public required IReadOnlyList<RelayFigures> Relays { get; init; }
    public required IReadOnlyList<UrgentFigures> Urgent { get; init; }

    [JsonIgnore]
    public DutySum Sum => ByUnit.Aggregate(new DutySum(0, 0, 0, 0, 0), (sum, unit) => sum + unit.Sum);

    [JsonIgnore]
    public bool IsEmpty => Duties.Count + Receipts.Count + Relays.Count + Urgent.Count == 0;
}

/// <summary>What is kept of a bulletin when it is issued: the figures and the words beside them.</summary>
public sealed record BulletinSnapshot(BulletinFigures Figures, IReadOnlyDictionary<BulletinSection, string> Remarks)
{
    public string Write() => JsonSerializer.Serialize(this, FactCatalog.PayloadJson);

    public static BulletinSnapshot Read(string json) => JsonSerializer.Deserialize<BulletinSnapshot>(json, FactCatalog.PayloadJson)!;

    public static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
