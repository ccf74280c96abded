using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Facts;

/// <summary>Facts that the installation itself records while nobody is signed in. Written with the next save; each answers the fact's id.</summary>
public static class UnattendedFacts
{
    /// <summary>Records a fact of a job at a unit.</summary>
    public static Guid RecordByJob(this Db db, string tenantId, Guid unitId, Fact fact, DateTime at, Guid campaignId = default) =>
        Record(db, tenantId, unitId, fact, at, campaignId, FactSource.Job);

    /// <summary>Records what a command on the server did to a unit.</summary>
    public static Guid RecordByServer(this Db db, string tenantId, Guid unitId, Fact fact, DateTime at) =>
        Record(db, tenantId, unitId, fact, at, Guid.Empty, FactSource.Server);

    private static Guid Record(Db db, string tenantId, Guid unitId, Fact fact, DateTime at, Guid campaignId, FactSource source)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(at));
        db.Record(new FactEntry(tenantId, id, fact, unitId, fact.Node ?? unitId, Guid.Empty, campaignId, at, at, LocalDay.Of(at), source));
        return id;
    }
}
