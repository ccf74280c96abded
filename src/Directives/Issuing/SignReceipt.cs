using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>签收: once per unit, with the time. Through the write queue, since a whole county signs in the same half hour.</summary>
internal static class SignReceipt
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, WriteQueue queue, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (await DirectiveHere.Addressed(db, viewer, id, unitId) is not var (directive, receipt))
            return DirectiveRefusals.NotAddressedToYou.AsPage();

        var refusal = receipt.MaySign(directive);
        if (refusal is null && await queue.Append([Entry(viewer, directive, unitId, clock)]) is [FactOutcome.Conflict])
            refusal = DirectiveRefusals.AlreadySigned;
        return refusal is null ? Page.Done($"/directives/{id}", "已签收。") : await ShowDirective.Shown(directive, asked, Form.Empty(), refusal);
    }

    internal static FactEntry Entry(Viewer viewer, Directive directive, Guid unitId, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new FactEntry(
            viewer.TenantId,
            KeptReceipts.SignId(directive.Id, unitId),
            new ReceiptSigned(directive.Id, unitId, now > directive.DueAt),
            viewer.UnitId,
            unitId,
            viewer.PersonId,
            directive.CampaignId,
            now,
            now,
            LocalDay.Of(now),
            FactSource.Console
        );
    }
}

/// <summary>退回: it is not this unit's business; the office sees why.</summary>
internal static class ReturnReceipt
{
    internal static readonly TextField Reason = new("returned", "退回原因")
    {
        Min = 4,
        Max = Receipt.ReasonLength,
        Lines = 2,
        Hint = "例如：本村没有出租房。不要写群众姓名和电话。",
    };

    internal static async Task<IResult> Post(Guid id, Guid unitId, Form form, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (await DirectiveHere.Addressed(db, viewer, id, unitId) is not var (directive, receipt))
            return DirectiveRefusals.NotAddressedToYou.AsPage();

        if (receipt.MaySign(directive) is { } no)
            return await ShowDirective.Shown(directive, asked, Form.Empty(), no);
        var reason = form.Read(Reason);
        if (form.Failed)
            return await ShowDirective.Shown(directive, asked, form, null);
        if (receipt.Return(directive, reason!) is { } refusal)
            return await ShowDirective.Shown(directive, asked, form, refusal);

        db.Record(Entry(viewer, directive, unitId, clock));
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "已退回，办公室看得到原因。退错了的，仍可签收。");
    }

    internal static FactEntry Entry(Viewer viewer, Directive directive, Guid unitId, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new FactEntry(
            viewer.TenantId,
            KeptReceipts.ReturnId(directive.Id, unitId),
            new ReceiptReturned(directive.Id, unitId),
            viewer.UnitId,
            unitId,
            viewer.PersonId,
            directive.CampaignId,
            now,
            now,
            LocalDay.Of(now),
            FactSource.Console
        );
    }
}
