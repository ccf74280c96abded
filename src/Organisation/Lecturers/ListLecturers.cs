using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Lecturers;

/// <summary>One unit that needs lecturers, as it is counted.</summary>
/// <param name="Have">Lecturers on its filed roster.</param>
/// <param name="Trained">Those of them who attended a training of this campaign.</param>
public sealed record LecturerCount(Guid UnitId, string Name, string Kind, string SortKey, int? Population, DateOnly? CountedOn, int Have, int Trained)
{
    public string KindName => UnitKinds.Of(Kind).Name;
}

/// <summary>The same with what the plan's clause makes of it.</summary>
public sealed record LecturerRow(LecturerCount Count, int? Need)
{
    public int Shortfall => LecturerQuota.Shortfall(Need, Count.Have);

    public WorkState State =>
        Shortfall > 0 ? WorkState.Todo
        : Need is null ? WorkState.Unknown
        : WorkState.Done;

    public string Word =>
        Shortfall > 0 ? (Need is null ? $"至少差 {Shortfall} 名" : $"差 {Shortfall} 名")
        : Need is null ? "人口未登记，不能判断"
        : "够";
}

/// <param name="Unknown">Units whose population nobody has counted.</param>
public sealed record LecturerTotals(int Units, int Need, int Have, int Short, int ShortUnits, int Unknown, int Trained);

/// <summary>宣讲员够不够？</summary>
internal static class ListLecturers
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var all = await Rows(here, db);
        var shown = query.Filter("state") switch
        {
            "short" => all.Where(row => row.Shortfall > 0),
            "unknown" => all.Where(row => row.Need is null),
            _ => all,
        };
        if (query.Search.Length > 0)
            shown = shown.Where(row => row.Count.Name.Contains(query.Search, StringComparison.Ordinal));
        var rows = shown.ToList();
        return query.AsSheet
            ? Sheet(rows, viewer)
            : Page.Of<LecturerListPage>(
                new
                {
                    here.Head,
                    Query = query,
                    Rows = rows,
                    Totals = Total(all),
                    MayRecord = viewer.May(OrganisationActs.RecordTrainings) && here.IsRunning,
                }
            );
    }

    /// <summary>Units that take part, in the viewer's scope, those with the largest shortfall first.</summary>
    internal static async Task<IReadOnlyList<LecturerRow>> Rows(CampaignHere here, Db db)
    {
        var units = await here.Units(db).Select(unit => unit.Id).ToListAsync();
        var wanted = units.ToHashSet();
        var counts = await db
            .Database.SqlQuery<LecturerCount>(
                $"""
                select u.id as unit_id, u.name, u.kind, u.sort_key, p.population, p.counted_on,
                    (select cast(count(*) as int) from campaign_roster_entries e
                     join campaign_rosters r on r.tenant_id = e.tenant_id and r.campaign_id = e.campaign_id and r.unit_id = e.unit_id
                     where e.tenant_id = u.tenant_id and e.campaign_id = {here.Campaign.Id} and e.unit_id = u.id
                       and e.role = {Roles.Lecturer.Key} and r.filed_fact_id is not null) as have,
                    (select cast(count(*) as int) from campaign_roster_entries e
                     join campaign_rosters r on r.tenant_id = e.tenant_id and r.campaign_id = e.campaign_id and r.unit_id = e.unit_id
                     where e.tenant_id = u.tenant_id and e.campaign_id = {here.Campaign.Id} and e.unit_id = u.id
                       and e.role = {Roles.Lecturer.Key} and r.filed_fact_id is not null
                       and exists (select 1 from lecturer_training_attendees a where a.tenant_id = e.tenant_id and a.campaign_id = e.campaign_id
                                   and a.person_id = e.person_id and a.unit_id = e.unit_id)) as trained
                from units u
                left join unit_profiles p on p.tenant_id = u.tenant_id and p.unit_id = u.id
                where u.tenant_id = {here.Viewer.TenantId} and u.path >= {here.Viewer.Scope.From} and u.path < {here.Viewer.Scope.To}
                  and u.path >= {here.Issuer.Scope.From} and u.path < {here.Issuer.Scope.To}
                """
            )
            .ToListAsync();
        return
        [
            .. counts
                .Where(count => wanted.Contains(count.UnitId))
                .Select(count => new LecturerRow(count, LecturerQuota.Need(count.Population, here.Campaign.QuotaReading)))
                .OrderByDescending(row => row.Shortfall)
                .ThenBy(row => row.Count.SortKey, StringComparer.Ordinal),
        ];
    }

    internal static LecturerTotals Total(IReadOnlyList<LecturerRow> rows) =>
        new(
            rows.Count,
            rows.Sum(row => row.Need ?? 1),
            rows.Sum(row => row.Count.Have),
            rows.Sum(row => row.Shortfall),
            rows.Count(row => row.Shortfall > 0),
            rows.Count(row => row.Need is null),
            rows.Sum(row => row.Count.Trained)
        );

    private static SheetFile Sheet(IReadOnlyList<LecturerRow> rows, Viewer viewer) =>
        new(
            "宣讲员配备情况",
            async (book, now) =>
            {
                SheetColumn[] columns =
                [
                    new("单位"),
                    new("类别"),
                    new("人口"),
                    new("人口截至"),
                    new("应配"),
                    new("已配"),
                    new("已培训"),
                    new("差额"),
                    new("情况"),
                ];
                await book.Sheet(new SheetHead("宣讲员配备情况", columns) { Title = "宣讲员配备情况" });
                foreach (var row in rows)
                    await book.Row(
                        row.Count.Name,
                        row.Count.KindName,
                        row.Count.Population,
                        row.Count.CountedOn,
                        row.Need,
                        row.Count.Have,
                        row.Count.Trained,
                        row.Shortfall,
                        row.Word
                    );
                await book.Note(ListingSheets.Watermark(viewer, now, rows.Count));
            }
        );
}
