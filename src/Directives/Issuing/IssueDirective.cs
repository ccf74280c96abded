using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Issuing;

/// <summary>
/// 下发: the draft goes out. Receipts and relays of all who are meant are made by the database itself in one transaction with one fact; telling them and
/// reminding them is left to jobs, so that fifty thousand cost the office no more than ten.
/// </summary>
internal static class IssueDirective
{
    public const string Matter = "directives.receipt";

    internal static async Task<IResult> Post(Guid id, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer) = (asked.Db, asked.Viewer);
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();

        return await TryIssue(asked, directive) is { } refusal
            ? await ShowDirective.Shown(directive, asked, Form.Empty(), refusal)
            : Page.Done($"/directives/{id}", Told(directive));
    }

    /// <summary>Sends it out unless something forbids it; what it replaces is withdrawn in the same transaction.</summary>
    internal static async Task<Refusal?> TryIssue(DirectiveQuestion asked, Directive directive)
    {
        var (db, viewer, clock) = (asked.Db, asked.Viewer, asked.Clock);
        if (directive.IsOut)
            return DirectiveRefusals.AlreadyIssued;
        if (await IsGone(db, directive))
            return DirectiveRefusals.Withdrawn;
        if (directive.ApprovedAt is null)
        {
            var (ceiling, over) = await DirectivePrice.OverCeiling(asked, directive);
            if (over.Count > 0)
                return DirectiveRefusals.OverCeiling.With(("count", over.Count.ToString()), ("first", over[0]), ("ceiling", ceiling.ToString()));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        // The demo tells its whole story in one transaction.
        await using var transaction = await db.BeginOrJoin();
        var addressed = (await AddReceipts(db, directive, viewer.Scope), await AddRelays(db, directive, viewer.Scope, LocalDay.Of(now)));
        if (directive.Issue(now, await TenantCalendar.Load(db, viewer.TenantId), addressed) is { } refusal)
            return refusal;

        db.Record(
            viewer,
            new DirectiveIssued(
                directive.Id,
                directive.UnitId,
                await CountsAt(db, viewer, directive),
                DirectiveWords.KeyOf(directive.Kind),
                directive.ParentId,
                directive.Addressed,
                directive.Relays,
                directive.Minutes,
                directive.DueAt!.Value
            ),
            directive.CampaignId
        );
        db.Add(TellReceivers.Job(directive, TellReceivers.Issued, now));
        if (directive.ReplacesId is { } oldId && await DirectiveHere.Office(db, viewer, oldId) is { } old)
            await WithdrawDirective.TakeBack(db, viewer, old, $"已由《{directive.Title}》代替。", now, directive.Id);
        await db.SaveChangesAsync();
        await transaction.Commit();
        return null;
    }

    /// <summary>The seat of the campaign's office, when it lies below this very office: the plan asks that department to issue, and the clerk does it for the whole.</summary>
    private static async Task<Guid> CountsAt(Db db, Viewer viewer, Directive directive) =>
        directive is { ParentId: null }
        && directive.CampaignId != Guid.Empty
        && await CampaignQuestions.OfficeSeat(db, directive.TenantId, directive.CampaignId) is { } seat
        && await DirectiveHere.InScope(db, viewer).AnyAsync(unit => unit.Id == seat)
            ? seat
            : directive.UnitId;

    private static string Told(Directive directive) =>
        (directive.Addressed, directive.Relays) switch
        {
            (var units, 0) => $"已下发 {units} 个单位。",
            (0, var groups) => $"已下发 {groups} 个工作群的推送员。",
            var (units, groups) => $"已下发 {units} 个单位、{groups} 个工作群的推送员。",
        };

    /// <summary>Something above was withdrawn while this was still a draft.</summary>
    private static Task<bool> IsGone(Db db, Directive directive) =>
        directive.ParentId is null
            ? Task.FromResult(false)
            : db.Set<Directive>()
                .AnyAsync(above => above.TenantId == directive.TenantId && above.Id == directive.ParentId && above.WithdrawnAt != null);

    // No row is read here and none is sent back, and they come in the order of their key: that is what makes the fan-out as quick as the database itself.
    private static Task<int> AddReceipts(Db db, Directive directive, Scope issuer) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into directive_receipts (tenant_id, directive_id, unit_id)
            select u.tenant_id, {directive.Id}, u.id from units u
            where u.tenant_id = {directive.TenantId} and u.closed_on is null and u.id <> {directive.UnitId}
              and u.path >= {issuer.From} and u.path < {issuer.To}
              and (u.id in (select a.unit_id from directive_addresses a
                            where a.tenant_id = {directive.TenantId} and a.owner_id = {directive.Id} and a.reach = '')
                or 'units:' || u.kind in (select a.reach from directive_addresses a
                            where a.tenant_id = {directive.TenantId} and a.owner_id = {directive.Id}))
            order by u.id
            """
        );

    private static async Task<int> AddRelays(Db db, Directive directive, Scope issuer, DateOnly today)
    {
        var kinds = await Addressing.GroupKinds(db, directive);
        if (kinds.Count == 0)
            return 0;

        // The kinds are numbers of our own enumeration.
        var sql = $$"""
            insert into directive_relays (tenant_id, id, directive_id, group_id, unit_id, version)
            select g.tenant_id, {{db.Dialect.RandomId}}, {0}, g.id, g.unit_id, 0 from work_groups g
            join units u on u.tenant_id = g.tenant_id and u.id = g.unit_id
            where g.tenant_id = {1} and g.set_up_on <= {4} and g.dissolved_on is null
              and u.path >= {2} and u.path < {3} and g.kind in ({{string.Join(", ", kinds.Select(kind => (int)kind))}})
            """;
        return await db.Database.ExecuteSqlAsync(
            FormattableStringFactory.Create(sql, directive.Id, directive.TenantId, issuer.From, issuer.To, today)
        );
    }
}
