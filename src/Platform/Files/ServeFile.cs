using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Files;

/// <summary>Opens a file to whoever may: its owner, or those with its act over its unit. The content is checked against its hash first.</summary>
internal static class ServeFile
{
    internal static async Task<IResult> Get(Guid id, HttpContext context, Db db, Viewer viewer, FileStore store, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var file = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.TenantId == viewer.TenantId && f.Id == id);
        if (file is null || file.ExpiresAt <= now || !await MayOpen(file, db, viewer))
            return Refusal.NotFound.AsPage();
        return await file.Answer(context, store);
    }

    private static async Task<bool> MayOpen(StoredFile file, Db db, Viewer viewer)
    {
        if (file.OwnerId == viewer.PersonId)
            return true;
        if (!viewer.Acts.Contains(file.AccessAct))
            return false;

        var path = await db.Units.Where(u => u.TenantId == viewer.TenantId && u.Id == file.UnitId).Select(u => u.Path).SingleAsync();
        return viewer.Scope.Covers(path);
    }
}
