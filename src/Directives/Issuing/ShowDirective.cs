using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Relays;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Issuing;

/// <summary>One unit's receipt as a list shows it.</summary>
public sealed record ReceiptRow
{
    public required Guid UnitId { get; init; }
    public required string SortKey { get; init; }
    public required string UnitName { get; init; }
    public required DateTime? SignedAt { get; init; }
    public required DateTime? ReturnedAt { get; init; }
    public required string? ReturnedReason { get; init; }
    public required DateTime? DueAt { get; init; }

    public bool IsOpen => SignedAt is null && ReturnedAt is null;
}

/// <summary>Where the receipts of a directive stand, all of them: kept, not counted.</summary>
public sealed record ReceiptSums(int Addressed, int Signed, int SignedLate, int Returned, DateTime? FirstAt)
{
    public int Open => Addressed - Signed - Returned;
}

/// <summary>A directive that is passed on by the one shown, with whose text it goes.</summary>
public sealed record AboveView(Guid Id, string Title, string IssuerName, string Text, bool MayOpen);

public sealed record DirectiveView
{
    public required Guid Id { get; init; }
    public required DirectiveKind Kind { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required DirectiveState State { get; init; }
    public required string IssuerName { get; init; }
    public required string SigningTimeName { get; init; }
    public required DateTime? IssuedAt { get; init; }
    public required DateTime? DueAt { get; init; }
    public required DateTime? WithdrawnAt { get; init; }
    public required string? WithdrawnReason { get; init; }
    public required string? RejectedReason { get; init; }
    public required bool IsOverdue { get; init; }
    public required int Minutes { get; init; }
    public required ReceiptSums Sums { get; init; }
    public required RelaySums Relays { get; init; }

    /// <summary>The first units that have neither signed nor returned it, for the office.</summary>
    public required IReadOnlyList<ReceiptRow> Unsigned { get; init; }
    public required IReadOnlyList<AboveView> Above { get; init; }
    public required IReadOnlyList<AttachedView> Files { get; init; }

    /// <summary>The receipt of the viewer's own unit; null when it is not addressed.</summary>
    public required ReceiptRow? Mine { get; init; }

    /// <summary>What the viewer's unit has passed on of it.</summary>
    public required IReadOnlyList<(Guid Id, DateTime? IssuedAt)> PassedOn { get; init; }

    /// <summary>Only of a draft, for its office.</summary>
    public required DirectivePrice? Price { get; init; }
    public required IReadOnlyList<(Guid Id, string Name)> Approvers { get; init; }
    public required string? ApproverName { get; init; }
    public required (Guid Id, string Title)? Replaces { get; init; }
    public required (Guid Id, string Title)? ReplacedBy { get; init; }
    public required bool HasBelow { get; init; }
    public required bool MaySign { get; init; }
    public required bool MayPassOn { get; init; }
    public required bool MayApprove { get; init; }

    /// <summary>The viewer speaks for the office that issues it.</summary>
    public required bool IsOffice { get; init; }
    public required bool IsPassedOn { get; init; }

    public string Href => $"/directives/{Id}";
    public bool IsOut => IssuedAt is not null;
}

internal static class ShowDirective
{
    /// <summary>Unsigned units named on the page itself; the rest stands in the list behind it.</summary>
    private const int MostShown = 50;

    private const int MostSorted = 2000;

