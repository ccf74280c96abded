using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

/// <summary>报送: the four rosters of a unit go to the office together.</summary>
internal static class FileRoster
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await RosterHere.Change(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (here.Campaign.Campaign.RostersDueOn is not { } dueOn)
            return OrganisationRefusals.RosterNotAsked.AsPage();
        if (!here.Roster!.File(here.Entries, dueOn, here.Campaign.Today).Is(out var filed, out var no))
            return await ShowRoster.Page(here, db, vault, Form.Empty(), no);

        var now = clock.GetUtcNow();
        here.Roster.Filed(db.Record(viewer, filed, id), viewer.PersonId, now.UtcDateTime, here.Campaign.Today);
        await RosterAppointments.Settle(db, viewer, here, clock);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/rosters/{unitId}", "名单已报送。");
    }
}

/// <summary>撤回: the filing is taken back; the people stay appointed until a new list is filed.</summary>
internal static class WithdrawRoster
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await RosterHere.Change(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (!here.Roster!.Withdraw().Is(out var filed, out var no))
            return await ShowRoster.Page(here, db, vault, Form.Empty(), no);

        db.Record(viewer, new FactWithdrawn(filed), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/rosters/{unitId}", "已撤回，本单位重新列为未报。");
    }
}
