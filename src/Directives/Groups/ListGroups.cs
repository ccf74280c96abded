using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Groups;

public sealed record GroupRow
{
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required string UnitSortKey { get; init; }
    public required GroupKind Kind { get; init; }
    public required string Name { get; init; }
    public required GroupPlace Place { get; init; }
    public required byte[]? ForwarderSealed { get; init; }

    /// <summary>A forwarder is named who serves somewhere today.</summary>
    public required bool HasForwarder { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required DateOnly? SetUpOn { get; init; }
    public required DateOnly? DissolvedOn { get; init; }
    public required int? Members { get; init; }
    public required DateOnly? CountedOn { get; init; }
}

/// <summary>工作群: which groups stand, which are missing, which have no forwarder.</summary>
internal static class ListGroups
{
    public static readonly ListFilter Kinds = new(
        "kind",
        "类别",
        [.. Enum.GetValues<GroupKind>().Select(kind => (kind.ToString(), GroupWords.Of(kind)))]
    );

    public static readonly ListFilter States = new(
        "state",
        "状态",
        [("to-set-up", "待建"), ("late", "逾期未建"), ("set-up", "已建"), ("no-forwarder", "缺推送员"), ("dissolved", "已解散")]
    );

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var today = LocalDay.Today(clock);
        var listing = await Listing<GroupRow>.Of(
            Asked(Rows(db, viewer, today), query, today).OrderBy(row => row.UnitSortKey).ThenBy(row => row.Kind).ThenBy(row => row.Id),
            query,
            Columns(vault, today)
        );
        return query.AsSheet
            ? listing.AsSheet("工作群", viewer)
            : Page.Of<GroupListPage>(new { Listing = listing, MayEdit = viewer.May(DirectivesActs.EditGroups) });
    }

    /// <summary>Groups in the viewer's scope, dissolved ones included.</summary>
    internal static IQueryable<GroupRow> Rows(Db db, Viewer viewer, DateOnly today) =>
        from g in db.Set<Group>()
        join u in db.Units on new { g.TenantId, g.UnitId } equals new { u.TenantId, UnitId = u.Id }
        join p in db.People on new { g.TenantId, PersonId = g.ForwarderId } equals new { p.TenantId, PersonId = (Guid?)p.Id } into forwarders
        from forwarder in forwarders.DefaultIfEmpty()
        where g.TenantId == viewer.TenantId && u.Path.CompareTo(viewer.Scope.From) >= 0 && u.Path.CompareTo(viewer.Scope.To) < 0
        select new GroupRow
        {
            Id = g.Id,
            UnitId = g.UnitId,
            UnitName = u.Name,
            UnitSortKey = u.SortKey,
            Kind = g.Kind,
            Name = g.Name,
            Place = g.Place,
            ForwarderSealed = forwarder == null ? null : forwarder.NameSealed,
            HasForwarder = db.Appointments.Any(a =>
                a.TenantId == g.TenantId && a.PersonId == g.ForwarderId && a.FromOn <= today && (a.UntilOn == null || a.UntilOn >= today)
            ),
            DueOn = g.DueOn,
            SetUpOn = g.SetUpOn,
            DissolvedOn = g.DissolvedOn,
            Members = g.Members,
            CountedOn = g.CountedOn,
        };

    /// <summary>What is dissolved is shown only when asked for.</summary>
    private static IQueryable<GroupRow> Asked(IQueryable<GroupRow> rows, ListQuery query, DateOnly today)
    {
        var asked = query.Filter("state") switch
        {
            "to-set-up" => rows.Where(row => row.DissolvedOn == null && row.SetUpOn == null),
            "late" => rows.Where(row => row.DissolvedOn == null && row.SetUpOn == null && row.DueOn < today),
            "set-up" => rows.Where(row => row.DissolvedOn == null && row.SetUpOn != null),
            "no-forwarder" => rows.Where(row => row.DissolvedOn == null && !row.HasForwarder),
            "dissolved" => rows.Where(row => row.DissolvedOn != null),
            _ => rows.Where(row => row.DissolvedOn == null),
        };
        if (Enum.TryParse<GroupKind>(query.Filter("kind"), out var kind))
            asked = asked.Where(row => row.Kind == kind);
        if (Guid.TryParse(query.Filter("unit"), out var unit))
            asked = asked.Where(row => row.UnitId == unit);
        return query.Search.Length == 0 ? asked : asked.Where(row => row.Name.Contains(query.Search) || row.UnitName.Contains(query.Search));
    }

    private static Column<GroupRow>[] Columns(Vault vault, DateOnly today) =>
        [
            new("name", "群名称", row => row.Name) { Href = row => $"/groups/{row.Id}" },
            new("unit", "单位", row => row.UnitName) { Sort = row => row.UnitSortKey, OnCard = true },
            new("kind", "类别", row => GroupWords.Of(row.Kind)) { Sort = row => row.Kind },
            new("state", "状态", row => GroupWords.Of(StateOf(row, today))) { Cell = row => GroupStateTag.Of(StateOf(row, today)), OnCard = true },
            new("due", "要求建成", row => row.DueOn) { Sort = row => row.DueOn },
            new("setUp", "建成日期", row => row.SetUpOn) { Sort = row => row.SetUpOn },
            new("forwarder", "推送员", row => Forwarder(row, vault)) { OnCard = true },
            new("members", "成员数", row => row.Members) { Number = true, Sort = row => row.Members },
            new("counted", "统计日期", row => row.CountedOn) { Sort = row => row.CountedOn },
            new("place", "建在哪里", row => GroupWords.Of(row.Place)) { Sort = row => row.Place },
        ];

    private static GroupState StateOf(GroupRow row, DateOnly today) => Group.StateOf(row.SetUpOn, row.DueOn, row.DissolvedOn, today);

    private static string Forwarder(GroupRow row, Vault vault) =>
        row.ForwarderSealed is not { } name ? "缺"
        : row.HasForwarder ? vault.Open(name)
        : $"{vault.Open(name)}（已离任）";
}
