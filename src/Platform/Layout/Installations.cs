using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Layout;

/// <summary>Names of the tenants for the top bar. They hardly change, so one look a minute is enough.</summary>
internal sealed class Installations(TimeProvider clock)
{
    private sealed record Installation(string Name, bool IsDemo, DateTime ReadAt);

    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Installation> known = [];

    /// <summary>Puts the name of this tenant, or of the only one there is, into the frame.</summary>
    public async Task Name(PageFrame frame, Db db, string? tenantId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var key = tenantId ?? "";
        if (!known.TryGetValue(key, out var installation) || now - installation.ReadAt > Keep)
            known[key] = installation = await Read(db, tenantId, frame.InstallationName, now);

        (frame.InstallationName, frame.IsDemo) = (installation.Name, installation.IsDemo);
    }

    private static async Task<Installation> Read(Db db, string? tenantId, string otherwise, DateTime now)
    {
        var tenants = await db
            .Tenants.Where(tenant => tenantId == null || tenant.Id == tenantId)
            .Select(tenant => new { tenant.Name, tenant.IsDemo })
            .Take(2)
            .ToListAsync();
        return tenants is [var only] ? new Installation(only.Name, only.IsDemo, now) : new Installation(otherwise, false, now);
    }
}
