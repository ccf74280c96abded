using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Parts;
using Wuzha.Platform;
using Wuzha.Platform.Files;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

public sealed record PlanStageRow(Guid Id, string Name, DateOnly? FromOn, DateOnly? UntilOn);

public sealed record PlanIndicatorRow(Guid Id, string Name, bool Rises, double? Value, string? ValueUnit)
{
    public string Words => $"{(Rises ? "上升" : "下降")}{(Value is { } value ? $"（{value:0.##}{ValueUnit}）" : "")}";
}

public sealed record PlanRoleRow(Guid Id, string Role, int? Count);

public sealed record PlanAnnexRow(Guid Id, string Name, bool IsAbsent);

/// <summary>方案信息: what was found around the duties, and what is missing.</summary>
public sealed record PlanView
{
    public required PlanHead Head { get; init; }
    public required string? Authority { get; init; }
    public required string? DocNumber { get; init; }
    public required DateOnly? IssuedOn { get; init; }
    public required DateOnly? FromOn { get; init; }
    public required DateOnly? UntilOn { get; init; }
    public required string? Office { get; init; }
    public required int Length { get; init; }
    public required DateTime ReadAt { get; init; }
    public required Guid FileId { get; init; }
    public required string FileName { get; init; }
    public required IReadOnlyList<PlanStageRow> Stages { get; init; }
    public required IReadOnlyList<PlanIndicatorRow> Indicators { get; init; }
    public required IReadOnlyList<PlanRoleRow> Roles { get; init; }
    public required IReadOnlyList<PlanAnnexRow> Annexes { get; init; }

    /// <summary>The change of a stage, goal, role or annex that 撤销 would take back; null when there is none.</summary>
    public required string? LastPartChange { get; init; }

    /// <summary>One sentence for each thing that a clerk should look at.</summary>
    public required IReadOnlyList<string> Doubts { get; init; }
}

internal static class ShowPlan
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer) =>
        (await PlanHere.Read(id, db, viewer)).Is(out var here, out var refusal) ? await Page(here, db, null) : refusal.AsPage();

    internal static async Task<IResult> Page(PlanHere here, Db db, Refusal? refusal)
    {
        var (tenant, plan) = (here.Viewer.TenantId, here.Plan);
        var file = await db.Set<StoredFile>()
            .Where(file => file.TenantId == tenant && file.Id == plan.FileId)
            .Select(file => file.Name)
            .SingleAsync();
        var annexes = await PartStep.Of<PlanAnnex>(db, here).Select(annex => new PlanAnnexRow(annex.Id, annex.Name, annex.IsAbsent)).ToListAsync();
        var head = await here.Head(db);
        var view = new PlanView
        {
            Head = head,
            Authority = plan.Authority,
            DocNumber = plan.DocNumber,
            IssuedOn = plan.IssuedOn,
            FromOn = plan.FromOn,
            UntilOn = plan.UntilOn,
            Office = plan.Office,
            Length = plan.Length,
            ReadAt = plan.ReadAt,
            FileId = plan.FileId,
            FileName = file,
            Stages = [.. (await Stages(db, here)).Select(stage => new PlanStageRow(stage.Id, stage.Name, stage.FromOn, stage.UntilOn))],
            Indicators = await PartStep
                .Of<PlanIndicator>(db, here)
                .Select(indicator => new PlanIndicatorRow(indicator.Id, indicator.Name, indicator.Rises, indicator.Value, indicator.ValueUnit))
                .ToListAsync(),
            Roles = await Roles(db, here),
            Annexes = annexes,
            LastPartChange = head.IsOpen && await PartBook.Last(db, here) is { } last ? PartBook.ChangeOf(last).Sentence : null,
            Doubts = [.. DoubtsOf(plan, annexes.Count(annex => annex.IsAbsent))],
        };
        return Platform.Page.Of<PlanPage>(new { View = view, Refusal = refusal }, refusal?.Status ?? 200);
    }

    internal static Task<List<PlanStage>> Stages(Db db, PlanHere here) => PartStep.Of<PlanStage>(db, here).ToListAsync();

    internal static Task<List<PlanRoleRow>> Roles(Db db, PlanHere here) =>
        PartStep.Of<PlanRole>(db, here).Select(role => new PlanRoleRow(role.Id, role.Role, role.Count)).ToListAsync();

    private static IEnumerable<string> DoubtsOf(PlanDocument plan, int absentAnnexes)
    {
        if (plan.Title is null)
            yield return "没有找到标题，请补上。";
        if (plan.Authority is null)
            yield return "没有找到发文机关，请补上。";
        if (plan.IssuedOn is null)
            yield return "没有找到成文日期；没写年份的期限就推算不出哪一年，请补上。";
        if (plan.FromOn is null || plan.UntilOn is null)
            yield return "没有写明起止日期，启动以前请补上。";
        if (absentAnnexes > 0)
            yield return $"方案提到 {absentAnnexes} 个附件，文件里没有，里面的任务没有读到。";
        if (plan.Warnings.HasFlag(PlanWarnings.Blanks))
            yield return "文中有没填的空（用叉号代替的日期、单位），这些地方没有读出来，请在审阅时补上。";
        if (plan.Warnings.HasFlag(PlanWarnings.LostCharacters))
            yield return "文中有读不出来的字（显示为“�”），请对照原件。";
        if (plan.Warnings.HasFlag(PlanWarnings.CutOff))
            yield return "文字在半句话上断了，可能没有粘贴完整，请对照原件。";
    }
}
