using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>导出带完整电话的名单: an act of its own, with a reason, in the book.</summary>
internal static class ExportPhones
{
    public static readonly ChoiceField Reason = new("reason", "用途")
    {
        Options = [("contact", "联系工作"), ("roster", "上报责任人名单"), ("group", "建立工作群"), ("check", "核对信息")],
    };

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var reason = form.Read(Reason);
        if (form.Failed)
            return OrganisationRefusals.ReasonMissing.AsPage();

        var query = new ListQuery
        {
            Path = "/people",
            AsSheet = true,
            Filters = new Dictionary<string, string>(),
        };
        var rows = ListPeople.Rows(db, viewer, vault, query, null, LocalDay.Today(clock));
        var list = await Listing<PersonRow>.Of(
            rows.OrderBy(row => row.UnitSortKey).ThenBy(row => row.RolePlace),
            query,
            ListPeople.Columns(vault, wholePhones: true)
        );
        db.Record(viewer, new PersonalDataShown("phones-exported", null, reason!));
        await db.SaveChangesAsync();
        return list.AsSheet("人员电话", viewer);
    }
}
