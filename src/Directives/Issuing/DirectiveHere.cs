using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Relays;
using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Issuing;

/// <summary>Who asks about directives, and what the answer is put together from.</summary>
internal sealed record DirectiveQuestion(Db Db, Viewer Viewer, Vault Vault, BurdenSources Burdens, TimeProvider Clock);

/// <summary>Which directives and receipts somebody may see.</summary>
internal static class DirectiveHere
{
    /// <summary>
    /// Those issued inside the scope, and those that address a unit or a group in it. A draft is known to its office, and to the leader who is to approve it.
    /// </summary>
    public static IQueryable<Directive> Known(Db db, Viewer viewer)
    {
        var (tenant, own, person) = (viewer.TenantId, viewer.UnitId, viewer.PersonId);
        var (mayIssue, mayPassOn) = (viewer.May(DirectivesActs.IssueDirectives), viewer.May(DirectivesActs.PassOnDirectives));
        var (inScope, above) = (InScope(db, viewer), Above(db, tenant, own));
        var known = db.Set<Directive>()
            .Where(one =>
                one.TenantId == tenant
                && (one.IssuedAt != null || one.UnitId == own && (mayIssue || mayPassOn && one.ParentId != null || one.ApproverId == person))
            );
        // At the top everything lies in the scope, and asking for receipts would read them all.
        return viewer.StandsAtTop
            ? known
            : known.Where(one =>
                inScope.Any(unit => unit.Id == one.UnitId)
                || above.Any(unit => unit.Id == one.UnitId)
                    // One look by the key for each unit, which no planner may turn into a reading of all receipts.
                    && inScope.Any(unit =>
                        db.Set<Receipt>()
                            .Where(receipt => receipt.TenantId == tenant && receipt.DirectiveId == one.Id && receipt.UnitId == unit.Id)
                            .Select(receipt => (Guid?)receipt.UnitId)
                            .FirstOrDefault() != null
                    )
                || db.Set<Relay>()
                    .Where(relay => relay.TenantId == tenant && inScope.Any(unit => unit.Id == relay.UnitId))
                    .Select(relay => relay.DirectiveId)
                    .Contains(one.Id)
            );
    }

    /// <summary>The units whose offices can have addressed this one: those above it now, and those above it before it was moved. Receipts have no index by unit.</summary>
    public static IQueryable<Unit> Above(Db db, string tenantId, Guid unitId) =>
        db.Units.Where(unit =>
            unit.TenantId == tenantId
            && db.UnitPlacements.Any(place => place.TenantId == tenantId && place.NodeId == unitId && place.Path.StartsWith(unit.Path))
        );

    public static Task<Directive?> Known(Db db, Viewer viewer, Guid id) => Known(db, viewer).SingleOrDefaultAsync(one => one.Id == id);

    /// <summary>The directive, for its own office; one that was passed on, for whoever passes on there.</summary>
    public static async Task<Directive?> Office(Db db, Viewer viewer, Guid id)
    {
        var own = db.Set<Directive>().Where(one => one.TenantId == viewer.TenantId && one.UnitId == viewer.UnitId);
        return await own.SingleOrDefaultAsync(one => one.Id == id) is { } directive && IsOffice(viewer, directive) ? directive : null;
    }

    /// <summary>The viewer speaks for the office of this directive.</summary>
    public static bool IsOffice(Viewer viewer, Directive directive) =>
        directive.UnitId == viewer.UnitId && (directive.ParentId is not null || viewer.May(DirectivesActs.IssueDirectives));

    /// <summary>Drafts that wait for this leader.</summary>
    public static IQueryable<Directive> ToApprove(Db db, Viewer viewer) =>
        db.Set<Directive>()
            .Where(one =>
                one.TenantId == viewer.TenantId
                && one.UnitId == viewer.UnitId
                && one.ApproverId == viewer.PersonId
                && one.SubmittedAt != null
                && one.ApprovedAt == null
                && one.IssuedAt == null
            );

    /// <summary>The directive itself and every one that passed it on, at any level.</summary>
    public static IQueryable<Directive> Under(Db db, Directive directive)
    {
        var (tenant, trail) = (directive.TenantId, Scope.Of(directive.Trail));
        return db.Set<Directive>().Where(one => one.TenantId == tenant && one.Trail.CompareTo(trail.From) >= 0 && one.Trail.CompareTo(trail.To) < 0);
    }

    /// <summary>Every directive that passed this one on, at any level.</summary>
    public static IQueryable<Directive> Below(Db db, Directive directive) => Under(db, directive).Where(one => one.Id != directive.Id);

    /// <summary>One unit's receipt of a directive that went out, when the unit lies in the viewer's scope.</summary>
    public static async Task<(Directive Directive, Receipt Receipt)?> Addressed(Db db, Viewer viewer, Guid id, Guid unitId)
    {
        var found = await (
            from receipt in db.Set<Receipt>()
            join directive in db.Set<Directive>()
                on new { receipt.TenantId, receipt.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
            join unit in InScope(db, viewer) on new { receipt.TenantId, receipt.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where receipt.TenantId == viewer.TenantId && receipt.UnitId == unitId && receipt.DirectiveId == id && directive.IssuedAt != null
            select new { directive, receipt }
        ).SingleOrDefaultAsync();
        return found is null ? null : (found.directive, found.receipt);
    }

    /// <summary>The unit is the viewer's own or lies below it.</summary>
    public static async ValueTask<bool> Reaches(Db db, Viewer viewer, Guid unitId) =>
        unitId == viewer.UnitId || await InScope(db, viewer).AnyAsync(unit => unit.Id == unitId);

    public static IQueryable<Unit> InScope(Db db, Viewer viewer) =>
        db.Units.Where(unit =>
            unit.TenantId == viewer.TenantId && unit.Path.CompareTo(viewer.Scope.From) >= 0 && unit.Path.CompareTo(viewer.Scope.To) < 0
        );
}
