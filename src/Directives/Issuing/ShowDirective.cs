using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>Who asks, and what the answer is put together from.</summary>
internal sealed record DirectiveQuestion(Db Db, Viewer Viewer, Vault Vault, TimeProvider Clock);

/// <summary>One unit's receipt as a list shows it.</summary>
public sealed record ReceiptView
{
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required DateTime? SignedAt { get; init; }
    public required DateTime? ReturnedAt { get; init; }
    public required string? ReturnedReason { get; init; }
}

/// <summary>What the whole comes to, in the viewer's scope.</summary>
/// <param name="Missing">The first units that have neither signed nor returned it.</param>
public sealed record ReceiptSums(int Addressed, int Signed, int Returned, DateTime? FirstAt, IReadOnlyList<string> Missing)
{
    public int Open => Addressed - Signed - Returned;
}

public sealed record DirectiveView(
    Guid Id,
    DirectiveKind Kind,
    string Title,
    string Text,
    DirectiveState State,
    string IssuerName,
    string SigningTimeName,
    int Minutes,
    DateTime? IssuedAt,
    DateTime? DueAt,
    DateTime? WithdrawnAt,
    string? WithdrawnReason,
    bool IsOverdue,
    ReceiptSums Sums,
    IReadOnlyList<ReceiptView> Receipts,
    ReceiptView? Mine,
    bool MaySign,
    bool IsOffice
)
{
    public string Href => $"/directives/{Id}";
}

internal static class ShowDirective
{
    /// <summary>Units shown on the page itself; the rest stands in the list behind it.</summary>
    private const int MostShown = 100;
    private const int MostNamed = 8;

    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock) =>
        await DirectiveHere.Known(db, viewer).SingleOrDefaultAsync(directive => directive.Id == id) is { } directive
            ? await Shown(directive, new DirectiveQuestion(db, viewer, vault, clock), Form.Empty(), null)
            : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Shown(Directive directive, DirectiveQuestion asked, Form form, Refusal? refusal)
    {
        var (db, viewer) = (asked.Db, asked.Viewer);
        var rows = Rows(db, viewer, directive.Id);
        var sums = await Sums(rows);
        var issuer = await db
            .Units.Where(unit => unit.TenantId == viewer.TenantId && unit.Id == directive.UnitId)
            .Select(unit => unit.Name)
            .SingleAsync();
        // Those who have not signed first: they are what one looks for.
        var receipts = await rows
            .OrderBy(row => row.SignedAt != null)
            .ThenBy(row => row.ReturnedAt != null)
            .ThenBy(row => row.SignedAt)
            .ThenBy(row => row.UnitSortKey)
            .ThenBy(row => row.UnitId)
            .Take(MostShown)
            .ToListAsync();
        var mine = await rows.SingleOrDefaultAsync(row => row.UnitId == viewer.UnitId);
        var view = new DirectiveView(
            directive.Id,
            directive.Kind,
            directive.Title,
            directive.Text,
            directive.State,
            issuer,
            SigningTime.Of(directive.SigningTime).Name,
            directive.Minutes,
            directive.IssuedAt,
            directive.DueAt,
            directive.WithdrawnAt,
            directive.WithdrawnReason,
            directive.DueAt < asked.Clock.GetUtcNow().UtcDateTime,
            sums,
            [.. receipts.Select(Of)],
            mine is null ? null : Of(mine),
            viewer.May(DirectivesActs.SignReceipts),
            directive.UnitId == viewer.UnitId && viewer.May(DirectivesActs.IssueDirectives)
        );
        return Page.Of<DirectivePage>(
            new
            {
                View = view,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }

    /// <summary>The receipts of a directive in the viewer's scope.</summary>
    internal static IQueryable<ReceiptRow> Rows(Db db, Viewer viewer, Guid id) =>
        from receipt in db.Set<Receipt>()
        join unit in DirectiveHere.InScope(db, viewer) on new { receipt.TenantId, receipt.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
        where receipt.TenantId == viewer.TenantId && receipt.DirectiveId == id
        select new ReceiptRow
        {
            UnitId = unit.Id,
            UnitName = unit.Name,
            UnitSortKey = unit.SortKey,
            SignedAt = receipt.SignedAt,
            ReturnedAt = receipt.ReturnedAt,
            ReturnedReason = receipt.ReturnedReason,
        };

    private static async Task<ReceiptSums> Sums(IQueryable<ReceiptRow> rows)
    {
        var missing = await rows.Where(row => row.SignedAt == null && row.ReturnedAt == null)
            .OrderBy(row => row.UnitSortKey)
            .ThenBy(row => row.UnitId)
            .Take(MostNamed)
            .Select(row => row.UnitName)
            .ToListAsync();
        return new ReceiptSums(
            await rows.CountAsync(),
            await rows.CountAsync(row => row.SignedAt != null),
            await rows.CountAsync(row => row.ReturnedAt != null),
            await rows.MinAsync(row => row.SignedAt),
            missing
        );
    }

    private static ReceiptView Of(ReceiptRow row) =>
        new()
        {
            UnitId = row.UnitId,
            UnitName = row.UnitName,
            SignedAt = row.SignedAt,
            ReturnedAt = row.ReturnedAt,
            ReturnedReason = row.ReturnedReason,
        };
}
