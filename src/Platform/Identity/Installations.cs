using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>One tenant as everybody may see it.</summary>
public sealed record Installation(string TenantId, string Name, string PublicAddress, string Organiser, int PasswordDays, int IdleDays, bool IsDemo);

/// <summary>The tenants of this installation, read at most once a minute: their names stand on every page, their addresses say which of them is meant before anyone has signed in.</summary>
public sealed class Installations(TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private IReadOnlyList<Installation> all = [];
    private DateTime readAt;

    public async Task<IReadOnlyList<Installation>> All(Db db)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (all.Count > 0 && now - readAt is { Ticks: >= 0 } age && age < Fresh)
            return all;

        var rows = await db
            .Tenants.OrderBy(t => t.Id)
            .Select(t => new Installation(t.Id, t.Name, t.PublicAddress, t.Organiser, t.PasswordDays, t.IdleDays, t.IsDemo))
            .ToListAsync();
        (all, readAt) = (rows, now);
        return rows;
    }

    public async Task<Installation> Of(Db db, string tenant) => (await All(db)).First(one => one.TenantId == tenant);

    /// <summary>After a change: this node reads it anew at once, the others within the minute.</summary>
    public void Forget() => all = [];

    /// <summary>The tenants that may be meant at this address: its own, or all when the address is nobody's (a machine reached by its number).</summary>
    public async Task<IReadOnlyList<Installation>> At(Db db, string host)
    {
        var tenants = await All(db);
        var own = tenants
            .Where(t =>
                Uri.TryCreate(t.PublicAddress, UriKind.Absolute, out var address)
                && string.Equals(address.Host, host, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        return own.Count > 0 ? own : tenants;
    }

    /// <summary>The first of <see cref="At"/>: whose name stands on a stranger's page.</summary>
    public async Task<Installation?> Here(Db db, string host) => await At(db, host) is [var first, ..] ? first : null;
}
