using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Documents;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Groups;

/// <summary>The lists of the leading group and of the other bodies as an annex, without phones.</summary>
internal static class ExportBodies
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var bodies = await ListBodies.Bodies(db, here, BodyHere.Seen(db, here), vault);
        return new SheetFile(
            "领导小组及工作机构名单",
            async (book, now) =>
            {
                SheetColumn[] columns = [new("机构"), new("设在"), new("职位"), new("姓名"), new("职务"), new("抽调自"), new("开始日期")];
                await book.Sheet(new SheetHead("工作机构", columns) { Title = $"{here.Campaign.Name}领导小组及工作机构名单" });
                foreach (var body in bodies)
                foreach (var seat in body.Seats)
                    await book.Row(body.Name, body.UnitName, seat.Seat, seat.Name, seat.Post, seat.FromUnit, seat.FromOn);
                await book.Note(ListingSheets.Watermark(viewer, now, bodies.Sum(body => body.Seats.Count)));
            }
        );
    }

    /// <summary>The annex on paper: body by body, 组长：姓名 职务.</summary>
    internal static async Task<IResult> Word(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var document = new OfficialDocument().Annex("附件").Title($"{here.Campaign.Name}\n领导小组及工作机构名单");
        var bodies = await ListBodies.Bodies(db, here, BodyHere.Seen(db, here), vault);
        foreach (var (body, at) in bodies.Select((body, at) => (body, at)))
        {
            document.Heading(3, $"{at + 1}. {body.Name}（设在{body.UnitName}）");
            foreach (var seat in body.Seats)
                document.Paragraph($"{seat.Seat}：{seat.Name ?? seat.Post}{(seat.Name is null ? "" : $"　{seat.Post}")}{From(seat)}");
        }
        return document
            .Note(ListingSheets.Watermark(viewer, clock.GetUtcNow().UtcDateTime, bodies.Sum(body => body.Seats.Count)))
            .AsFile("领导小组及工作机构名单");
    }

    private static string From(SeatLine seat) => seat.FromUnit is null ? "" : $"（抽调自{seat.FromUnit}）";
}
