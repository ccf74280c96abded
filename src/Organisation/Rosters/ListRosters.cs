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

namespace Wuzha.Organisation.Rosters;

/// <summary>One unit that was asked for its rosters.</summary>
/// <param name="State">filed, late or unfiled.</param>
public sealed record RosterRow(
    Guid UnitId,
    string Name,
    string Kind,
    string SortKey,
    string State,
    DateOnly? FiledOn,
    int FirstResponsible,
    int DirectResponsible,
    int Liaisons,
    int Lecturers
)
{
    public string KindName => UnitKinds.Of(Kind).Name;

    public string StateName(DateOnly dueOn, DateOnly today) =>
        State switch
        {
            "filed" => "已报",
            "late" => "逾期报送",
            _ => today > dueOn ? $"逾期 {today.DayNumber - dueOn.DayNumber} 天" : "未报",
        };

    public WorkState Work(DateOnly dueOn, DateOnly today) =>
        State is "filed" or "late" ? WorkState.Done
        : today > dueOn ? WorkState.Overdue
        : WorkState.Todo;
}

/// <summary>How many units were asked, and what became of it.</summary>
public sealed record RosterCounts(int Asked, int Filed, int Late)
{
    public int Unfiled => Asked - Filed;
}

/// <summary>谁还没报名单？</summary>
internal static class ListRosters
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (here.Campaign.RostersDueOn is not { } dueOn)
            return Page.Of<RosterListPage>(new { here.Head });

        var rows = Rows(here, db, dueOn);
        if (query.Filter("state") is { } state)
            rows = state == "filed" ? rows.Where(row => row.State != "unfiled") : rows.Where(row => row.State == state);
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.Name.Contains(query.Search));
        // Those who have not filed stand first: 'unfiled' comes after 'filed' and 'late'.
        var listing = await Listing<RosterRow>.Of(
            rows.OrderByDescending(row => row.State).ThenBy(row => row.SortKey).ThenBy(row => row.UnitId),
            query,
            Columns(id, dueOn, here.Today)
        );
        return query.AsSheet
            ? listing.AsSheet("名单报送情况", viewer)
            : Page.Of<RosterListPage>(
                new
                {
                    here.Head,
                    Listing = listing,
                    Counts = await Count(here, db, dueOn),
                    DueOn = (DateOnly?)dueOn,
                    here.Today,
                    MayExport = viewer.May(OrganisationActs.ExportPhones),
                }
            );
    }

    internal static IQueryable<RosterRow> Rows(CampaignHere here, Db db, DateOnly dueOn) =>
        db.Database.SqlQuery<RosterRow>(
            $"""
            select u.id as unit_id, u.name, u.kind, u.sort_key, r.filed_on,
                case when r.filed_fact_id is null then 'unfiled' when r.filed_on > {dueOn} then 'late' else 'filed' end as state,
                (select cast(count(*) as int) from campaign_roster_entries e where e.tenant_id = r.tenant_id
                   and e.campaign_id = r.campaign_id and e.unit_id = r.unit_id and e.role = {Roles.FirstResponsible.Key}) as first_responsible,
                (select cast(count(*) as int) from campaign_roster_entries e where e.tenant_id = r.tenant_id
                   and e.campaign_id = r.campaign_id and e.unit_id = r.unit_id and e.role = {Roles.DirectResponsible.Key}) as direct_responsible,
                (select cast(count(*) as int) from campaign_roster_entries e where e.tenant_id = r.tenant_id
                   and e.campaign_id = r.campaign_id and e.unit_id = r.unit_id and e.role = {Roles.Liaison.Key}) as liaisons,
                (select cast(count(*) as int) from campaign_roster_entries e where e.tenant_id = r.tenant_id
                   and e.campaign_id = r.campaign_id and e.unit_id = r.unit_id and e.role = {Roles.Lecturer.Key}) as lecturers
            from campaign_rosters r
            join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
            where r.tenant_id = {here.Viewer.TenantId} and r.campaign_id = {here.Campaign.Id} and r.asked_fact_id is not null
              and u.path >= {here.Viewer.Scope.From} and u.path < {here.Viewer.Scope.To}
              and u.path >= {here.Issuer.Scope.From} and u.path < {here.Issuer.Scope.To}
            """
        );

    internal static Task<RosterCounts> Count(CampaignHere here, Db db, DateOnly dueOn) =>
        db
            .Database.SqlQuery<RosterCounts>(
                $"""
                select cast(count(*) as int) as asked, cast(count(r.filed_fact_id) as int) as filed,
                    cast(count(case when r.filed_on > {dueOn} then 1 end) as int) as late
                from campaign_rosters r
                join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
                where r.tenant_id = {here.Viewer.TenantId} and r.campaign_id = {here.Campaign.Id} and r.asked_fact_id is not null
                  and u.path >= {here.Viewer.Scope.From} and u.path < {here.Viewer.Scope.To}
                  and u.path >= {here.Issuer.Scope.From} and u.path < {here.Issuer.Scope.To}
                """
            )
            .SingleAsync();

    private static IReadOnlyList<Column<RosterRow>> Columns(Guid id, DateOnly dueOn, DateOnly today) =>
        [
            new("name", "单位", row => row.Name) { Href = row => $"/campaigns/{id}/rosters/{row.UnitId}", Sort = row => row.SortKey },
            new("kind", "类别", row => row.KindName),
            new("state", "状态", row => row.StateName(dueOn, today))
            {
                Cell = row => RosterState.Of(row.Work(dueOn, today), row.StateName(dueOn, today)),
                Sort = row => row.State,
                OnCard = true,
            },
            new("filedOn", "报送日期", row => row.FiledOn) { Sort = row => row.FiledOn, OnCard = true },
            new("first", "第一责任人", row => row.FirstResponsible) { Number = true },
            new("direct", "具体责任人", row => row.DirectResponsible) { Number = true },
            new("liaisons", "联络员", row => row.Liaisons) { Number = true },
            new("lecturers", "宣讲员", row => row.Lecturers) { Number = true },
        ];
}
