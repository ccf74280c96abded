using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>
/// Tells the ladder of reminders who has not signed, when its first rung comes near: most units have signed by then and are never in it. Who signs or
/// returns later leaves it in the same transaction (<see cref="KeptReceipts"/>). What has expired stops by itself (DIR9).
/// </summary>
internal static class AskReceipts
{
    private const int AtOnce = 1000;

    /// <summary>The ladder's first rung comes one office day before the deadline; it is told an hour sooner, to be ready then.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    internal static Task Run(IServiceProvider services, Db db, JobRun job) => Ask(db, job.TenantId, services.GetRequiredService<TimeProvider>());

    internal static async Task Ask(Db db, string tenantId, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await TenantCalendar.Load(db, tenantId);
        var open = await db.Set<Directive>()
            .Where(one =>
                one.TenantId == tenantId
                && one.IssuedAt != null
                && one.WithdrawnAt == null
                && one.ExpiredAt == null
                && (one.Signed + one.Returned < one.Addressed || one.ExpiresAt <= now)
            )
            .OrderBy(one => one.DueAt)
            .ThenBy(one => one.Id)
            .ToListAsync();
        foreach (var directive in open)
            if (directive.ExpiresAt <= now)
                await Expire(db, directive, now);
            else if (calendar.SubtractWorkingTime(directive.DueAt!.Value, calendar.Hours.OfficeDay + Ahead) <= now)
                await AskUnsigned(db, directive, now);
    }

    private static async Task AskUnsigned(Db db, Directive directive, DateTime now)
    {
        List<Guid> units;
        do
        {
            await using var transaction = await db.BeginOrJoin();
            units = await Unasked(db, directive, now);
            foreach (var unit in units)
                db.RecordByJob(
                    directive.TenantId,
                    unit,
                    new MatterUnsettled(About(directive, unit), directive.DueAt!.Value, directive.UnitId),
                    now,
                    directive.CampaignId
                );
            await db.SaveChangesAsync();
            await transaction.Commit();
        } while (units.Count > 0);
    }

    /// <summary>Marks the next receipts as asked; whoever signs from here on waits for this transaction and finds the mark.</summary>
    private static async Task<List<Guid>> Unasked(Db db, Directive directive, DateTime now) =>
        await db
            .Database.SqlQuery<Guid>(
                $"""
                update directive_receipts set asked_at = {now}
                where tenant_id = {directive.TenantId} and directive_id = {directive.Id} and signed_at is null and returned_at is null and asked_at is null
                  and unit_id in (
                    select r.unit_id from directive_receipts r
                    where r.tenant_id = {directive.TenantId} and r.directive_id = {directive.Id}
                      and r.signed_at is null and r.returned_at is null and r.asked_at is null
                    order by r.unit_id limit {AtOnce})
                returning unit_id as "Value"
                """
            )
            .ToListAsync();

    /// <summary>Nobody is asked about a directive that was withdrawn or has expired.</summary>
    internal static async Task Settle(Db db, Directive directive, DateTime now)
    {
        var asked = await db.Set<Receipt>()
            .Where(one =>
                one.TenantId == directive.TenantId
                && one.DirectiveId == directive.Id
                && one.AskedAt != null
                && one.SignedAt == null
                && one.ReturnedAt == null
            )
            .Select(one => one.UnitId)
            .ToListAsync();
        foreach (var unit in asked)
            db.RecordByJob(directive.TenantId, unit, new MatterSettled(About(directive, unit)), now, directive.CampaignId);
    }

    private static async Task Expire(Db db, Directive directive, DateTime now)
    {
        directive.Expire(now);
        await Settle(db, directive, now);
        db.RecordByJob(
            directive.TenantId,
            directive.UnitId,
            new DirectiveExpired(directive.Id, directive.UnitId, directive.Addressed - directive.Signed - directive.Returned),
            now,
            directive.CampaignId
        );
        await db.SaveChangesAsync();
    }

    private static Subject About(Directive directive, Guid unit) => new(IssueDirective.Matter, directive.Id, unit);
}
