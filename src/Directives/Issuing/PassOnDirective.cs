using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>一级推一级 (DIR5): a unit that received a directive issues it to those below it, with its own words. Passing on signs too.</summary>
internal static class PassOnDirective
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await Above(db, viewer, id) is not var (above, _))
            return DirectiveRefusals.NotAddressedToYou.AsPage();
        if (Refuses(above) is { } refusal)
            return refusal.AsPage();

        var known = Form.Empty(
            (DirectiveForm.SigningTime.Name, above.SigningTime),
            (DirectiveForm.ToRole.Name, Roles.Liaison.Key),
            (DirectiveForm.Minutes.Name, DirectiveForm.Minutes.Show(above.Minutes))
        );
        return (await Offer(db, viewer)).Show(known, id, above.Title);
    }

    internal static async Task<IResult> Post(Guid id, Form form, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (await Above(db, viewer, id) is not var (above, receipt))
            return DirectiveRefusals.NotAddressedToYou.AsPage();
        if (Refuses(above) is { } refusal)
            return refusal.AsPage();

        var offer = await Offer(db, viewer);
        var typed = DirectiveForm.ReadPassingOn(form, above);
        var lines = await Addressing.Read(form, offer.Choices, db, viewer);
        var saveAs = form.Read(Addressing.SaveAs);
        if (form.Failed)
            return offer.Show(form, id, above.Title);

        var below = DraftDirective.Begin(db, viewer, clock, typed, above);
        await Addressing.Write(db, viewer, below.Id, lines, saveAs);
        await db.SaveChangesAsync();
        if (receipt.MaySign(above) is null)
        {
            db.Record(SignReceipt.Entry(viewer, IssuedDirective.Of(above), viewer.UnitId, clock));
            await db.SaveChangesAsync();
        }
        return await IssueDirective.TryIssue(asked, below) is { } why
            ? Page.Done($"/directives/{below.Id}", $"已存为草稿，还没有转发：{why.Message}")
            : Page.Done($"/directives/{below.Id}", "已转发给下级，本单位也已签收。");
    }

    /// <summary>The directive, and the receipt of the viewer's own unit.</summary>
    private static async Task<(Directive Above, Receipt Receipt)?> Above(Db db, Viewer viewer, Guid id) =>
        await DirectiveHere.Addressed(db, viewer, id, viewer.UnitId);

    private static Refusal? Refuses(Directive above) =>
        above.State == DirectiveState.Withdrawn ? DirectiveRefusals.Withdrawn
        : above.Level + 1 >= Directive.MostLevels ? DirectiveRefusals.TooManyLevels
        : null;

    /// <summary>The campaign stays that of the directive above.</summary>
    private static async Task<DirectiveOffer> Offer(Db db, Viewer viewer) => new(await Addressing.Choices(db, viewer), DirectiveForm.Campaign);
}

/// <summary>重新下发 (DIR8): a new draft in the place of one that is out; the old one is withdrawn when the new one goes out.</summary>
internal static class ReplaceDirective
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();
        if (Refuses(directive) is { } refusal)
            return refusal.AsPage();

        var known = await EditDirective.KnownLines(db, directive);
        return (await DirectiveOffer.Load(db, viewer, clock)).Show(EditDirective.Known(directive), id, replaces: directive.Title, known: known);
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } old)
            return Refusal.NotFound.AsPage();
        if (Refuses(old) is { } refusal)
            return refusal.AsPage();

        var offer = await DirectiveOffer.Load(db, viewer, clock);
        var typed = DirectiveForm.Read(form, offer.Campaigns) with { ReplacesId = id };
        var lines = await Addressing.Read(form, offer.Choices, db, viewer);
        var saveAs = form.Read(Addressing.SaveAs);
        if (form.Failed)
            return offer.Show(form, id, replaces: old.Title);

        var directive = DraftDirective.Begin(db, viewer, clock, typed);
        await Addressing.Write(db, viewer, directive.Id, lines, saveAs);
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{directive.Id}", "已存为草稿，下发时原来的一份随即撤回。");
    }

    private static Refusal? Refuses(Directive directive) =>
        !directive.IsOut ? DirectiveRefusals.NotIssued
        : directive.State == DirectiveState.Withdrawn ? DirectiveRefusals.Withdrawn
        : directive.ParentId is not null ? DirectiveRefusals.PassedOnNotReplaced
        : null;
}
