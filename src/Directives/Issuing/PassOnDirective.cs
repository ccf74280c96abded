using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
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
        return Show(known, above, await Addressing.Choices(db, viewer));
    }

    internal static async Task<IResult> Post(Guid id, Form form, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (await Above(db, viewer, id) is not var (above, receipt))
            return DirectiveRefusals.NotAddressedToYou.AsPage();
        if (Refuses(above) is { } refusal)
            return refusal.AsPage();

        var choices = await Addressing.Choices(db, viewer);
        var typed = DirectiveForm.ReadPassingOn(form, above);
        var lines = await Addressing.Read(form, choices, db, viewer);
        var saveAs = form.Read(Addressing.SaveAs);
        if (form.Failed)
            return Show(form, above, choices);

        var below = DraftDirective.Begin(viewer, clock, above);
        below.Write(typed);
        db.Add(below);
        await Addressing.Write(db, viewer, below.Id, lines, saveAs);
        await db.SaveChangesAsync();
        if (receipt.MaySign(above) is null)
        {
            db.Record(SignReceipt.Entry(viewer, above, viewer.UnitId, clock));
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

    private static IResult Show(Form form, Directive above, AddressChoices choices) =>
        Page.Of<DirectiveFormPage>(
            new
            {
                Form = form,
                Choices = choices,
                Campaigns = DirectiveForm.Campaign,
                DirectiveId = above.Id,
                Above = above.Title,
            },
            form.Failed ? 422 : 200
        );
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

        return await Show(EditDirective.Known(directive), directive, db, viewer, clock);
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } old)
            return Refusal.NotFound.AsPage();
        if (Refuses(old) is { } refusal)
            return refusal.AsPage();

        var (choices, campaigns) = (await Addressing.Choices(db, viewer), await DirectiveForm.Campaigns(db, viewer, LocalDay.Today(clock)));
        var typed = DirectiveForm.Read(form, campaigns) with { ReplacesId = id };
        var lines = await Addressing.Read(form, choices, db, viewer);
        var saveAs = form.Read(Addressing.SaveAs);
        if (form.Failed)
            return await Show(form, old, db, viewer, clock);

        var directive = DraftDirective.Begin(viewer, clock, above: null);
        directive.Write(typed);
        db.Add(directive);
        await Addressing.Write(db, viewer, directive.Id, lines, saveAs);
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{directive.Id}", "已存为草稿，下发时原来的一份随即撤回。");
    }

    private static Refusal? Refuses(Directive directive) =>
        !directive.IsOut ? DirectiveRefusals.NotIssued
        : directive.State == DirectiveState.Withdrawn ? DirectiveRefusals.Withdrawn
        : directive.ParentId is not null ? DirectiveRefusals.PassedOnNotReplaced
        : null;

    private static async Task<IResult> Show(Form form, Directive old, Db db, Viewer viewer, TimeProvider clock) =>
        Page.Of<DirectiveFormPage>(
            new
            {
                Form = form,
                Choices = await Addressing.Choices(db, viewer),
                Campaigns = await DirectiveForm.Campaigns(db, viewer, LocalDay.Today(clock)),
                DirectiveId = old.Id,
                Replaces = old.Title,
                Known = form.Failed ? [] : await EditDirective.KnownLines(db, old),
            },
            form.Failed ? 422 : 200
        );
}
