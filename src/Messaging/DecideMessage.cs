using Microsoft.AspNetCore.Http;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>取消发送.</summary>
internal static class CancelMessage
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Vault vault, MessageTemplates templates, TimeProvider clock)
    {
        if (await ShowMessage.Find(db, viewer, id) is not { } message)
            return Refusal.NotFound.AsPage();
        if (message.Cancel(viewer.PersonId, clock.GetUtcNow().UtcDateTime) is { } refusal)
            return await ShowMessage.Shown(id, db, viewer, vault, templates, refusal);

        db.Record(viewer, new MessageCancelled(id, message.UnitId), message.CampaignId);
        await db.SaveChangesAsync();
        return Page.Done($"/outgoing/{id}", "已取消，这条消息不会再发。");
    }
}

/// <summary>存疑的再发一次: a person has asked and knows that it did not arrive.</summary>
internal static class SendMessageAgain
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Vault vault, MessageTemplates templates, TimeProvider clock)
    {
        if (await ShowMessage.Find(db, viewer, id) is not { } message)
            return Refusal.NotFound.AsPage();
        if (message.SendAgain(viewer.PersonId, clock.GetUtcNow().UtcDateTime) is { } refusal)
            return await ShowMessage.Shown(id, db, viewer, vault, templates, refusal);

        db.Record(viewer, new DoubtSettled(id, message.UnitId, SentAgain: true), message.CampaignId);
        await db.SaveChangesAsync();
        return Page.Done($"/outgoing/{id}", "已重新排入待发。");
    }
}

/// <summary>存疑的按已送达处理.</summary>
internal static class CountMessageAsDelivered
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Vault vault, MessageTemplates templates, TimeProvider clock)
    {
        if (await ShowMessage.Find(db, viewer, id) is not { } message)
            return Refusal.NotFound.AsPage();
        if (message.CountAsDelivered(viewer.PersonId, clock.GetUtcNow().UtcDateTime) is { } refusal)
            return await ShowMessage.Shown(id, db, viewer, vault, templates, refusal);

        db.Record(viewer, new DoubtSettled(id, message.UnitId, SentAgain: false), message.CampaignId);
        await db.SaveChangesAsync();
        return Page.Done($"/outgoing/{id}", "已按送达处理，不会再发。");
    }
}
