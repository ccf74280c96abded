using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Files;

/// <summary>Nightly: temporary uploads that are over, then contents that no row names any more.</summary>
internal static class CleanFiles
{
    /// <summary>A content written by a request that has not committed its row yet is left alone.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromDays(1);

    internal static async Task Run(IServiceProvider services, Db db, JobRun run)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var over = await db.Set<StoredFile>().Where(f => f.TenantId == run.TenantId && f.ExpiresAt <= now).ToListAsync();
        db.RemoveRange(over);
        await db.SaveChangesAsync();
        var named = await db.Set<StoredFile>().Where(f => f.TenantId == run.TenantId).Select(f => f.Hash).ToListAsync();
        services.GetRequiredService<FileStore>().Clean(run.TenantId, named.ToHashSet(), now - Young);
    }
}
