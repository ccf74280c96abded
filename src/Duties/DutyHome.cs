using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Lists;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Home;
using Wuzha.Platform.Identity;

namespace Wuzha.Duties;

/// <summary>What duties put on 今天: my day, returns to decide, who is behind.</summary>
internal static class DutyHome
{
    /// <summary>One 今天 asks for the board twice: for who is late, and for the sentence.</summary>
    private static readonly ConditionalWeakTable<HomeQuestion, Task<IReadOnlyList<(CampaignHead, IReadOnlyList<DutyLine>)>>> Boards = [];

    public static void Put(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(DutiesActs.RecordWork, async ask => (await Urgent(ask)).Count, UrgentItems, "/duties")
            {
                Example = "3. 入户走访宣传：还有 2 天（示例专项行动）",
            }
        );
        home.ToDo(
            new HomeSource(DutiesActs.DecideDuties, ask => Returns(ask).CountAsync(), ReturnItems, "/campaigns")
            {
                Example = "处理退回：示例村退回“入户走访宣传”",
            }
        );
        home.Waiting(
            new HomeSource(DutiesActs.DecideDuties, async ask => (await LateItems(ask)).Count, LateItems, "/campaigns")
            {
                Example = "4 个单位有任务逾期（示例专项行动）",
            }
        );
        home.Sentence(
            DutiesActs.ReadDuties,
            Sentence,
            (Roles.Leader.Key, "27 个单位中 4 个有逾期任务（共 6 项），7 天内到期 12 项。"),
            (Roles.OfficeClerk.Key, "27 个单位中 4 个有逾期任务（共 6 项），7 天内到期 12 项。")
        );
    }

    /// <summary>How many units of those that owe anything are behind, and what falls due soon.</summary>
    public static string Sentence(IReadOnlyCollection<DutyLine> lines)
    {
        var units = lines.DistinctBy(line => line.UnitId).Count();
        var late = lines.Where(line => line.Standing.State == LineState.Overdue).ToList();
        var soon = lines.Count(line => line.Standing.IsSoon);
        var behind = (late.Count, units) switch
        {
            (0, 1) => "没有逾期任务",
            (0, _) => $"{units} 个单位都没有逾期任务",
            (_, 1) => $"有 {late.Count} 项逾期任务",
            _ => $"{units} 个单位中 {late.DistinctBy(line => line.UnitId).Count()} 个有逾期任务（共 {late.Count} 项）",
        };
        return soon == 0 ? $"{behind}。" : $"{behind}，7 天内到期 {soon} 项。";
    }

    /// <summary>
    /// Overdue, or due within seven days: of the own unit for those who answer for it, unless it was handed to somebody else and is not overdue; otherwise
    /// what one was named for.
    /// </summary>
    private static async Task<IReadOnlyList<DutyLine>> Urgent(HomeQuestion ask)
    {
        var answers = ask.Viewer.May(DutiesActs.AnswerForDuties);
        bool IsMine(DutyLine line) =>
            line.DoerId == ask.Viewer.PersonId
            || answers && line.UnitId == ask.Viewer.UnitId && (line.DoerId is null || line.Standing.State == LineState.Overdue);

        return
        [
            .. (await DutyLines.Mine(ask.Db, ask.Catalog, ask.Viewer, ask.Today))
                .Where(line => line.Standing.IsUrgent && IsMine(line))
                .OrderBy(line => line.Standing.State)
                .ThenBy(line => line.DueOn)
                .ThenBy(line => line.Number),
        ];
    }

    private static async Task<IReadOnlyList<HomeItem>> UrgentItems(HomeQuestion ask) =>
        [
            .. (await Urgent(ask))
                .Take(HomeQuestion.Rows)
                .Select(line => new HomeItem(line.Name, line.Href)
                {
                    Detail = $"{line.Days} 已完成 {line.Done}" + (line.Standing.MissedBefore ? "，上期未完成" : ""),
                    DueOn = line.DueOn,
                    Opens = line.CountsWork ? ("记录", $"{line.Href}/work") : null,
                }),
        ];

    /// <summary>Returns that the viewer's office has not decided.</summary>
    private static IQueryable<DutyReturn> Returns(HomeQuestion ask)
    {
        var (db, tenant, office) = (ask.Db, ask.Viewer.TenantId, ask.Viewer.UnitId);
        return db.Set<DutyReturn>()
            .Where(one =>
                one.TenantId == tenant
                && one.IsAccepted == null
                && db.Set<DutyAssignment>()
                    .Any(assignment =>
                        assignment.TenantId == tenant
                        && assignment.Id == one.AssignmentId
                        && assignment.EndedOn == null
                        && db.Set<Duty>().Any(duty => duty.TenantId == tenant && duty.Id == assignment.DutyId && duty.IssuingUnitId == office)
                    )
            );
    }

    private static async Task<IReadOnlyList<HomeItem>> ReturnItems(HomeQuestion ask)
    {
        var (db, tenant) = (ask.Db, ask.Viewer.TenantId);
        var rows = await (
            from one in Returns(ask)
            join assignment in db.Set<DutyAssignment>()
                on new { one.TenantId, one.AssignmentId } equals new { assignment.TenantId, AssignmentId = assignment.Id }
            join duty in db.Set<Duty>() on new { assignment.TenantId, assignment.DutyId } equals new { duty.TenantId, DutyId = duty.Id }
            join unit in db.Units on new { assignment.TenantId, assignment.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where one.TenantId == tenant
            orderby one.ReturnedAt
            select new
            {
                one.Id,
                one.AssignmentId,
                one.ReturnedAt,
                unit.Name,
                duty.Number,
                duty.Title,
            }
        )
            .Take(HomeQuestion.Rows)
            .ToListAsync();
        return
        [
            .. rows.Select(row => new HomeItem($"处理退回：{row.Name}", $"/assignments/{row.AssignmentId}/returns/{row.Id}")
            {
                Detail = $"{row.Number}. {row.Title}",
                At = row.ReturnedAt,
            }),
        ];
    }

    private static async Task<IReadOnlyList<HomeItem>> LateItems(HomeQuestion ask)
    {
        var items = new List<HomeItem>();
        foreach (var (campaign, lines) in await Boards.GetValue(ask, Own))
            if (lines.Where(line => line.Standing.State == LineState.Overdue).DistinctBy(line => line.UnitId).Count() is > 0 and var late)
                items.Add(new HomeItem($"{late} 个单位有任务逾期", $"{campaign.Href}/board?by=line&state=overdue") { Detail = campaign.Name });
        return items;
    }

    /// <summary>For those who lead: one sentence on the campaign with most that is late.</summary>
    private static async Task<HomeSentence?> Sentence(HomeQuestion ask)
    {
        if (ask.Viewer.Role != Roles.Leader.Key && ask.Viewer.Role != Roles.OfficeClerk.Key)
            return null;

        var boards = await Boards.GetValue(ask, Own);
        var worst = boards.OrderByDescending(board => board.Item2.Count(line => line.Standing.State == LineState.Overdue)).FirstOrDefault();
        return worst.Item2 is null ? null : new HomeSentence(Sentence(worst.Item2), $"{worst.Item1.Href}/board");
    }

    /// <summary>Running campaigns of the viewer's unit that ask something of somebody.</summary>
    private static async Task<IReadOnlyList<(CampaignHead, IReadOnlyList<DutyLine>)>> Own(HomeQuestion ask)
    {
        var boards = new List<(CampaignHead, IReadOnlyList<DutyLine>)>();
        foreach (var campaign in await DutyLines.Running(ask.Db, ask.Viewer, ask.Today))
            if (campaign.IssuingUnitId == ask.Viewer.UnitId)
                if (
                    await DutyLines.Of(ask.Db, null, campaign, new LineQuestion(ask.Viewer.Scope, ask.Today), ask.Viewer.TenantId) is
                    { Count: > 0 } lines
                )
                    boards.Add((campaign, lines));
        return boards;
    }
}
