using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>签收: once per unit, with the time.</summary>
internal static class SignReceipt
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await DirectiveHere.Addressed(db, viewer, id, unitId) is not var (directive, receipt))
            return DirectiveRefusals.NotAddressedToYou.AsPage();

        var now = clock.GetUtcNow().UtcDateTime;
        var returned = receipt.ReturnedFactId;
        if (receipt.Sign(directive, viewer.PersonId, now) is { } refusal)
            return await ShowDirective.Shown(directive, new DirectiveQuestion(db, viewer, vault, clock), Form.Empty(), refusal);

        if (returned is { } fact)
            db.Record(viewer, new FactWithdrawn(fact), directive.CampaignId);
        db.Record(viewer, new ReceiptSigned(id, unitId, now > directive.DueAt), directive.CampaignId);
        db.Record(viewer, new MatterSettled(new Subject(IssueDirective.Matter, id, unitId)), directive.CampaignId);
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "已签收。");
    }
}

/// <summary>退回: it is not this unit's business; the office sees why.</summary>
internal static class ReturnReceipt
{
    internal static readonly TextField Reason = new("reason", "退回原因")
    {
        Min = 4,
        Max = Receipt.ReasonLength,
        Lines = 2,
        Hint = "例如：本村没有出租房。不要写群众姓名和电话。",
    };

    internal static async Task<IResult> Post(Guid id, Guid unitId, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await DirectiveHere.Addressed(db, viewer, id, unitId) is not var (directive, receipt))
            return DirectiveRefusals.NotAddressedToYou.AsPage();

        var asked = new DirectiveQuestion(db, viewer, vault, clock);
        var reason = form.Read(Reason);
        if (form.Failed)
            return await ShowDirective.Shown(directive, asked, form, null);

        var fact = db.Record(viewer, new ReceiptReturned(id, unitId), directive.CampaignId);
        if (receipt.Return(directive, reason!, clock.GetUtcNow().UtcDateTime, fact) is { } refusal)
            return await ShowDirective.Shown(directive, asked, form, refusal);

        db.Record(viewer, new MatterSettled(new Subject(IssueDirective.Matter, id, unitId)), directive.CampaignId);
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "已退回，办公室看得到原因。退错了的，仍可签收。");
    }
}
