using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Lists;
using Wuzha.Platform.Files;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Details;

/// <summary>One record of work with the names opened.</summary>
/// <param name="MayWithdraw">By whom it was recorded, or by the unit that owes the duty.</param>
public sealed record WorkView(
    Guid Id,
    DateOnly OnDay,
    int Amount,
    string Place,
    string Remark,
    Guid? FileId,
    string? FileName,
    string By,
    DateTime At,
    DateTime? WithdrawnAt,
    bool MayWithdraw
);

internal static class CountedWork
{
    private sealed record WorkRow(WorkRecord Record, string? FileName);

    /// <summary>The records of an assignment, the latest day first; withdrawn ones too.</summary>
    public static async Task<IReadOnlyList<WorkView>> Of(Db db, Vault vault, AssignmentHere here, DateOnly first, DateOnly last)
    {
        var (tenant, id) = (here.Viewer.TenantId, here.Assignment.Id);
        // An amended duty goes on with the records of the form before it.
        var node = here.Assignment.NodeId;
        var rows = await (
            from record in db.Set<WorkRecord>().AsNoTracking()
            join assignment in db.Set<DutyAssignment>()
                on new { record.TenantId, record.AssignmentId } equals new { assignment.TenantId, AssignmentId = assignment.Id }
            where record.TenantId == tenant && (assignment.Id == id || assignment.NodeId == node)
            where record.OnDay >= first && record.OnDay <= last
            from attached in db.Set<StoredFile>().Where(one => one.TenantId == tenant && one.Id == record.FileId).DefaultIfEmpty()
            orderby record.OnDay descending, record.Id descending
            select new WorkRow(record, attached == null ? null : attached.Name)
        ).ToListAsync();
        var names = await DutyLines.Names(db, tenant, vault, rows.Select(row => (Guid?)row.Record.RecordedBy));
        return
        [
            .. rows.Select(row => new WorkView(
                row.Record.Id,
                row.Record.OnDay,
                row.Record.Amount,
                row.Record.Place,
                row.Record.Remark,
                row.Record.FileId,
                row.FileName,
                names.GetValueOrDefault(row.Record.RecordedBy, "未知"),
                row.Record.RecordedAt,
                row.Record.WithdrawnAt,
                row.Record.WithdrawnAt is null && row.Record.AssignmentId == id && here.MayRecord
            )),
        ];
    }
}
