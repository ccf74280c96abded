using Wuzha.Platform;

namespace Wuzha.Reports.Bulletins;

/// <summary>通报: what a unit's office has printed about a month, fixed as it was printed.</summary>
internal sealed class Bulletin
{
    public const int SnapshotLength = 8_000_000;

    /// <summary>One for each campaign; more than so many never run in one place.</summary>
    public const int MostFacts = 100;
    public const int FactsLength = MostFacts * 33;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly MonthOn { get; init; }

    /// <summary>Figures and remarks as JSON, see <see cref="BulletinSnapshot"/>.</summary>
    public required string Snapshot { get; init; }

    /// <summary>SHA-256 of <see cref="Snapshot"/>.</summary>
    public required string SnapshotHash { get; init; }
    public required Guid IssuedBy { get; init; }
    public required DateTime IssuedAt { get; init; }

    /// <summary>The facts it was issued by, one for each campaign.</summary>
    public required string FactWords { get; init; }
    public Guid? WithdrawnBy { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public int Version { get; private set; }

    public IEnumerable<Guid> FactIds => FactWords.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N"));

    /// <summary>撤回: it counts as never issued, and may be issued anew.</summary>
    public Refusal? TakeBack(Guid by, DateTime at)
    {
        if (WithdrawnAt is not null)
            return ReportsRefusals.NotIssued;

        (WithdrawnBy, WithdrawnAt) = (by, at);
        Version++;
        return null;
    }
}
