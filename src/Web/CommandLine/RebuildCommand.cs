using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;

namespace Wuzha.Web.CommandLine;

/// <summary>Counts every tally again from the facts.</summary>
internal static class RebuildCommand
{
    public static Command Define(Terminal terminal)
    {
        var command = new Command("rebuild", "按事实重新计数，改正有出入的统计 | count every tally again from the facts and put right what differs");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var parts = Parts.Of(Commands.OptionsOf(parsed));
                await using var scope = parts.CreateAsyncScope();
                var db = scope.ServiceProvider.OpenDb();
                foreach (var tenant in await db.Tenants.Select(tenant => tenant.Id).ToListAsync(cancellation))
                {
                    var wrong = await Tallies.Rebuild(db, parts.GetRequiredService<FactCatalog>(), tenant, cancellation);
                    await terminal.Out.WriteLineAsync($"{tenant}：改正 {wrong} 条 | {wrong} put right");
                }
                return 0;
            }
        );
        return command;
    }
}
