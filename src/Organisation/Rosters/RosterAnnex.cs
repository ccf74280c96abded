using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform.Documents;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

/// <summary>One line of the annex: up to one person of each role of one unit.</summary>
/// <param name="UnitName">Only on the first line of a unit.</param>
internal sealed record AnnexLine(string? Number, string? UnitName, IReadOnlyList<AnnexPerson?> People);

internal sealed record AnnexPerson(string Name, string Post, string Phone);

/// <summary>附件：责任人员名单, as real annexes are printed: a block of 姓名, 职务, 电话 under each of the four roles.</summary>
internal static class RosterAnnex
{
    public static readonly string Title = "防范电信网络诈骗犯罪工作责任人员名单";

    private static readonly string[] PersonColumns = ["姓名", "职务", "电话"];

    public static IReadOnlyList<SheetColumn> Columns =>
        [new("序号"), new("单位"), .. Roster.Asked.SelectMany(role => PersonColumns.Select(title => new SheetColumn(title) { Group = role.Name }))];

    /// <summary>The same on paper.</summary>
    public static IReadOnlyList<DocumentColumn> DocumentColumns =>
        [
            new("序号", 0.6),
            new("单位", 1.6),
            .. Roster.Asked.SelectMany(role =>
                PersonColumns.Select(title => new DocumentColumn(title, title == "电话" ? 1.6 : 1.1) { Group = role.Name })
            ),
        ];

    /// <summary>The filed rosters in the viewer's scope, with whole phone numbers.</summary>
    public static async Task<IReadOnlyList<AnnexLine>> Lines(CampaignHere here, Db db, Vault vault)
    {
        var (tenant, id, units) = (here.Viewer.TenantId, here.Campaign.Id, here.Units(db));
        var rows = await (
            from entry in db.Set<RosterEntry>()
            where entry.TenantId == tenant && entry.CampaignId == id
            join roster in db.Set<Roster>()
                on new
                {
                    entry.TenantId,
                    entry.CampaignId,
                    entry.UnitId,
                } equals new
                {
                    roster.TenantId,
                    roster.CampaignId,
                    roster.UnitId,
                }
            where roster.FiledFactId != null
            join unit in units on new { entry.TenantId, Id = entry.UnitId } equals new { unit.TenantId, unit.Id }
            orderby unit.SortKey, unit.Id, entry.Position
            select new { Entry = entry, unit.Name }
        ).ToListAsync();
        var people = await CampaignPeople.Of(db, tenant, vault, rows.Select(row => row.Entry.PersonId), wholePhones: true);
        var lines = new List<AnnexLine>();
        foreach (var (unit, at) in rows.GroupBy(row => row.Entry.UnitId).Select((unit, at) => (unit, at)))
        {
            var roles = Roster.Asked.Select(role => unit.Where(row => row.Entry.Role == role.Key).Select(row => row.Entry).ToList()).ToList();
            for (var line = 0; line < roles.Max(role => role.Count); line++)
                lines.Add(
                    new AnnexLine(
                        line == 0 ? $"{at + 1}" : null,
                        line == 0 ? unit.First().Name : null,
                        [.. roles.Select(role => line < role.Count ? Person(role[line], people) : null)]
                    )
                );
        }
        return lines;
    }

    public static IReadOnlyList<object?> Cells(AnnexLine line) =>
        [line.Number, line.UnitName, .. line.People.SelectMany(person => new object?[] { person?.Name, person?.Post, person?.Phone })];

    public static IReadOnlyList<string> Words(AnnexLine line) => [.. Cells(line).Select(cell => cell as string ?? "")];

    private static AnnexPerson Person(RosterEntry entry, IReadOnlyDictionary<Guid, PersonLine> people)
    {
        var person = people.GetValueOrDefault(entry.PersonId, PersonLine.Unknown);
        return new AnnexPerson(person.Name, entry.Post, person.Phone ?? "");
    }
}
