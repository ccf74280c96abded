using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Issuing;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Relays;

/// <summary>How far a directive has come into its groups.</summary>
public sealed record RelaySums(int Asked, int Sent, int Confirmed)
{
    internal static async Task<RelaySums> Of(Db db, Directive directive)
    {
        if (directive.Relays == 0)
            return new RelaySums(0, 0, 0);

        var sums = await db.Set<Relay>()
            .Where(relay => relay.TenantId == directive.TenantId && relay.DirectiveId == directive.Id)
            .GroupBy(relay => 1)
            .Select(all => new { Sent = all.Count(relay => relay.SentAt != null), Confirmed = all.Count(relay => relay.ConfirmedAt != null) })
            .SingleAsync();
        return new RelaySums(directive.Relays, sums.Sent, sums.Confirmed);
    }
}
