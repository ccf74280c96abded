using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>Takes every rung that is due, in office time only. Rungs for the office of one asking unit are told together: one message, not one for each late unit.</summary>
internal static class ClimbLadder
{
    internal static Task Run(IServiceProvider services, Db db, JobRun run) =>
        Climb(db, run.TenantId, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<MatterKinds>());

    internal static async Task Climb(Db db, string tenantId, TimeProvider clock, MatterKinds kinds)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var calendar = await TenantCalendar.Load(db, tenantId);
        if (!calendar.IsWorkingTime(now))
            return;

        var due = await db.Set<Escalation>()
            .Where(e => e.TenantId == tenantId && e.NextStepAt <= now)
            .OrderBy(e => e.NextStepAt)
            .ThenBy(e => e.Id)
            .ToListAsync();
        var forOffice = new List<Escalation>();
        foreach (var escalation in due)
            while (escalation.NextStepAt <= now)
            {
                var step = Ladder.Steps[escalation.StepsTaken];
                var isOffice = step == Ladder.Steps[^1];
                var holders = await QueueMessage.Holders(
                    db,
                    tenantId,
                    step.Role,
                    isOffice ? escalation.OfficeUnitId : escalation.UnitId,
                    LocalDay.Of(now)
                );
                if (isOffice)
                    forOffice.Add(escalation);
                else if (holders.Count > 0)
                    Tell(db, escalation, step, kinds, now);
                db.Add(escalation.Take(now, holders.Count, calendar));
                db.RecordByJob(
                    tenantId,
                    escalation.UnitId,
                    new ReminderClimbed(escalation.Id, escalation.UnitId, step.Number, holders.Count),
                    now,
                    escalation.CampaignId
                );
            }
        TellOffices(db, forOffice, kinds, now);
        await db.SaveChangesAsync();
    }

    private static void Tell(Db db, Escalation escalation, LadderStep step, MatterKinds kinds, DateTime now) =>
        db.RecordByJob(
            escalation.TenantId,
            escalation.UnitId,
            new MessageWanted(
                $"ladder/{escalation.Id:N}/{escalation.DueAt:yyyyMMddHHmm}/{step.Number}",
                now < escalation.DueAt ? RemindTexts.Before : RemindTexts.Overdue,
                Recipient.Holders(step.Role, escalation.UnitId),
                escalation.About,
                Values(escalation, kinds)
            ),
            now,
            escalation.CampaignId
        );

    private static void TellOffices(Db db, List<Escalation> late, MatterKinds kinds, DateTime now)
    {
        foreach (var group in late.GroupBy(e => new Subject(e.SubjectKind, e.SubjectId, e.OfficeUnitId)))
            db.RecordByJob(
                group.First().TenantId,
                group.Key.UnitId,
                new MessageWanted(
                    $"ladder/office/{group.Key.Kind}/{group.Key.Id:N}/{group.Key.UnitId:N}/{LocalDay.Of(now):yyyyMMdd}",
                    RemindTexts.Office,
                    Recipient.Holders(Ladder.Steps[^1].Role, group.Key.UnitId),
                    group.Key,
                    new Dictionary<string, string>
                    {
                        ["matter"] = kinds.NameOf(group.Key.Kind),
                        ["count"] = group.Count().ToString(CultureInfo.InvariantCulture),
                    }
                ),
                now,
                group.First().CampaignId
            );
    }

    internal static Dictionary<string, string> Values(Escalation escalation, MatterKinds kinds) =>
        new()
        {
            ["matter"] = kinds.NameOf(escalation.SubjectKind),
            ["unit"] = MessageValue.Unit(escalation.UnitId),
            // The last day to do it: the deadline is the first moment that is too late.
            ["due"] = MessageValue.Day(LocalDay.Of(escalation.DueAt.AddTicks(-1))),
        };
}
