using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Reports.Exports;

/// <summary>写通报说明: the office has written, changed or cleared its remark on one section of a bulletin; the words stand in its row.</summary>
/// <param name="MonthOn">First day of the month.</param>
/// <param name="Section">Number of the section, from 1.</param>
public sealed record BulletinRemarked(Guid UnitId, DateOnly MonthOn, int Section) : Fact
{
    [JsonIgnore]
    public override Guid? Node => UnitId;
}

/// <summary>
/// 印发通报: the figures of a month are fixed as they were printed. Recorded once for each campaign that the bulletin speaks of, so that a duty to report
/// counts itself in each of them. Withdrawn when the bulletin is taken back.
/// </summary>
/// <param name="UnitId">Whose bulletin it is.</param>
/// <param name="OfficeId">Where it counts: the unit in which the office sits that has to report, or the unit itself.</param>
/// <param name="MonthOn">First day of the month.</param>
/// <param name="SnapshotHash">SHA-256 of the figures as they are kept: what was printed can be proven.</param>
public sealed record BulletinIssued(Guid BulletinId, Guid UnitId, Guid OfficeId, DateOnly MonthOn, string SnapshotHash) : Fact
{
    [JsonIgnore]
    public override Guid? Node => OfficeId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [BulletinMeasures.BulletinsIssued.Add()];
}

/// <summary>What this module counts.</summary>
public static class BulletinMeasures
{
    public static readonly Measure BulletinsIssued = new("reports.bulletins-issued", "印发通报", "Bulletins issued", "期");
}
