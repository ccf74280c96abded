using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

public sealed record EscalationView
{
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required string UnitSortKey { get; init; }
    public required string SubjectKind { get; init; }
    public required DateTime DueAt { get; init; }
    public required bool IsUnsettled { get; init; }
    public required bool IsWaived { get; init; }
    public required int StepsTaken { get; init; }
    public required DateTime? NextStepAt { get; init; }

    /// <summary>Rungs where nobody held the role.</summary>
    public required int Gaps { get; init; }

    /// <summary>The last instant that is in time; null for a matter settled before anybody set a deadline.</summary>
    public DateTime? LastInTime => DueAt == default ? null : DueAt.AddTicks(-1);
}

/// <summary>催办: what is unsettled in the viewer's scope, how far the ladder is, and where nobody stands on it.</summary>
internal static class ListEscalations
{
    public static readonly ListFilter States = new(
        "state",
        "状态",
        [("open", "催办中"), ("overdue", "已逾期"), ("gap", "有人缺位"), ("waived", "说明不适用"), ("settled", "已办结")]
    );

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, MatterKinds kinds, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = Rows(db, viewer);
        var filtered = query.Filter("state") switch
        {
            "overdue" => rows.Where(e => e.IsUnsettled && !e.IsWaived && e.DueAt <= now),
            "gap" => rows.Where(e => e.IsUnsettled && !e.IsWaived && e.Gaps > 0),
            "waived" => rows.Where(e => e.IsUnsettled && e.IsWaived),
            "settled" => rows.Where(e => !e.IsUnsettled),
            "open" => rows.Where(e => e.IsUnsettled && !e.IsWaived),
            _ => rows,
        };
        if (Guid.TryParse(query.Filter("unit"), out var unit))
            filtered = filtered.Where(e => e.UnitId == unit);
        var inOrder = filtered.OrderByDescending(e => e.IsUnsettled).ThenBy(e => e.DueAt).ThenBy(e => e.UnitSortKey);
        var listing = await Listing<EscalationView>.Of(inOrder, query, Columns(kinds, now));
        return query.AsSheet ? listing.AsSheet("催办", viewer) : Page.Of<EscalationsPage>(new { Listing = listing });
    }

    internal static IQueryable<EscalationView> Rows(Db db, Viewer viewer) =>
        from e in db.Set<Escalation>()
        join u in db.Units on new { e.TenantId, e.UnitId } equals new { u.TenantId, UnitId = u.Id }
        where e.TenantId == viewer.TenantId && string.Compare(u.Path, viewer.Scope.From) >= 0 && string.Compare(u.Path, viewer.Scope.To) < 0
        select new EscalationView
        {
            Id = e.Id,
            UnitId = e.UnitId,
            UnitName = u.Name,
            UnitSortKey = u.SortKey,
            SubjectKind = e.SubjectKind,
            DueAt = e.DueAt,
            IsUnsettled = e.IsUnsettled,
            IsWaived = e.WaivedAt != null,
            StepsTaken = e.StepsTaken,
            NextStepAt = e.NextStepAt,
            Gaps = db.Set<EscalationStep>().Count(s => s.TenantId == e.TenantId && s.EscalationId == e.Id && s.DueAt == e.DueAt && s.Told == 0),
        };

    private static Column<EscalationView>[] Columns(MatterKinds kinds, DateTime now) =>
        [
            new("unit", "单位", row => row.UnitName) { Sort = row => row.UnitSortKey, Href = row => $"/escalations/{row.Id}" },
            new("matter", "事项", row => kinds.NameOf(row.SubjectKind)) { Sort = row => row.SubjectKind, OnCard = true },
            new("due", "期限", row => row.LastInTime) { Sort = row => row.DueAt, OnCard = true },
            new("state", "状态", row => StateOf(row, now)) { OnCard = true },
            new("step", "已催到", row => row.StepsTaken == 0 ? "还未催" : Ladder.Steps[row.StepsTaken - 1].Name) { Sort = row => row.StepsTaken },
            new("next", "下一步时间", row => row.NextStepAt) { Sort = row => row.NextStepAt },
            new("gaps", "缺位", row => row.Gaps) { Number = true, Sort = row => row.Gaps },
        ];

    internal static string StateOf(EscalationView row, DateTime now) =>
        !row.IsUnsettled ? "已办结"
        : row.IsWaived ? "说明不适用"
        : now >= row.DueAt ? "已逾期"
        : "未到期";
}
