using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>起草: written and addressed, nobody else sees it yet.</summary>
internal static class DraftDirective
{
    internal static async Task<IResult> Get(Db db, Viewer viewer, TimeProvider clock)
    {
        var known = Form.Empty(
            (DirectiveForm.Kind.Name, nameof(DirectiveKind.Directive)),
            (DirectiveForm.SigningTime.Name, "two-days"),
            (DirectiveForm.ToRole.Name, Roles.Liaison.Key)
        );
        return (await DirectiveOffer.Load(db, viewer, clock)).Show(known);
    }

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        var offer = await DirectiveOffer.Load(db, viewer, clock);
        var typed = DirectiveForm.Read(form, offer.Campaigns);
        var lines = await Addressing.Read(form, offer.Choices, db, viewer);
        var saveAs = form.Read(Addressing.SaveAs);
        if (form.Failed)
            return offer.Show(form);

        var directive = Begin(db, viewer, clock, typed);
        await Addressing.Write(db, viewer, directive.Id, lines, saveAs);
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{directive.Id}", "已存为草稿，核对后下发。");
    }

    /// <summary>A new draft, below another when it passes that on; the caller saves.</summary>
    internal static Directive Begin(Db db, Viewer viewer, TimeProvider clock, DirectiveTyped typed, Directive? above = null)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var directive = new Directive
        {
            TenantId = viewer.TenantId,
            Id = id,
            UnitId = viewer.UnitId,
            ParentId = above?.Id,
            Trail = Directive.TrailUnder(above?.Trail, id),
            WrittenAt = clock.GetUtcNow().UtcDateTime,
            WrittenBy = viewer.PersonId,
        };
        directive.Write(typed);
        db.Add(directive);
        return directive;
    }
}

/// <summary>修改草稿.</summary>
internal static class EditDirective
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();
        if (directive.IsOut)
            return DirectiveRefusals.AlreadyIssued.AsPage();

        return (await DirectiveOffer.Load(db, viewer, clock)).Show(Known(directive), id, known: await KnownLines(db, directive));
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();

        var offer = await DirectiveOffer.Load(db, viewer, clock);
        var typed =
            directive.ParentId is { } parent && await DirectiveHere.Known(db, viewer, parent) is { } above
                ? DirectiveForm.ReadPassingOn(form, above)
                : DirectiveForm.Read(form, offer.Campaigns) with
                {
                    ReplacesId = directive.ReplacesId,
                };
        var lines = await Addressing.Read(form, offer.Choices, db, viewer);
        var saveAs = form.Read(Addressing.SaveAs);
        if (form.Failed)
            return offer.Show(form, id);
        if (directive.Write(typed) is { } refusal)
            return refusal.AsPage();

        await Addressing.Write(db, viewer, id, lines, saveAs);
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "草稿已保存，核对后下发。");
    }

    internal static Form Known(Directive directive) =>
        Form.Empty(
            (DirectiveForm.Kind.Name, directive.Kind.ToString()),
            (DirectiveForm.Title.Name, directive.Title),
            (DirectiveForm.Text.Name, directive.Text),
            (DirectiveForm.Campaign.Name, directive.CampaignId == Guid.Empty ? null : directive.CampaignId.ToString()),
            (DirectiveForm.SigningTime.Name, directive.SigningTime),
            (DirectiveForm.ToRole.Name, directive.ToRole),
            (DirectiveForm.Minutes.Name, DirectiveForm.Minutes.Show(directive.Minutes))
        );

    internal static async Task<IReadOnlyCollection<(Guid UnitId, string Reach)>> KnownLines(Db db, Directive directive) =>
        (await Addressing.Lines(db, directive.TenantId, [directive.Id])).ConvertAll(line => (line.UnitId, line.Reach));
}

/// <summary>删除草稿: nobody has seen it.</summary>
internal static class DiscardDirective
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();
        if (directive.IsOut)
            return DirectiveRefusals.AlreadyIssued.AsPage();

        db.RemoveRange(await Addressing.Lines(db, viewer.TenantId, [id]));
        db.Remove(directive);
        await db.SaveChangesAsync();
        return Page.Done("/directives", "草稿已删除。");
    }
}
