using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>撤回 (DIR8): with everything that passed it on; everybody who had it is told, and nobody is reminded any more.</summary>
internal static class WithdrawDirective
{
    internal static readonly TextField Reason = new("reason", "撤回原因")
    {
        Min = 4,
        Max = Directive.ReasonLength,
        Hint = "收到的单位都看得到。",
    };

    internal static async Task<IResult> Post(Guid id, Form form, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();

        // First what no reason can help: its page has no form for one.
        if (directive.MayWithdraw() is { } no)
            return await ShowDirective.Shown(directive, asked, Form.Empty(), no);
        var reason = form.Read(Reason);
        if (form.Failed)
            return await ShowDirective.Shown(directive, asked, form, null);
        if (await TakeBack(db, viewer, directive, reason!, clock.GetUtcNow().UtcDateTime, replacedById: null) is { } refusal)
            return await ShowDirective.Shown(directive, asked, form, refusal);

        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "已撤回，收到的单位都会得到通知。");
    }

    /// <summary>Takes back the directive and all that stand below it; the caller saves.</summary>
    internal static async Task<Refusal?> TakeBack(Db db, Viewer viewer, Directive directive, string reason, DateTime now, Guid? replacedById)
    {
        if (directive.Withdraw(now, reason) is { } refusal)
            return refusal;

        await Announce(db, viewer, directive, now, replacedById);
        foreach (var below in await DirectiveHere.Below(db, directive).Where(one => one.IssuedAt != null && one.WithdrawnAt == null).ToListAsync())
            if (below.Withdraw(now, reason) is null)
                await Announce(db, viewer, below, now, replacedById);
        return null;
    }

    private static async Task Announce(Db db, Viewer viewer, Directive directive, DateTime now, Guid? replacedById)
    {
        db.Record(viewer, new DirectiveWithdrawn(directive.Id, directive.UnitId, replacedById), directive.CampaignId);
        await AskReceipts.Settle(db, directive, now);
        db.Add(TellReceivers.Job(directive, TellReceivers.Withdrawn, now));
    }
}
