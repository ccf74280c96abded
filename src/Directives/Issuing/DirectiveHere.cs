using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Issuing;

/// <summary>Which directives and receipts somebody may see.</summary>
internal static class DirectiveHere
{
    /// <summary>Those issued inside the scope and those that address a unit in it. A draft is known to its office alone.</summary>
    public static IQueryable<Directive> Known(Db db, Viewer viewer)
    {
        var (tenant, own, scope) = (viewer.TenantId, viewer.UnitId, viewer.Scope);
        var mayIssue = viewer.May(DirectivesActs.IssueDirectives);
        return db.Set<Directive>()
            .Where(directive =>
                directive.TenantId == tenant
                && (directive.IssuedAt != null || mayIssue && directive.UnitId == own)
                && (
                    db.Units.Any(unit =>
                        unit.TenantId == tenant
                        && unit.Id == directive.UnitId
                        && unit.Path.CompareTo(scope.From) >= 0
                        && unit.Path.CompareTo(scope.To) < 0
                    )
                    || db.Set<Receipt>()
                        .Any(receipt =>
                            receipt.TenantId == tenant
                            && receipt.DirectiveId == directive.Id
                            && db.Units.Any(unit =>
                                unit.TenantId == tenant
                                && unit.Id == receipt.UnitId
                                && unit.Path.CompareTo(scope.From) >= 0
                                && unit.Path.CompareTo(scope.To) < 0
                            )
                        )
                )
            );
    }

    /// <summary>The directive, for its own office.</summary>
    public static Task<Directive?> Office(Db db, Viewer viewer, Guid id) =>
        Known(db, viewer).SingleOrDefaultAsync(directive => directive.Id == id && directive.UnitId == viewer.UnitId);

    public static IQueryable<Receipt> Receipts(Db db, Directive directive) =>
        db.Set<Receipt>().Where(receipt => receipt.TenantId == directive.TenantId && receipt.DirectiveId == directive.Id);

    /// <summary>One unit's receipt of a directive that went out, when the unit lies in the viewer's scope.</summary>
    public static async Task<(Directive Directive, Receipt Receipt)?> Addressed(Db db, Viewer viewer, Guid id, Guid unitId)
    {
        var directive = await Known(db, viewer).SingleOrDefaultAsync(one => one.Id == id && one.IssuedAt != null);
        if (directive is null || !await InScope(db, viewer).AnyAsync(unit => unit.Id == unitId))
            return null;

        var receipt = await Receipts(db, directive).SingleOrDefaultAsync(one => one.UnitId == unitId);
        return receipt is null ? null : (directive, receipt);
    }

    public static IQueryable<Unit> InScope(Db db, Viewer viewer) =>
        db.Units.Where(unit =>
            unit.TenantId == viewer.TenantId && unit.Path.CompareTo(viewer.Scope.From) >= 0 && unit.Path.CompareTo(viewer.Scope.To) < 0
        );
}
