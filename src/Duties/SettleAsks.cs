using Microsoft.EntityFrameworkCore;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties;

/// <summary>What settles a duty tells the ladder in the same save, so that nobody is reminded of what he has just done.</summary>
internal static class SettleAsks
{
    /// <param name="which">Which of the open asks are settled; all of these assignments when left out.</param>
    public static async Task Now(Db db, Viewer viewer, IReadOnlyCollection<DutyAssignment> assignments, Func<DutyAsk, bool>? which = null)
    {
        var ids = assignments.Select(one => one.Id).ToList();
        var open = await db.Set<DutyAsk>()
            .Where(ask => ask.TenantId == viewer.TenantId && EF.Parameter(ids).Contains(ask.AssignmentId) && ask.IsOpen)
            .ToListAsync();
        foreach (var ask in open.Where(ask => which is null || which(ask)))
        {
            var assignment = assignments.Single(one => one.Id == ask.AssignmentId);
            ask.Settle();
            db.Record(viewer, new MatterSettled(new Subject(AskDuties.Matter, assignment.Id, assignment.UnitId)), assignment.CampaignId);
        }
    }
}
