using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Grids;
using Wuzha.Organisation.Units;
using Wuzha.Platform.Home;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation;

/// <summary>What units, people and grids put on 今天: who is missing, which figures are missing, who came and went.</summary>
internal static class UnitHome
{
    private const int DaysOfNews = 7;

    private sealed record News(Guid UnitId, string UnitName, string Kind, DateTime OccurredAt);

    public static void Add(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(OrganisationActs.EditPeople, CountUnowned, Unowned, "/grids/unowned") { Example = "补上没有人负责的岗位：没有网格员 2 处" }
        );
        home.ToDo(
            new HomeSource(OrganisationActs.EditUnitProfiles, CountUncounted, Uncounted, "/grids?gap=figures")
            {
                Example = "填上人口和户数：3 个村还没有数字",
            }
        );
        home.Waiting(new HomeSource(OrganisationActs.ReadGrids, CountAwaited, Awaited, "/grids/unowned"));
        home.Changed(new HomeSource(OrganisationActs.ReadPeople, CountNews, LatestNews, null) { Example = "示例村：有人到任" });
        home.Sentence(
            OrganisationActs.ReadGrids,
            GridSentence,
            (Roles.Leader.Key, "40 个网格中 2 个缺网格长或网格员。"),
            (Roles.OfficeClerk.Key, "40 个网格中 2 个缺网格长或网格员。")
        );
    }

    /// <summary>One thing to do, however many gaps: the list behind it shows them all. Asked on every page, so it stops at the first.</summary>
    private static async Task<int> CountUnowned(HomeQuestion question) =>
        await ListUnowned.Rows(question.Db, question.Viewer, question.Today).AnyAsync() ? 1 : 0;

    private static async Task<IReadOnlyList<HomeItem>> Unowned(HomeQuestion question)
    {
        var gaps = await ListUnowned
            .Rows(question.Db, question.Viewer, question.Today)
            .GroupBy(row => row.Role)
            .Select(group => new { Role = group.Key, Units = group.Count() })
            .ToListAsync();
        return gaps.Count == 0 ? [] : [Gaps("补上没有人负责的岗位", gaps.Select(gap => (gap.Role, gap.Units)))];
    }

    private static async Task<int> CountAwaited(HomeQuestion question) => (await Awaited(question)).Count;

    private static async Task<IReadOnlyList<HomeItem>> Awaited(HomeQuestion question)
    {
        if (question.Viewer.May(OrganisationActs.EditPeople))
            return [];

        var mine = await ListUnowned
            .Rows(question.Db, question.Viewer, question.Today)
            .Where(row => row.UnitId == question.Viewer.UnitId)
            .Select(row => row.Role)
            .ToListAsync();
        return mine.Count == 0 ? [] : [Gaps($"等上级给{question.Viewer.UnitName}登记责任人", mine.Select(role => (role, 1)))];
    }

    private static HomeItem Gaps(string title, IEnumerable<(string Role, int Units)> gaps)
    {
        var inOrder = gaps.OrderBy(gap => gap.Role, Comparer<string>.Create((a, b) => Place(a) - Place(b))).ToList();
        return new HomeItem(title, "/grids/unowned")
        {
            Detail = string.Join("，", inOrder.Select(gap => $"没有{Roles.Of(gap.Role).Name} {gap.Units} 处")),
        };
    }

    private static int Place(string role) => Roles.All.TakeWhile(other => other.Key != role).Count();

    private static async Task<int> CountUncounted(HomeQuestion question) => await WithoutFigures(question).AnyAsync() ? 1 : 0;

    private static async Task<IReadOnlyList<HomeItem>> Uncounted(HomeQuestion question)
    {
        var units = await WithoutFigures(question).CountAsync();
        return units == 0
            ? []
            : [new HomeItem("填上人口和户数", "/grids?gap=figures") { Detail = $"{units} 个村（社区）、网格还没有数字，比率算不出来" }];
    }

    private static IQueryable<Unit> WithoutFigures(HomeQuestion question)
    {
        var (db, viewer) = (question.Db, question.Viewer);
        return db.Units.Where(unit =>
            unit.TenantId == viewer.TenantId
            && unit.Path.CompareTo(viewer.Scope.From) >= 0
            && unit.Path.CompareTo(viewer.Scope.To) < 0
            && unit.ClosedOn == null
            && (unit.Kind == UnitKinds.Village.Key || unit.Kind == UnitKinds.Grid.Key)
            && !db.Set<UnitProfile>()
                .Any(profile =>
                    profile.TenantId == unit.TenantId && profile.UnitId == unit.Id && profile.Population != null && profile.Households != null
                )
        );
    }

    private static IQueryable<News> AllNews(HomeQuestion question)
    {
        var (viewer, since) = (question.Viewer, question.Today.AddDays(-DaysOfNews));
        return question.Db.Database.SqlQuery<News>(
            $"""
            select u.id as unit_id, u.name as unit_name, f.kind, f.occurred_at
            from facts f
            join units u on u.tenant_id = f.tenant_id and u.id = f.node_id
            where f.tenant_id = {viewer.TenantId} and f.on_day >= {since} and u.path >= {viewer.Scope.From} and u.path < {viewer.Scope.To}
              and f.kind in ('organisation.person-appointed', 'organisation.appointment-ended', 'organisation.unit-opened',
                'organisation.unit-moved', 'organisation.unit-closed', 'organisation.unit-renamed')
            """
        );
    }

    private static Task<int> CountNews(HomeQuestion question) => AllNews(question).CountAsync();

    private static async Task<IReadOnlyList<HomeItem>> LatestNews(HomeQuestion question)
    {
        var news = await AllNews(question).OrderByDescending(news => news.OccurredAt).Take(HomeQuestion.Rows).ToListAsync();
        return [.. news.Select(one => new HomeItem($"{one.UnitName}：{Word(one.Kind)}", $"/units/{one.UnitId}/history") { At = one.OccurredAt })];
    }

    private static string Word(string kind) =>
        kind switch
        {
            "organisation.person-appointed" => "有人到任",
            "organisation.appointment-ended" => "有人离任",
            "organisation.unit-opened" => "新增",
            "organisation.unit-moved" => "调整了隶属",
            "organisation.unit-closed" => "撤并",
            _ => "改名",
        };

    /// <summary>For those who lead: one sentence on the whole.</summary>
    private static async Task<HomeSentence?> GridSentence(HomeQuestion question)
    {
        if (question.Viewer.Role != Roles.Leader.Key && question.Viewer.Role != Roles.OfficeClerk.Key)
            return null;

        var grids = ListGrids.Rows(question.Db, question.Viewer.TenantId, question.Viewer.Scope, question.Today);
        var all = await grids.CountAsync();
        var gaps = await grids.CountAsync(row => row.Chiefs == 0 || row.Officers == 0);
        return all == 0 ? null
            : gaps == 0 ? new HomeSentence($"{all} 个网格都有网格长和网格员。", "/grids")
            : new HomeSentence($"{all} 个网格中 {gaps} 个缺网格长或网格员。", "/grids/unowned");
    }
}
