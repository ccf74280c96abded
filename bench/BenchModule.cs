using Wuzha.Platform;
using Wuzha.Platform.Facts;

namespace Wuzha.Bench;

/// <summary>A household visit of the size that the engine's script writes: about 300 bytes of payload, two measures.</summary>
public sealed record VisitMade(
    Guid Grid,
    Guid Household,
    Guid Officer,
    Guid Notice,
    Guid Pledge,
    Guid Signature,
    int Outcome,
    int Leaflets,
    bool Installed
) : Fact
{
    public override Guid? Node => Grid;

    public override IEnumerable<Posting> Postings => [BenchModule.Visits.Add(), BenchModule.Leaflets.Add(Leaflets)];
}

public sealed class BenchModule : Module
{
    public static readonly Measure Visits = new("bench.visits", "入户", "Visits", "户次");
    public static readonly Measure Leaflets = new("bench.leaflets", "发放资料", "Leaflets", "份");

    public override void Facts(FactCatalog facts) => facts.Add<VisitMade>("bench.visit-made", "入户", Visits, Leaflets);
}
