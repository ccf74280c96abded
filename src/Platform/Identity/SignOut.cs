using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>退出登录, here or everywhere.</summary>
internal static class SignOut
{
    internal static async Task<IResult> Post(Db db, CurrentViewer current, HttpContext context, TimeProvider clock)
    {
        (await Account.Own(db, current.Viewer!)).EndSession(current.Session!, clock.GetUtcNow().UtcDateTime);
        return await Leave(db, current.Viewer!, context, everywhere: false);
    }

    internal static async Task<IResult> Everywhere(Db db, Viewer viewer, HttpContext context)
    {
        (await Account.Own(db, viewer)).Restamp();
        return await Leave(db, viewer, context, everywhere: true);
    }

    private static async Task<IResult> Leave(Db db, Viewer viewer, HttpContext context, bool everywhere)
    {
        db.Record(viewer, new SignedOut(viewer.AccountId, everywhere));
        await db.SaveChangesAsync();
        await context.SignOutAsync(Session.Scheme);
        return Page.Done("/sign-in", everywhere ? "已在所有设备上退出登录。" : "已退出登录。");
    }
}
