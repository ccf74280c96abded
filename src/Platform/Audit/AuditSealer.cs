using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Audit;

/// <summary>Seals the settled facts of every tenant each few seconds.</summary>
public sealed class AuditSealer(IServiceScopeFactory scopes, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    /// <summary>Seals everything that has settled.</summary>
    public async Task SealAll(CancellationToken cancellation = default)
    {
        foreach (var tenant in await Unsealed(cancellation))
            while (await Seal(tenant, cancellation)) { }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await SealAll(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Sealing stumbled; going on.");
            }
            await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> Seal(string tenant, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ActFor(tenant);
        return await AuditChain.Seal(db, tenant, clock.GetUtcNow().UtcDateTime, cancellation);
    }

    /// <summary>Tenants whose book is longer than their chain; asked by reading, so that an idle process never takes the writer's turn.</summary>
    private async Task<List<string>> Unsealed(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ActForAll();
        var unsealed = new List<string>();
        foreach (var tenant in await db.Tenants.Select(tenant => tenant.Id).ToListAsync(cancellation))
        {
            var last =
                await db.Set<FactBlock>().Where(block => block.TenantId == tenant).MaxAsync(block => (long?)block.ToPosition, cancellation) ?? -1;
            if (await db.Set<FactRow>().AnyAsync(fact => fact.TenantId == tenant && fact.Position > last, cancellation))
                unsealed.Add(tenant);
        }
        return unsealed;
    }
}
