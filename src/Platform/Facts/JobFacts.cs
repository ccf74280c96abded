using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Facts;

/// <summary>Facts that the installation itself records while nobody looks on.</summary>
public static class JobFacts
{
    /// <summary>Records a fact of a job at a unit. Written with the next save.</summary>
    public static Guid RecordByJob(this Db db, string tenantId, Guid unitId, Fact fact, DateTime at, Guid campaignId = default)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(at));
        db.Record(new FactEntry(tenantId, id, fact, unitId, fact.Node ?? unitId, Guid.Empty, campaignId, at, at, LocalDay.Of(at), FactSource.Job));
        return id;
    }
}
