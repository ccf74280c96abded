using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Relays;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>One level of a cascade: everything that was issued so many steps below the directive.</summary>
/// <param name="Directives">How often it was passed on at this level; 1 for the level of the directive itself.</param>
public sealed record CascadeLevel(
    int Level,
    int Directives,
    int Addressed,
    int Signed,
    int Returned,
    int Relays,
    int RelaysSent,
    DateTime? FirstIssuedAt,
    DateTime? LastIssuedAt,
    DateTime? LastSignedAt
)
{
    public int Open => Addressed - Signed - Returned;
}

/// <summary>One unit that the directive addresses, with everything it passed on.</summary>
/// <param name="PassedOnId">Its own directive below; null while it has passed nothing on.</param>
/// <param name="Below">Units below it that are addressed, and how many of them have answered.</param>
public sealed record CascadeBranch(ReceiptRow Receipt, Guid? PassedOnId, DateTime? PassedOnAt, int Below, int Answered, int Relays, int RelaysSent)
{
    /// <summary>A parent is complete only when everything below it is.</summary>
    public bool IsComplete => !Receipt.IsOpen && Below == Answered && Relays == RelaysSent;
}

public sealed record CascadeView(
    string Href,
    string Title,
    DirectiveState State,
    IReadOnlyList<CascadeLevel> Levels,
    IReadOnlyList<CascadeBranch> Branches,
    int MoreBranches
)
{
    public bool IsComplete => Levels.All(level => level.Open == 0 && level.Relays == level.RelaysSent);
}

/// <summary>逐级传达到哪里了？ (DIR5): the tree of a directive level by level, from the sums that each directive in it keeps.</summary>
internal static class ShowCascade
{
    private const int MostBranches = 500;

    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer)
    {
        if (await DirectiveHere.Known(db, viewer, id) is not { IsOut: true } directive)
            return Refusal.NotFound.AsPage();

        var tree = await Tree(db, directive);
        var branches = await ShowDirective.InOrder(ShowDirective.Rows(db, viewer, directive), directive).Take(MostBranches + 1).ToListAsync();
        return Page.Of<CascadePage>(
            new
            {
                View = new CascadeView(
                    $"/directives/{id}",
                    directive.Title,
                    directive.State,
                    [.. Levels(directive, tree)],
                    [.. branches.Take(MostBranches).Select(row => Branch(directive, row, tree))],
                    Math.Max(0, directive.Addressed - MostBranches)
                ),
            }
        );
    }

    /// <summary>The directive and all that are below it: as many as units passed it on, however many they reached.</summary>
    private static async Task<IReadOnlyList<Node>> Tree(Db db, Directive directive) =>
        await DirectiveHere
            .Under(db, directive)
            .Where(one => one.IssuedAt != null && (one.WithdrawnAt == null || one.Id == directive.Id))
            .Select(one => new Node
            {
                Id = one.Id,
                ParentId = one.ParentId,
                UnitId = one.UnitId,
                Trail = one.Trail,
                IssuedAt = one.IssuedAt,
                LastSignedAt = one.LastSignedAt,
                Addressed = one.Addressed,
                Signed = one.Signed,
                Returned = one.Returned,
                Relays = one.Relays,
                RelaysSent =
                    one.Relays == 0
                        ? 0
                        : db.Set<Relay>().Count(relay => relay.TenantId == one.TenantId && relay.DirectiveId == one.Id && relay.SentAt != null),
            })
            .ToListAsync();

    private static IEnumerable<CascadeLevel> Levels(Directive directive, IReadOnlyList<Node> tree) =>
        tree.GroupBy(node => (node.Trail.Length - directive.Trail.Length) / 33)
            .OrderBy(level => level.Key)
            .Select(level => new CascadeLevel(
                level.Key,
                level.Count(),
                level.Sum(node => node.Addressed),
                level.Sum(node => node.Signed),
                level.Sum(node => node.Returned),
                level.Sum(node => node.Relays),
                level.Sum(node => node.RelaysSent),
                level.Min(node => node.IssuedAt),
                level.Max(node => node.IssuedAt),
                level.Max(node => node.LastSignedAt)
            ));

    private static CascadeBranch Branch(Directive directive, ReceiptRow row, IReadOnlyList<Node> tree)
    {
        var own = tree.Where(node => node.ParentId == directive.Id && node.UnitId == row.UnitId).OrderBy(node => node.IssuedAt).ToList();
        var all = tree.Where(node => own.Exists(one => node.Trail.StartsWith(one.Trail, StringComparison.Ordinal))).ToList();
        return new CascadeBranch(
            row,
            own.Count == 0 ? null : own[0].Id,
            own.Count == 0 ? null : own[0].IssuedAt,
            all.Sum(node => node.Addressed),
            all.Sum(node => node.Signed + node.Returned),
            all.Sum(node => node.Relays),
            all.Sum(node => node.RelaysSent)
        );
    }

    private sealed record Node
    {
        public required Guid Id { get; init; }
        public required Guid? ParentId { get; init; }
        public required Guid UnitId { get; init; }
        public required string Trail { get; init; }
        public required DateTime? IssuedAt { get; init; }
        public required DateTime? LastSignedAt { get; init; }
        public required int Addressed { get; init; }
        public required int Signed { get; init; }
        public required int Returned { get; init; }
        public required int Relays { get; init; }
        public required int RelaysSent { get; init; }
    }
}
