using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Audit;
using Wuzha.Platform.Facts;
using Wuzha.Support;
using Wuzha.Web.CommandLine;
using Xunit;

namespace Wuzha.Web.Tests;

public sealed class AuditCommandTests
{
    [Theory, EveryDatabase]
    public async Task A_chain_that_holds_is_said_to_hold_and_its_head_can_be_asked_for_again(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await Sealed(process);
        var (code, said, error) = await process.Run("", "audit", "verify");
        Assert.True(code == 0, error);
        var head = said.Split("Head ")[1].Trim();
        Assert.Equal(0, (await process.Run("", "audit", "verify", "--head", head)).Code);
        Assert.Equal(AuditCommand.Broken, (await process.Run("", "audit", "verify", "--head", new string('0', 64))).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_forged_block_is_found(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await Sealed(process);
        await using (var db = process.Open())
        {
            var last = await db.Set<FactBlock>().SingleAsync();
            db.Add(
                new FactBlock
                {
                    TenantId = last.TenantId,
                    Number = last.Number + 1,
                    FromPosition = last.ToPosition + 1,
                    ToPosition = last.ToPosition + 1,
                    Count = 0,
                    PreviousHash = new byte[32],
                    Hash = last.Hash,
                    Marks = [],
                    SealedAt = last.SealedAt,
                }
            );
            await db.SaveChangesAsync();
        }
        var (code, _, error) = await process.Run("", "audit", "verify");
        Assert.Equal(AuditCommand.Broken, code);
        Assert.Contains("审计链已被破坏", error, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Rebuilding_puts_right_a_tally_that_was_changed(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await ServeCommandTests.SetUp(process);
        await using (var db = process.Open())
            await db.Set<Tally>().ExecuteUpdateAsync(tally => tally.SetProperty(row => row.Value, 77));
        var (code, said, error) = await process.Run("", "rebuild");
        Assert.True(code == 0, error);
        Assert.DoesNotContain("改正 0 条", said, StringComparison.Ordinal);
        Assert.Contains("改正 0 条", (await process.Run("", "rebuild")).Out, StringComparison.Ordinal);
    }

    private static async Task Sealed(WuzhaProcess process)
    {
        await ServeCommandTests.SetUp(process);
        await using var db = process.Open();
        // What a transaction still running (a test beside this one has its own) could precede is not sealed yet.
        var highest = await db.Set<FactRow>().MaxAsync(fact => fact.Position);
        while (highest >= await db.Dialect.SettledBelow(db))
            await Task.Delay(5);
        await AuditChain.Seal(db, "qingxi", TimeProvider.System.GetUtcNow().UtcDateTime);
        Assert.Equal(1, await db.Set<FactBlock>().CountAsync());
    }
}
