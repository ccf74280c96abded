using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.PlanReading;
using Wuzha.Plans.Amendment;
using Wuzha.Platform;
using Wuzha.Platform.Documents.Reading;
using Wuzha.Platform.Files;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>One of several plans found in one file.</summary>
/// <param name="Number">From 1, in the order of the file.</param>
public sealed record FoundPlan(int Number, string Title, string? Authority, int Duties, int Characters, string Beginning);

/// <summary>一个文件里有几份方案: which of them are read in (requirements PLN7).</summary>
internal static class ChoosePlans
{
    internal const string Chosen = "plan";
    private const int BeginningLength = 60;

    internal static async Task<IResult> Get(
        Guid fileId,
        Guid? campaign,
        Db db,
        Viewer viewer,
        FileStore store,
        TimeProvider clock,
        HttpContext context
    ) =>
        (await Find(fileId, db, viewer, store, clock, context)).Is(out var found, out var refusal)
            ? Show(found, campaign, Form.Empty())
            : refusal.AsPage();

    internal static async Task<IResult> Post(
        Guid fileId,
        Guid? campaign,
        Form form,
        Db db,
        Viewer viewer,
        FileStore store,
        SecondReader model,
        TimeProvider clock,
        HttpContext context
    )
    {
        if (!(await Find(fileId, db, viewer, store, clock, context)).Is(out var found, out var refusal))
            return refusal.AsPage();
        if (!(await PlanAim.Of(campaign, db, viewer, clock)).Is(out var aim, out var notThis))
            return notThis.AsPage();

        var numbers = form.TypedAll(Chosen).Select(typed => int.TryParse(typed, out var number) ? number : 0).ToHashSet();
        var chosen = found.Plans.Where((_, at) => numbers.Contains(at + 1)).ToList();
        if (chosen.Count == 0)
            return Show(found, campaign, form, PlansRefusals.NothingChosen);

        found.File.ExpiresAt = null;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var plan in chosen)
            AskSecondReader.Queue(db, viewer, PlanRows.Add(db, viewer, plan, new PlanOrigin(found.File.Id, found.File.Hash), now, aim), model, now);
        await db.SaveChangesAsync();
        return Page.Done("/plans", $"已读入 {chosen.Count} 份方案，请逐份核对、审阅。");
    }

    /// <summary>An upload of one's own that waits for the choice, read again.</summary>
    private static async Task<Result<FoundPlans>> Find(Guid fileId, Db db, Viewer viewer, FileStore store, TimeProvider clock, HttpContext context)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var file = await db.Set<StoredFile>()
            .SingleOrDefaultAsync(file =>
                file.TenantId == viewer.TenantId
                && file.Id == fileId
                && file.OwnerId == viewer.PersonId
                && file.UnitId == viewer.UnitId
                && file.ExpiresAt > now
            );
        if (file is null || file.AccessAct != PlansActs.ReadPlans.Key || await store.Find(viewer.TenantId, file.Hash) is not { } path)
            return Refusal.NotFound;
        if (!(await DocumentText.Read(await File.ReadAllBytesAsync(path), context.RequestAborted)).Is(out var text, out var refusal))
            return refusal;

        return new FoundPlans(file, PlanReader.Read(text));
    }

    private static IResult Show(FoundPlans found, Guid? campaign, Form form, Refusal? refusal = null) =>
        Page.Of<ChoosePlansPage>(
            new
            {
                FileId = found.File.Id,
                CampaignId = campaign,
                found.File.Name,
                Plans = (IReadOnlyList<FoundPlan>)
                    [
                        .. found.Plans.Select(
                            (plan, at) =>
                                new FoundPlan(
                                    at + 1,
                                    plan.Head.Title ?? "（没有标题的方案）",
                                    plan.Head.Authority,
                                    plan.Duties.Count,
                                    plan.Text.Length,
                                    Beginning(plan.Text)
                                )
                        ),
                    ],
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? 200
        );

    private static string Beginning(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, 12, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= BeginningLength ? line : line[..BeginningLength] + "…";
    }

    private sealed record FoundPlans(StoredFile File, IReadOnlyList<Plan> Plans);
}
