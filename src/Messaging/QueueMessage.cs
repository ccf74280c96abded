using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>Hears the wish and puts one row into the outbox for each person it means. Hearing it again adds nothing.</summary>
internal static class QueueMessage
{
    internal static async Task Hear(IServiceProvider services, Db db, MessageWanted wanted, HeardFact heard)
    {
        var day = LocalDay.Of(heard.OccurredAt);
        var unitId = wanted.To.UnitId ?? wanted.About.UnitId;
        var people = wanted.To.PersonId is { } person ? [person] : await Holders(db, heard.TenantId, wanted.To.Role!, unitId, day);
        var had = await db.Set<Message>().Where(m => m.TenantId == heard.TenantId && m.Key == wanted.Key).Select(m => m.RecipientId).ToListAsync();
        var calendar = await TenantCalendar.Load(db, heard.TenantId);
        var clock = services.GetRequiredService<TimeProvider>();
        foreach (var recipient in people.Except(had))
            db.Add(
                new Message
                {
                    TenantId = heard.TenantId,
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    RecipientId = recipient,
                    Key = wanted.Key,
                    UnitId = unitId,
                    SubjectKind = wanted.About.Kind,
                    SubjectId = wanted.About.Id,
                    SubjectUnitId = wanted.About.UnitId,
                    Template = wanted.Template,
                    Details = MessageText.Write(wanted.Values),
                    Urgency = wanted.Urgency,
                    CampaignId = heard.CampaignId,
                    FactId = heard.Id,
                    WantedAt = heard.OccurredAt,
                    NotBeforeAt = calendar.NextAllowed(heard.OccurredAt, wanted.Urgency),
                }
            );
        await db.SaveChangesAsync();
    }

    /// <summary>Who holds a role at a unit on a day, each once.</summary>
    internal static Task<List<Guid>> Holders(Db db, string tenantId, string role, Guid unitId, DateOnly day) =>
        db
            .Appointments.Where(a =>
                a.TenantId == tenantId && a.UnitId == unitId && a.Role == role && a.FromOn <= day && (a.UntilOn == null || a.UntilOn >= day)
            )
            .Select(a => a.PersonId)
            .Distinct()
            .OrderBy(id => id)
            .ToListAsync();
}
