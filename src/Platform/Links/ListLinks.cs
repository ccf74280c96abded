using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Links;

public sealed record LinkView
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string UnitName { get; init; }
    public required DateTime MadeAt { get; init; }
    public required DateTime? ExpiresAt { get; init; }
    public required DateTime? RevokedAt { get; init; }
}

/// <summary>公开链接: which links this scope has given out, and which still open.</summary>
internal static class ListLinks
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, IEnumerable<LinkTarget> targets, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var names = targets.ToDictionary(target => target.Kind, target => target.Name);
        var listing = await Listing<LinkView>.Of(
            Rows(db, viewer).OrderByDescending(link => link.MadeAt),
            query,
            new("kind", "用途", row => names.GetValueOrDefault(row.Kind, row.Kind)) { Sort = row => row.Kind, Href = row => $"/links/{row.Id}" },
            new("unit", "发放单位", row => row.UnitName),
            new("made", "发放时间", row => row.MadeAt) { Sort = row => row.MadeAt },
            new("expires", "有效期至", row => row.ExpiresAt) { Sort = row => row.ExpiresAt },
            new("state", "状态", row => StateOf(row, now)) { OnCard = true }
        );
        return query.AsSheet ? listing.AsSheet("公开链接", viewer) : Page.Of<LinksPage>(new { Listing = listing });
    }

    internal static IQueryable<LinkView> Rows(Db db, Viewer viewer) =>
        from l in db.Set<PublicLink>()
        join u in db.Units on new { l.TenantId, l.UnitId } equals new { u.TenantId, UnitId = u.Id }
        where l.TenantId == viewer.TenantId && string.Compare(u.Path, viewer.Scope.From) >= 0 && string.Compare(u.Path, viewer.Scope.To) < 0
        select new LinkView
        {
            Id = l.Id,
            Kind = l.Kind,
            UnitName = u.Name,
            MadeAt = l.MadeAt,
            ExpiresAt = l.ExpiresAt,
            RevokedAt = l.RevokedAt,
        };

    internal static string StateOf(LinkView link, DateTime now) =>
        link.RevokedAt is not null ? "已停用"
        : link.ExpiresAt <= now ? "已过期"
        : "有效";
}

/// <summary>One link: what it is for, and the act of revoking it.</summary>
internal static class ShowLink
{
    internal static Task<IResult> Get(Guid id, Db db, Viewer viewer, IEnumerable<LinkTarget> targets, TimeProvider clock) =>
        Shown(id, db, viewer, (targets, clock), refusal: null);

    internal static async Task<IResult> Shown(
        Guid id,
        Db db,
        Viewer viewer,
        (IEnumerable<LinkTarget> Targets, TimeProvider Clock) with,
        Refusal? refusal
    )
    {
        var link = await ListLinks.Rows(db, viewer).SingleOrDefaultAsync(row => row.Id == id);
        if (link is null)
            return Refusal.NotFound.AsPage();

        var name = with.Targets.FirstOrDefault(target => target.Kind == link.Kind)?.Name ?? link.Kind;
        var state = ListLinks.StateOf(link, with.Clock.GetUtcNow().UtcDateTime);
        return Page.Of<LinkPage>(
            new
            {
                Link = link,
                Name = name,
                State = state,
                Refusal = refusal,
            },
            refusal?.Status ?? 200
        );
    }
}

/// <summary>停用公开链接.</summary>
internal static class RevokeLink
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, IEnumerable<LinkTarget> targets, TimeProvider clock)
    {
        if (!await ListLinks.Rows(db, viewer).AnyAsync(row => row.Id == id))
            return Refusal.NotFound.AsPage();

        var link = await db.Set<PublicLink>().SingleAsync(l => l.TenantId == viewer.TenantId && l.Id == id);
        if (link.Revoke(clock.GetUtcNow().UtcDateTime) is { } refusal)
            return await ShowLink.Shown(id, db, viewer, (targets, clock), refusal);

        db.Record(viewer, new PublicLinkRevoked(id));
        await db.SaveChangesAsync();
        return Page.Done($"/links/{id}", "已停用，扫码的人会看到“链接已停用”。");
    }
}
