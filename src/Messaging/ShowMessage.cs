using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

public sealed record MessageView(
    Guid Id,
    string Recipient,
    string Phone,
    string UnitName,
    string Name,
    string Text,
    int Parts,
    MessageState State,
    DateTime WantedAt,
    DateTime NotBeforeAt,
    DateTime? DeliveredAt,
    bool MayManage
)
{
    public bool MayCancel => MayManage && State is MessageState.Waiting or MessageState.Unreachable;
}

/// <summary>One message: to whom, what it says, and what became of it.</summary>
internal static class ShowMessage
{
    internal static Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, MessageTemplates templates) =>
        Shown(id, db, viewer, vault, templates, refusal: null);

    internal static async Task<IResult> Shown(Guid id, Db db, Viewer viewer, Vault vault, MessageTemplates templates, Refusal? refusal)
    {
        if (await Find(db, viewer, id) is not { } message)
            return Refusal.NotFound.AsPage();

        var person = await db.People.AsNoTracking().SingleAsync(p => p.TenantId == viewer.TenantId && p.Id == message.RecipientId);
        var unit = await db.Units.Where(u => u.TenantId == viewer.TenantId && u.Id == message.UnitId).Select(u => u.Name).SingleAsync();
        var text = message.Text ?? await MessageText.Render(db, templates, message);
        var view = new MessageView(
            message.Id,
            vault.Open(person.NameSealed),
            person.PhoneSealed is null ? "没有登记号码" : Mask.Phone(vault.Open(person.PhoneSealed)),
            unit,
            templates.NameOf(message.Template),
            text,
            MessageText.Parts(text),
            message.State,
            message.WantedAt,
            message.NotBeforeAt,
            message.DeliveredAt,
            viewer.May(MessagingActs.ManageOutgoing)
        );
        return Page.Of<MessagePage>(new { View = view, Refusal = refusal }, refusal?.Status ?? 200);
    }

    /// <summary>The message when its recipient serves within the viewer's scope.</summary>
    internal static async Task<Message?> Find(Db db, Viewer viewer, Guid id)
    {
        var message = await db.Set<Message>().SingleOrDefaultAsync(m => m.TenantId == viewer.TenantId && m.Id == id);
        if (message is null)
            return null;

        var path = await db.Units.Where(u => u.TenantId == viewer.TenantId && u.Id == message.UnitId).Select(u => u.Path).SingleAsync();
        return viewer.Scope.Covers(path) ? message : null;
    }
}
