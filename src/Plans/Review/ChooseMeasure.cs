using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>改计数方式 of one proposal.</summary>
internal static class ChooseMeasure
{
    internal static async Task<IResult> Get(Guid id, Guid proposalId, string? show, Db db, Viewer viewer, FactCatalog catalog) =>
        (await ReviewStep.Find(new(id, proposalId, show), db, viewer)).Is(out var found, out var refusal)
            ? await Shown(found, db, catalog, Form.Empty((MeasureChoice.Measure.Name, MeasureChoice.Of(catalog, found.Proposal).Key)), show)
            : refusal.AsPage();

    internal static async Task<IResult> Post(
        Guid id,
        Guid proposalId,
        string? show,
        Form form,
        Db db,
        Viewer viewer,
        FactCatalog catalog,
        TimeProvider clock
    )
    {
        if (!(await ReviewStep.Find(new(id, proposalId, show), db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var measure = form.Read(MeasureChoice.Among(catalog, found.Proposal.Kind));
        if (form.Failed)
            return await Shown(found, db, catalog, form, show);

        var text = await found.Here.Text(db);
        var chosen = ReviewActs.Measure([found.Proposal], measure!, proposal => GuardReading.Of(text, proposal));
        return chosen.Is(out _, out var no)
            ? await ReviewStep.Finish(found, db, catalog, clock, chosen, show)
            : await Shown(found, db, catalog, form, show, no);
    }

    private static async Task<IResult> Shown(FoundProposal found, Db db, FactCatalog catalog, Form form, string? show, Refusal? refusal = null) =>
        Page.Of<ChooseMeasurePage>(
            new
            {
                found.Proposal.Title,
                Address = ReviewPlace.Act(found.Here.Plan.Id, found.Proposal.Id, "measure", show ?? ""),
                Back = ReviewPlace.Href(found.Here.Plan.Id, show, duty: found.Proposal.Id),
                BackTitle = "审阅",
                Measure = MeasureChoice.Among(catalog, found.Proposal.Kind),
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
