using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>下发: the draft goes out; every unit's liaison is told, and the ladder climbs for those who do not sign in time.</summary>
internal static class IssueDirective
{
    public const string Matter = "directives.receipt";
    public const string Told = "directives.issued";

    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();

        var now = clock.GetUtcNow().UtcDateTime;
        var units = await DirectiveHere.Receipts(db, directive).Select(receipt => receipt.UnitId).ToListAsync();
        var fact = Guid.CreateVersion7(clock.GetUtcNow());
        if (directive.Issue(now, await TenantCalendar.Load(db, viewer.TenantId), units.Count, fact) is { } refusal)
            return await ShowDirective.Shown(directive, new DirectiveQuestion(db, viewer, vault, clock), Form.Empty(), refusal);

        var due = directive.DueAt!.Value;
        db.Record(
            new FactEntry(
                viewer.TenantId,
                fact,
                new DirectiveIssued(id, directive.UnitId, DirectiveWords.KeyOf(directive.Kind), units.Count, directive.Minutes, due),
                viewer.UnitId,
                directive.UnitId,
                viewer.PersonId,
                directive.CampaignId,
                now,
                now,
                LocalDay.Of(now),
                FactSource.Console
            )
        );
        foreach (var unit in units)
        {
            var about = new Subject(Matter, id, unit);
            db.Record(viewer, new MatterUnsettled(about, due, directive.UnitId), directive.CampaignId);
            db.Record(
                viewer,
                new MessageWanted(
                    $"directives/issued/{id:N}",
                    Told,
                    Recipient.Holders(Roles.Liaison.Key, unit),
                    about,
                    new Dictionary<string, string>
                    {
                        ["unit"] = MessageValue.Unit(unit),
                        ["kind"] = DirectiveWords.Of(directive.Kind),
                        ["due"] = MessageValue.Moment(due),
                    }
                ),
                directive.CampaignId
            );
        }
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", $"已下发 {units.Count} 个单位。");
    }
}

/// <summary>撤回: everybody who had it is told, and nobody is reminded any more.</summary>
internal static class WithdrawDirective
{
    public const string Told = "directives.withdrawn";

    /// <summary>Another subject than the issue itself: about one thing a person is told once a day, and a withdrawal must not be swallowed.</summary>
    public const string Withdrawal = "directives.withdrawal";

    internal static readonly TextField Reason = new("reason", "撤回原因") { Min = 4, Max = Directive.ReasonLength, Hint = "收到的单位都看得到。" };

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();

        var asked = new DirectiveQuestion(db, viewer, vault, clock);
        var reason = form.Read(Reason);
        if (form.Failed)
            return await ShowDirective.Shown(directive, asked, form, null);
        if (directive.Withdraw(clock.GetUtcNow().UtcDateTime, reason!) is { } refusal)
            return await ShowDirective.Shown(directive, asked, form, refusal);

        db.Record(viewer, new DirectiveWithdrawn(id, directive.UnitId), directive.CampaignId);
        foreach (var receipt in await DirectiveHere.Receipts(db, directive).AsNoTracking().ToListAsync())
        {
            if (receipt.SignedAt is null && receipt.ReturnedAt is null)
                db.Record(viewer, new MatterSettled(new Subject(IssueDirective.Matter, id, receipt.UnitId)), directive.CampaignId);
            db.Record(
                viewer,
                new MessageWanted(
                    $"directives/withdrawn/{id:N}",
                    Told,
                    Recipient.Holders(Roles.Liaison.Key, receipt.UnitId),
                    new Subject(Withdrawal, id, receipt.UnitId),
                    new Dictionary<string, string>
                    {
                        ["unit"] = MessageValue.Unit(receipt.UnitId),
                        ["kind"] = DirectiveWords.Of(directive.Kind),
                        ["issued"] = MessageValue.Moment(directive.IssuedAt!.Value),
                    }
                ),
                directive.CampaignId
            );
        }
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "已撤回，收到的单位都会得到通知。");
    }
}
