using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.PlanReading;
using Wuzha.Plans.Review;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Activation;

/// <summary>改一类任务的计数方式: before activation, for all duties of a kind that were taken. Taken back like every act of the review.</summary>
internal static class ChooseKindMeasure
{
    internal static async Task<IResult> Get(Guid id, string kind, Db db, Viewer viewer, FactCatalog catalog)
    {
        if (!(await Find(id, kind, db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var measures = found.Duties.Select(duty => MeasureChoice.Of(catalog, duty).Key).Distinct().ToList();
        return Shown(found, kind, catalog, Form.Empty((MeasureChoice.Measure.Name, measures is [var alone] ? alone : null)));
    }

    internal static async Task<IResult> Post(Guid id, string kind, Form form, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await Find(id, kind, db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var measure = form.Read(MeasureChoice.Among(catalog, kind));
        if (form.Failed)
            return Shown(found, kind, catalog, form);

        var text = await found.Here.Text(db);
        if (!ReviewActs.Measure(found.Duties, measure!, proposal => GuardReading.Of(text, proposal)).Is(out var act, out var no))
            return Shown(found, kind, catalog, form, no);

        ReviewBook.Do(db, found.Here, act, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Page.Done($"/plans/{id}/outcome", $"已改“{KindMeasures.Of(kind).Name}”类 {act.After.Count} 条任务的计数方式。");
    }

    private static async Task<Result<KindHere>> Find(Guid id, string kind, Db db, Viewer viewer)
    {
        if (!(await PlanHere.BeforeActivation(id, db, viewer)).Is(out var here, out var refusal))
            return refusal;

        var duties = await here.Proposals(db)
            .Where(proposal => proposal.Kind == kind && proposal.Decision == Decision.Taken)
            .OrderBy(proposal => proposal.Start)
            .ThenBy(proposal => proposal.Position)
            .ToListAsync();
        return DutyKinds.All.Contains(kind) && duties.Count > 0 ? new KindHere(here, duties) : Refusal.NotFound;
    }

    private static IResult Shown(KindHere found, string kind, FactCatalog catalog, Form form, Refusal? refusal = null) =>
        Page.Of<ChooseMeasurePage>(
            new
            {
                Title = $"“{KindMeasures.Of(kind).Name}”类任务，共 {found.Duties.Count} 条",
                Address = $"/plans/{found.Here.Plan.Id}/measures/{kind}",
                Back = $"/plans/{found.Here.Plan.Id}/outcome",
                BackTitle = "启用后会怎样",
                Measure = MeasureChoice.Among(catalog, kind),
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );

    private sealed record KindHere(PlanHere Here, IReadOnlyList<Proposal> Duties);
}
