using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Audit;

namespace Wuzha.Web.CommandLine;

/// <summary>Computes the chain of sealed facts again and says whether anything was changed, removed or swapped.</summary>
internal static class AuditCommand
{
    /// <summary>The chain does not hold.</summary>
    public const int Broken = 3;

    private static readonly Option<string?> Head = new("--head")
    {
        Description = "上次记下的校验码，核对末尾有没有被删 | the head noted last time: proves that nothing was cut off the end",
    };

    public static Command Define(Terminal terminal)
    {
        var verify = new Command("verify", "核验审计链 | verify the audit chain") { Head };
        verify.SetAction(
            async (parsed, cancellation) =>
            {
                await using var parts = Parts.Of(Commands.OptionsOf(parsed));
                await using var scope = parts.CreateAsyncScope();
                var db = scope.ServiceProvider.OpenDb();
                var holds = true;
                foreach (var tenant in await db.Tenants.Select(tenant => tenant.Id).ToListAsync(cancellation))
                {
                    var verdict = await AuditChain.Verify(db, tenant, parsed.GetValue(Head), cancellation);
                    await Say(terminal, tenant, verdict);
                    holds &= verdict.Breach is null;
                }
                return holds ? 0 : Broken;
            }
        );
        return new Command("audit", "审计日志 | the audit log") { verify };
    }

    private static async Task Say(Terminal terminal, string tenant, AuditVerdict verdict)
    {
        if (verdict.Breach is { } breach)
        {
            await terminal.Error.WriteLineAsync($"{tenant}：审计链已被破坏。{breach.Sentence}");
            await terminal.Error.WriteLineAsync(
                $"{tenant}: the audit chain is broken at block {breach.Block}, fact {breach.FactId?.ToString() ?? "-"}."
            );
            return;
        }
        await terminal.Out.WriteLineAsync(
            $"{tenant}：{verdict.Blocks} 段、{verdict.Facts} 条核验无误，{verdict.Waiting} 条待封存。校验码 {verdict.Head}"
        );
        await terminal.Out.WriteLineAsync(
            $"{tenant}: {verdict.Blocks} blocks, {verdict.Facts} facts hold, {verdict.Waiting} wait. Head {verdict.Head}"
        );
    }
}
