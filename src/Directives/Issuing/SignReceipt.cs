using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>签收: once per unit, with the time. Through the write queue, since a whole county signs in the same half hour.</summary>
internal static class SignReceipt
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, WriteQueue queue, IssuedDirectives issued, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (await TrySign(queue, issued, db, viewer, id, unitId, clock))
            return Page.Done($"/directives/{id}", "已签收。");

        return await DirectiveHere.Addressed(db, viewer, id, unitId) is var (directive, receipt)
            ? await ShowDirective.Shown(directive, asked, Form.Empty(), receipt.MaySign(directive) ?? DirectiveRefusals.AlreadySigned)
            : DirectiveRefusals.NotAddressedToYou.AsPage();
    }

    /// <summary>Signs unless it cannot be signed here any more. The receipt itself is not read: the book takes the fact only with a receipt that is open.</summary>
    internal static async Task<bool> TrySign(
        WriteQueue queue,
        IssuedDirectives issued,
        Db db,
        Viewer viewer,
        Guid id,
        Guid unitId,
        TimeProvider clock
    ) =>
        await issued.Find(db, viewer, id) is { } directive
        && await DirectiveHere.Reaches(db, viewer, unitId)
        && await queue.Append([Entry(viewer, directive, unitId, clock)]) is [FactOutcome.Accepted];

    internal static FactEntry Entry(Viewer viewer, IssuedDirective directive, Guid unitId, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var fact = new ReceiptSigned(directive.Id, unitId, now > directive.DueAt);
        return FactEntry.By(viewer, KeptReceipts.SignId(directive.Id, unitId), fact, now, directive.CampaignId);
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

    internal static FactEntry Entry(Viewer viewer, Directive directive, Guid unitId, TimeProvider clock) =>
        FactEntry.By(
            viewer,
            KeptReceipts.ReturnId(directive.Id, unitId),
            new ReceiptReturned(directive.Id, unitId),
            clock.GetUtcNow().UtcDateTime,
            directive.CampaignId
        );
}
