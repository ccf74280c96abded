using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Guard.Suggestions;

/// <summary>
/// 开箱: in office hours of a working day, all notes without a name that were put in on days before today reach their offices together. Nothing tells in
/// which order or at what hour they were written.
/// </summary>
internal static class OpenBox
{
    internal static async Task Run(IServiceProvider services, Db db, JobRun job)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var calendar = await TenantCalendar.Load(db, job.TenantId);
        if (!calendar.IsWorkingTime(now))
            return;

        var today = LocalDay.Of(now);
        // The tail of the id is chance, and so is the order.
        var notes = await db.Set<Suggestion>()
            .Where(one => one.TenantId == job.TenantId && one.OpenedOn == null && one.FiledOn < today)
            .OrderBy(one => one.Id)
            .ToListAsync();
        var offices = notes.Select(one => one.ToUnitId).Distinct().ToList();
        var above = await db
            .Units.Where(unit => unit.TenantId == job.TenantId && offices.Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId ?? unit.Id);
        foreach (var note in notes)
            db.RecordByJob(job.TenantId, note.ToUnitId, note.Open(today, above[note.ToUnitId], calendar), now);
        await db.SaveChangesAsync();
    }
}
