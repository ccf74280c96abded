using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Links;

/// <summary>扫码: hands a stranger to the module whose thing the link leads to.</summary>
internal static class OpenLink
{
    internal static async Task<IResult> Get(
        string tenant,
        string token,
        HttpContext context,
        Db db,
        IEnumerable<LinkTarget> targets,
        TimeProvider clock
    )
    {
        if (!db.ActForStranger(tenant))
            return LinkRefusals.NoSuchLink.AsPage();

        var hash = PublicLink.HashOf(token);
        var link = await db.Set<PublicLink>().AsNoTracking().SingleOrDefaultAsync(l => l.TenantId == tenant && l.TokenHash == hash);
        if (link is null)
            return LinkRefusals.NoSuchLink.AsPage();
        if (!link.IsOpen(clock.GetUtcNow().UtcDateTime) || targets.FirstOrDefault(target => target.Kind == link.Kind) is not { } target)
            return LinkRefusals.LinkClosed.AsPage();

        return await target.Open(context, db, link);
    }
}
