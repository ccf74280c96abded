using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>What a channel is given for one recipient: the phone is open only here.</summary>
internal sealed record OutgoingText(Guid MessageId, string Phone, string Text);

/// <summary>
/// Sends what may leave now. Each message is claimed by its own commit before it goes out and noted by another afterwards: killed in between it stays
/// 'sending', is found again after ten minutes and becomes doubtful for a person to decide – never sent twice, never forgotten.
/// </summary>
internal static class SendMessages
{
    public const string Channel = "dry-run";
    private const int AtOnce = 200;
    private static readonly TimeSpan CutShort = TimeSpan.FromMinutes(10);

    internal static async Task Run(IServiceProvider services, Db db, JobRun run)
    {
        var sender = new MessageSender(
            db,
            services.GetRequiredService<MessageTemplates>(),
            services.GetRequiredService<Vault>(),
            services.GetRequiredService<TimeProvider>(),
            // The dry run: standing on the page 待发 is all the delivery there is.
            _ => Task.CompletedTask
        );
        await sender.NoteCutShort(run.TenantId, CutShort);
        await sender.SendDue(run.TenantId, AtOnce);
    }
}

/// <summary>One pass over one tenant's outbox.</summary>
internal sealed class MessageSender(Db db, MessageTemplates templates, Vault vault, TimeProvider clock, Func<OutgoingText, Task> deliver)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What was claimed longer than <paramref name="ago"/> and never noted is doubtful.</summary>
    public async Task NoteCutShort(string tenantId, TimeSpan ago)
    {
        var before = Now - ago;
        var left = await db.Set<Message>()
            .Where(m => m.TenantId == tenantId && m.State == MessageState.Sending && m.ClaimedAt < before)
            .ToListAsync();
        foreach (var message in left)
            message.NoteDoubtful();
        await db.SaveChangesAsync();
    }

    public async Task SendDue(string tenantId, int atMost)
    {
        var calendar = await TenantCalendar.Load(db, tenantId);
        var now = Now;
        var due = await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.TenantId == tenantId && m.State == MessageState.Waiting && m.NotBeforeAt <= now)
            .OrderBy(m => m.NotBeforeAt)
            .ThenBy(m => m.Id)
            .Take(atMost)
            .ToListAsync();
        foreach (var message in due)
        {
            db.ChangeTracker.Clear();
            db.Attach(message);
            await SendOne(message, calendar);
        }
    }

    private async Task SendOne(Message message, WorkingCalendar calendar)
    {
        if (calendar.NextAllowed(Now, message.Urgency) is var allowed && allowed > Now)
        {
            await Hold(message, allowed);
            return;
        }
        if (await Escalation.IsOver(db, message))
        {
            message.CancelAsSettled(Now);
            await SaveUnlessTaken();
            return;
        }
        if (await ToldToday(message))
        {
            await HoldUntilTomorrow(message, calendar);
            return;
        }
        if (await OpenPhone(message) is not { } phone)
        {
            message.NoteUnreachable();
            await SaveUnlessTaken();
            return;
        }

        var text = await MessageText.Render(db, templates, message);
        switch (await Claim(message))
        {
            case ClaimOutcome.Mine:
                await deliver(new OutgoingText(message.Id, phone, text));
                await Note(message, text);
                break;
            case ClaimOutcome.ToldToday:
                await HoldUntilTomorrow(message, calendar);
                break;
        }
    }

    private Task Note(Message message, string text)
    {
        message.NoteDelivered(text, Now);
        db.RecordByJob(
            message.TenantId,
            message.UnitId,
            new MessageDelivered(message.Id, message.RecipientId, message.UnitId, SendMessages.Channel),
            Now,
            message.CampaignId
        );
        return db.SaveChangesAsync();
    }

    private Task<bool> ToldToday(Message message)
    {
        var today = LocalDay.Of(Now);
        return db.Set<Message>()
            .AnyAsync(m =>
                m.TenantId == message.TenantId
                && m.RecipientId == message.RecipientId
                && m.SubjectKind == message.SubjectKind
                && m.SubjectId == message.SubjectId
                && m.SubjectUnitId == message.SubjectUnitId
                && m.SentOn == today
                && m.Id != message.Id
            );
    }

    private async Task<ClaimOutcome> Claim(Message message)
    {
        message.Claim(Now);
        try
        {
            return await SaveUnlessTaken() ? ClaimOutcome.Mine : ClaimOutcome.Taken;
        }
        catch (DbUpdateException)
        {
            // When the unique index refused the day, another message about the same thing was claimed for this person in the same moment.
            await db.Entry(message).ReloadAsync();
            if (message.State != MessageState.Waiting || !await ToldToday(message))
                throw;
            return ClaimOutcome.ToldToday;
        }
    }

    private Task HoldUntilTomorrow(Message message, WorkingCalendar calendar) =>
        Hold(message, calendar.NextAllowed(LocalDay.Start(LocalDay.Of(Now).AddDays(1)), message.Urgency));

    private async Task Hold(Message message, DateTime until)
    {
        message.Hold(until);
        await SaveUnlessTaken();
    }

    /// <summary>Another sender or a person was quicker: leave it to them.</summary>
    private async Task<bool> SaveUnlessTaken()
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task<string?> OpenPhone(Message message)
    {
        var phone = await db
            .People.Where(p => p.TenantId == message.TenantId && p.Id == message.RecipientId)
            .Select(p => p.PhoneSealed)
            .SingleOrDefaultAsync();
        return phone is null ? null : vault.Open(phone);
    }
}

internal enum ClaimOutcome
{
    Mine,

    /// <summary>Another sender or a person was quicker.</summary>
    Taken,

    /// <summary>The recipient is told about the same thing today already.</summary>
    ToldToday,
}
