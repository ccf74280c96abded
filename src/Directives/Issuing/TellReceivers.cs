using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>
/// Tells everybody who is addressed that a directive came, or that it was withdrawn: a wish for a message at each unit, a thousand in one transaction. The
/// wishes have ids of their own, so a job that is killed and begins anew wishes nothing twice.
/// </summary>
internal static class TellReceivers
{
    public const string Kind = "directives.tell-receivers";
    public const string Issued = "directives.issued";
    public const string Withdrawn = "directives.withdrawn";

    /// <summary>Another subject than the issue itself: about one thing a person is told once a day, and a withdrawal must not be swallowed.</summary>
    public const string Withdrawal = "directives.withdrawal";

    private const int AtOnce = 1000;

    public static Job Job(Directive directive, string template, DateTime now) =>
        new()
        {
            TenantId = directive.TenantId,
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            Kind = Kind,
            Payload = $"{template} {directive.Id}",
            DueAt = now,
            EnqueuedAt = now,
        };

    internal static async Task Run(IServiceProvider services, Db db, JobRun job)
    {
        var (template, id) = (job.Payload.Split(' ')[0], Guid.Parse(job.Payload.Split(' ')[1]));
        var directive = await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.TenantId == job.TenantId && one.Id == id);
        // Whoever has not heard of it yet need not hear that it is gone.
        if (template == Issued && directive.State != DirectiveState.Issued)
            return;

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        for (var from = 0; from < directive.Addressed; from += AtOnce)
        {
            var units = await db.Set<Receipt>()
                .Where(one => one.TenantId == job.TenantId && one.DirectiveId == id)
                .OrderBy(one => one.UnitId)
                .Select(one => one.UnitId)
                .Skip(from)
                .Take(AtOnce)
                .ToListAsync();
            foreach (var unit in units)
                db.Record(Wish(directive, template, unit, now));
            await db.SaveChangesAsync();
        }
    }

    private static FactEntry Wish(Directive directive, string template, Guid unit, DateTime now) =>
        new(
            directive.TenantId,
            FactId.From(template, directive.Id, unit),
            new MessageWanted(
                $"{template}/{directive.Id:N}",
                template,
                Recipient.Holders(directive.ToRole, unit),
                new Subject(template == Issued ? IssueDirective.Matter : Withdrawal, directive.Id, unit),
                new Dictionary<string, string>
                {
                    ["unit"] = MessageValue.Unit(unit),
                    ["kind"] = DirectiveWords.Of(directive.Kind),
                    ["issued"] = MessageValue.Moment(directive.IssuedAt!.Value),
                    ["due"] = MessageValue.Moment(directive.DueAt!.Value),
                }
            ),
            directive.UnitId,
            unit,
            Guid.Empty,
            directive.CampaignId,
            // The moment of the cause, not of this run: a second run must say the very same.
            template == Issued
                ? directive.IssuedAt!.Value
                : directive.WithdrawnAt!.Value,
            now,
            LocalDay.Of(template == Issued ? directive.IssuedAt!.Value : directive.WithdrawnAt!.Value),
            FactSource.Job
        );
}