    internal static async Task<IResult> Get(Guid id, [AsParameters] DirectiveQuestion asked) =>
        await DirectiveHere.Known(asked.Db, asked.Viewer, id) is { } directive
            ? await Shown(directive, asked, Form.Empty(), null)
            : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Shown(Directive directive, DirectiveQuestion asked, Form form, Refusal? refusal) =>
        Page.Of<DirectivePage>(
            new
            {
                View = await View(directive, asked),
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );

    private static async Task<DirectiveView> View(Directive directive, DirectiveQuestion asked)
    {
        var (db, viewer) = (asked.Db, asked.Viewer);
        var isOffice = DirectiveHere.IsOffice(viewer, directive) && viewer.May(DirectivesActs.PassOnDirectives);
        var rows = Rows(db, viewer, directive);
        var mine = directive.IsOut ? await rows.SingleOrDefaultAsync(row => row.UnitId == viewer.UnitId) : null;
        var isDraft = !directive.IsOut && isOffice;
        var price = directive.IsOut ? null : await DirectivePrice.Of(asked, directive);
        return new DirectiveView
        {
            Id = directive.Id,
            Kind = directive.Kind,
            Title = directive.Title,
            Text = directive.Text,
            State = directive.State,
            IssuerName = await NameOf(db, viewer, directive.UnitId),
            SigningTimeName = SigningTime.Of(directive.SigningTime).Name,
            IssuedAt = directive.IssuedAt,
            DueAt = directive.DueAt,
            WithdrawnAt = directive.WithdrawnAt,
            WithdrawnReason = directive.WithdrawnReason,
            RejectedReason = directive.RejectedReason,
            IsOverdue = directive.DueAt < asked.Clock.GetUtcNow().UtcDateTime,
            Minutes = directive.Minutes,
            Sums = Sums(directive),
            Relays = await RelaySums.Of(db, directive),
            Unsigned =
                directive.State == DirectiveState.Issued && directive.Signed + directive.Returned < directive.Addressed
                    ? await Unsigned(rows, directive).Take(MostShown).ToListAsync()
                    : [],
            Above = await Above(db, viewer, directive),
            Files = await AttachFile.Of(db, directive),
            Mine = mine,
            PassedOn = (
                await db.Set<Directive>()
                    .Where(one => one.TenantId == viewer.TenantId && one.ParentId == directive.Id && one.UnitId == viewer.UnitId)
                    .OrderBy(one => one.WrittenAt)
                    .ThenBy(one => one.Id)
                    .Select(one => new { one.Id, one.IssuedAt })
                    .ToListAsync()
            ).ConvertAll(one => (one.Id, one.IssuedAt)),
            Price = price,
            Approvers = isDraft && price!.Over.Count > 0 ? await SubmitDirective.Approvers(asked) : [],
            ApproverName = directive.ApproverId is { } approver && !directive.IsOut ? await SubmitDirective.NameOf(asked, approver) : null,
            Replaces = directive.ReplacesId is { } old
                ? await Titled(db.Set<Directive>().Where(one => one.TenantId == viewer.TenantId && one.Id == old))
                : null,
            ReplacedBy = await Titled(
                db.Set<Directive>().Where(one => one.TenantId == viewer.TenantId && one.ReplacesId == directive.Id && one.IssuedAt != null)
            ),
            HasBelow = await DirectiveHere.Below(db, directive).AnyAsync(one => one.IssuedAt != null),
            MaySign = viewer.May(DirectivesActs.SignReceipts),
            MayPassOn = mine is not null && viewer.May(DirectivesActs.PassOnDirectives) && directive.State != DirectiveState.Withdrawn,
            MayApprove =
                directive.State == DirectiveState.Submitted
                && directive.ApproverId == viewer.PersonId
                && viewer.May(DirectivesActs.ApproveDirectives),
            IsOffice = isOffice,
            IsPassedOn = directive.ParentId is not null,
        };
    }

    internal static ReceiptSums Sums(Directive directive) =>
        new(directive.Addressed, directive.Signed, directive.SignedLate, directive.Returned, directive.FirstSignedAt);

    internal static IQueryable<ReceiptRow> Unsigned(IQueryable<ReceiptRow> rows, Directive directive) =>
        InOrder(rows.Where(row => row.SignedAt == null && row.ReturnedAt == null), directive);

    /// <summary>
    /// In the order of the units; where nobody can read them all any more, in the order in which the units were founded, which the key of the receipts keeps, so that
    /// a page of fifty thousand need not sort them.
    /// </summary>
    internal static IOrderedQueryable<ReceiptRow> InOrder(IQueryable<ReceiptRow> rows, Directive directive) =>
        directive.Addressed <= MostSorted ? rows.OrderBy(row => row.SortKey).ThenBy(row => row.UnitId) : rows.OrderBy(row => row.UnitId);

    /// <summary>
    /// The receipts of a directive in the viewer's scope. Its own office goes along all of them in the order of their key, and stops when a page is full: the
    /// scope stands beside the join, because SQLite, which keeps no statistics, would look for each unit first. Anybody else goes through the few units of the scope.
    /// </summary>
    internal static IQueryable<ReceiptRow> Rows(Db db, Viewer viewer, Directive shown)
    {
        var inScope = DirectiveHere.InScope(db, viewer);
        var units =
            shown.UnitId == viewer.UnitId
                ? db.Units.Where(unit => unit.TenantId == viewer.TenantId && inScope.Any(here => here.Id == unit.Id))
                : inScope;
        return Rows(db, viewer.TenantId, units, shown.Id);
    }

    private static IQueryable<ReceiptRow> Rows(Db db, string tenant, IQueryable<Unit> units, Guid id) =>
        from receipt in db.Set<Receipt>()
        join unit in units on new { receipt.TenantId, receipt.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
        join directive in db.Set<Directive>()
            on new { receipt.TenantId, receipt.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
        where receipt.TenantId == tenant && receipt.DirectiveId == id
        select new ReceiptRow
        {
            UnitId = receipt.UnitId,
            SortKey = unit.SortKey,
            UnitName = unit.Name,
            SignedAt = receipt.SignedAt,
            ReturnedAt = receipt.ReturnedAt,
            ReturnedReason = receipt.ReturnedReason,
            DueAt = directive.DueAt,
        };

    private static Task<string> NameOf(Db db, Viewer viewer, Guid unitId) =>
        db.Units.Where(unit => unit.TenantId == viewer.TenantId && unit.Id == unitId).Select(unit => unit.Name).SingleAsync();

    /// <summary>From the first office down: whoever is addressed by this one may read the words it passes on.</summary>
    private static async Task<IReadOnlyList<AboveView>> Above(Db db, Viewer viewer, Directive directive)
    {
        if (directive.ParentId is null)
            return [];

        var ids = Unit.IdsOf(directive.Trail).Where(id => id != directive.Id).ToList();
        var known = await DirectiveHere.Known(db, viewer).Where(one => ids.Contains(one.Id)).Select(one => one.Id).ToListAsync();
        var above = await (
            from one in db.Set<Directive>()
            join unit in db.Units on new { one.TenantId, one.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where one.TenantId == viewer.TenantId && ids.Contains(one.Id)
            orderby one.Trail.Length
            select new
            {
                one.Id,
                one.Title,
                unit.Name,
                one.Text,
            }
        ).ToListAsync();
        return above.ConvertAll(one => new AboveView(one.Id, one.Title, one.Name, one.Text, known.Contains(one.Id)));
    }

    private static async Task<(Guid Id, string Title)?> Titled(IQueryable<Directive> directives) =>
        await directives.Select(one => new { one.Id, one.Title }).FirstOrDefaultAsync() is { } found ? (found.Id, found.Title) : null;
}
