using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>撤回: the bulletin counts as never issued; its figures run with the facts again.</summary>
internal static class TakeBackBulletin
{
    internal static async Task<IResult> Post(Guid unitId, string month, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await BulletinHere.Decide(unitId, month, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        var issued = await here.Issued(db);
        if ((issued is null ? ReportsRefusals.NotIssued : issued.TakeBack(viewer.PersonId, here.Now)) is { } no)
            return await ShowBulletin.Shown(here, db, no);

        foreach (var fact in issued!.FactIds)
            db.Record(viewer, new FactWithdrawn(fact));
        await db.SaveChangesAsync();
        return Page.Done(here.Href, $"{here.Month.Name}通报已撤回，数字重新按记录计算。");
    }
}
