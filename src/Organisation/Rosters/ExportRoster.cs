using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Documents;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

/// <summary>导出责任人员名单 with whole phone numbers: says first what will leave, and stands in the book.</summary>
internal static class ExportRoster
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        (await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal)
            ? Page.Of<ExportRosterPage>(new { here.Head })
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var lines = await RosterAnnex.Lines(here, db, vault);
        db.Record(viewer, new PersonalDataShown("phones-exported", null, "roster"), id);
        await db.SaveChangesAsync();
        var title = $"{here.Issuer.Name}{RosterAnnex.Title}";
        if (form.Typed("format") == "docx")
            return new OfficialDocument(landscape: true)
                .Annex("附件")
                .Title(title)
                .Table(RosterAnnex.DocumentColumns, lines.Select(RosterAnnex.Words))
                .Note(ListingSheets.Watermark(viewer, clock.GetUtcNow().UtcDateTime, lines.Count))
                .AsFile("责任人员名单");

        return new SheetFile(
            "责任人员名单",
            async (book, now) =>
            {
                await book.Sheet(new SheetHead("责任人员名单", RosterAnnex.Columns) { Title = title });
                foreach (var line in lines)
                    await book.Row(RosterAnnex.Cells(line));
                await book.Note(ListingSheets.Watermark(viewer, now, lines.Count));
            }
        );
    }
}
