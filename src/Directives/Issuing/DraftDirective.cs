using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
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
            (DirectiveForm.Whom.Name, DirectiveForm.Everyone)
        );
        return Show(known, await DirectiveChoices.For(db, viewer, LocalDay.Today(clock)), null);
    }

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        var choices = await DirectiveChoices.For(db, viewer, LocalDay.Today(clock));
        var (typed, addressed) = (DirectiveForm.Read(form, choices), DirectiveForm.Addressed(form, choices));
        if (form.Failed)
            return Show(form, choices, null);

        var directive = new Directive
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = viewer.UnitId,
            WrittenAt = clock.GetUtcNow().UtcDateTime,
            WrittenBy = viewer.PersonId,
        };
        directive.Write(typed);
        db.Add(directive);
        Address(db, directive, addressed.Select(unit => unit.Id));
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{directive.Id}", "已存为草稿，核对后下发。");
    }

    internal static void Address(Db db, Directive directive, IEnumerable<Guid> unitIds) =>
        db.AddRange(
            unitIds.Select(unitId => new Receipt
            {
                TenantId = directive.TenantId,
                DirectiveId = directive.Id,
                UnitId = unitId,
            })
        );

    internal static IResult Show(Form form, DirectiveChoices choices, Guid? id) =>
        Page.Of<DirectiveFormPage>(
            new
            {
                Form = form,
                Choices = choices,
                DirectiveId = id,
            },
            form.Failed ? 422 : 200
        );
}

/// <summary>修改草稿.</summary>
internal static class EditDirective
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();
        if (directive.State != DirectiveState.Draft)
            return DirectiveRefusals.AlreadyIssued.AsPage();

        var choices = await DirectiveChoices.For(db, viewer, LocalDay.Today(clock));
        var addressed = await DirectiveHere.Receipts(db, directive).Select(receipt => receipt.UnitId).ToListAsync();
        var known = Form.Empty(
            (DirectiveForm.Kind.Name, directive.Kind.ToString()),
            (DirectiveForm.Title.Name, directive.Title),
            (DirectiveForm.Text.Name, directive.Text),
            (DirectiveForm.Campaign.Name, directive.CampaignId == Guid.Empty ? null : directive.CampaignId.ToString()),
            (DirectiveForm.SigningTime.Name, directive.SigningTime),
            (DirectiveForm.Minutes.Name, DirectiveForm.Minutes.Show(directive.Minutes)),
            (DirectiveForm.Whom.Name, WhomOf(choices, addressed.ToHashSet()))
        );
        return Page.Of<DirectiveFormPage>(
            new
            {
                Form = known,
                Choices = choices,
                DirectiveId = (Guid?)id,
                Ticked = (IReadOnlyCollection<Guid>)addressed,
            }
        );
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();

        var choices = await DirectiveChoices.For(db, viewer, LocalDay.Today(clock));
        var (typed, addressed) = (DirectiveForm.Read(form, choices), DirectiveForm.Addressed(form, choices));
        if (form.Failed)
            return DraftDirective.Show(form, choices, id);
        if (directive.Write(typed) is { } refusal)
            return refusal.AsPage();

        var before = await DirectiveHere.Receipts(db, directive).ToListAsync();
        var wanted = addressed.Select(unit => unit.Id).ToHashSet();
        db.RemoveRange(before.Where(receipt => !wanted.Contains(receipt.UnitId)));
        DraftDirective.Address(db, directive, wanted.Except(before.Select(receipt => receipt.UnitId)));
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "草稿已保存，核对后下发。");
    }

    private static string WhomOf(DirectiveChoices choices, HashSet<Guid> addressed) =>
        addressed.Count == choices.Units.Count && choices.Units.All(unit => addressed.Contains(unit.Id)) ? DirectiveForm.Everyone
        : choices.Units.Where(unit => addressed.Contains(unit.Id)).Select(unit => unit.Kind).Distinct().ToList() is [var kind]
        && choices.Units.Count(unit => unit.Kind == kind) == addressed.Count ? kind
        : DirectiveForm.Chosen;
}

/// <summary>删除草稿: nobody has seen it.</summary>
internal static class DiscardDirective
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer)
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();
        if (directive.State != DirectiveState.Draft)
            return DirectiveRefusals.AlreadyIssued.AsPage();

        db.RemoveRange(await DirectiveHere.Receipts(db, directive).ToListAsync());
        db.Remove(directive);
        await db.SaveChangesAsync();
        return Page.Done("/directives", "草稿已删除。");
    }
}
