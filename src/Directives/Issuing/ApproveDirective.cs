using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;

namespace Wuzha.Directives.Issuing;

/// <summary>提请批准 (DIR9): above the ceiling a directive goes out only when a named leader says so.</summary>
internal static class SubmitDirective
{
    /// <summary>Template of the message to the leader.</summary>
    public const string Told = "directives.submitted";

    internal static readonly ChoiceField Approver = new("approver", "请谁批准");

    internal static async Task<IResult> Post(Guid id, Form form, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();

        var approver = form.Read(Approver.With((await Approvers(asked)).Select(one => (one.Id.ToString(), one.Name))));
        if (form.Failed)
            return await ShowDirective.Shown(directive, asked, form, null);

        var (person, now) = (Guid.Parse(approver!), clock.GetUtcNow().UtcDateTime);
        var price = await DirectivePrice.Of(asked, directive);
        if (directive.Submit(person, now) is { } refusal)
            return await ShowDirective.Shown(directive, asked, form, refusal);

        db.Record(viewer, new DirectiveSubmitted(id, directive.UnitId, person, price.Minutes), directive.CampaignId);
        db.Record(
            viewer,
            new MessageWanted(
                $"{Told}/{id:N}/{now:yyyyMMddHHmmss}",
                Told,
                Recipient.Person(person, viewer.UnitId),
                new Subject("directives.approval", id, viewer.UnitId),
                new Dictionary<string, string> { ["unit"] = MessageValue.Unit(viewer.UnitId), ["kind"] = DirectiveWords.Of(directive.Kind) }
            ),
            directive.CampaignId
        );
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "已提请批准，批准后再下发。");
    }

    internal static async Task<string> NameOf(DirectiveQuestion asked, Guid personId) =>
        asked.Vault.Open(
            await asked
                .Db.People.Where(person => person.TenantId == asked.Viewer.TenantId && person.Id == personId)
                .Select(person => person.NameSealed)
                .SingleAsync()
        );

    /// <summary>The leaders of the office's own unit.</summary>
    internal static async Task<IReadOnlyList<(Guid Id, string Name)>> Approvers(DirectiveQuestion asked)
    {
        var (db, viewer, today) = (asked.Db, asked.Viewer, LocalDay.Today(asked.Clock));
        var people = await (
            from appointment in db.Appointments
            join person in db.People on new { appointment.TenantId, appointment.PersonId } equals new { person.TenantId, PersonId = person.Id }
            where
                appointment.TenantId == viewer.TenantId
                && appointment.UnitId == viewer.UnitId
                && appointment.Role == Roles.Leader.Key
                && appointment.FromOn <= today
                && (appointment.UntilOn == null || appointment.UntilOn >= today)
                && person.Id != viewer.PersonId
            orderby person.Id
            select person
        )
            .AsNoTracking()
            .Distinct()
            .ToListAsync();
        return people.ConvertAll(person => (person.Id, asked.Vault.Open(person.NameSealed)));
    }
}

/// <summary>批准: by the leader who was asked, nobody else.</summary>
internal static class ApproveDirective
{
    internal static async Task<IResult> Post(Guid id, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (await DirectiveHere.ToApprove(db, viewer).SingleOrDefaultAsync(one => one.Id == id) is not { } directive)
            return Refusal.NotFound.AsPage();
        if (directive.Approve(viewer.PersonId, clock.GetUtcNow().UtcDateTime) is { } refusal)
            return await ShowDirective.Shown(directive, asked, Form.Empty(), refusal);

        db.Record(viewer, new DirectiveApproved(id, directive.UnitId, Approved: true), directive.CampaignId);
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", "已批准，干事可以下发了。");
    }
}

/// <summary>退回修改: the leader wants it smaller or otherwise.</summary>
internal static class RejectDirective
{
    internal static readonly TextField Reason = new("rejected", "退回意见")
    {
        Min = 2,
        Max = Directive.ReasonLength,
        Lines = 2,
    };

    internal static async Task<IResult> Post(Guid id, Form form, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer) = (asked.Db, asked.Viewer);
        if (await DirectiveHere.ToApprove(db, viewer).SingleOrDefaultAsync(one => one.Id == id) is not { } directive)
            return Refusal.NotFound.AsPage();

        var reason = form.Read(Reason);
        if (form.Failed)
            return await ShowDirective.Shown(directive, asked, form, null);
        if (directive.Reject(viewer.PersonId, reason!) is { } refusal)
            return await ShowDirective.Shown(directive, asked, form, refusal);

        db.Record(viewer, new DirectiveApproved(id, directive.UnitId, Approved: false), directive.CampaignId);
        await db.SaveChangesAsync();
        return Page.Done("/directives", "已退回修改。");
    }
}
