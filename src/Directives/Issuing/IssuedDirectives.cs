using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>What a directive that went out never changes again, and what a receipt needs to know of it.</summary>
internal sealed record IssuedDirective(Guid Id, Guid CampaignId, DateTime DueAt)
{
    /// <exception cref="InvalidOperationException">It has not gone out yet.</exception>
    public static IssuedDirective Of(Directive directive) => new(directive.Id, directive.CampaignId, directive.DueAt!.Value);
}

/// <summary>Remembers directives that went out: a whole county signs the same few in half an hour, and need not read them fifty thousand times.</summary>
internal sealed class IssuedDirectives
{
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<(string TenantId, Guid Id), IssuedDirective> known = [];

    public async ValueTask<IssuedDirective?> Find(Db db, Viewer viewer, Guid id)
    {
        if (known.TryGetValue((viewer.TenantId, id), out var remembered))
            return remembered;

        var found = await db.Set<Directive>()
            .Where(one => one.TenantId == viewer.TenantId && one.Id == id && one.DueAt != null)
            .Select(one => new IssuedDirective(one.Id, one.CampaignId, one.DueAt!.Value))
            .SingleOrDefaultAsync();
        if (found is null)
            return null;

        if (known.Count >= Most)
            known.Clear();
        return known[(viewer.TenantId, id)] = found;
    }
}
