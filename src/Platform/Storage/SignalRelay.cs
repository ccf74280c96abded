using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Wuzha.Platform.Storage;

/// <summary>Carries signals between the nodes on one database. When it is cut off the loops still look by themselves every few seconds.</summary>
internal sealed class SignalRelay(Dialect dialect, Signals signals, ILogger<SignalRelay> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await dialect.Relay(signals, stoppingToken);
                return;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
            catch (Exception e)
            {
                log.LogWarning(e, "Signals between nodes are cut off; trying again.");
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
    }
}
