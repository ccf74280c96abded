using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>修改: the fields of a duty are put right; a duty that was corrected is taken.</summary>
internal static class CorrectProposal
{
    internal static async Task<IResult> Get(Guid id, Guid proposalId, string? show, Db db, Viewer viewer) =>
        (await ReviewStep.Find(new(id, proposalId, show), db, viewer)).Is(out var found, out var refusal)
            ? await Shown(found, db, ProposalForm.Of(found.Proposal), show)
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

        var typed = ProposalForm.Read(form, found.Proposal, catalog);
        if (form.Failed)
            return await Shown(found, db, form, show);

        var corrected = ReviewActs.Correct(found.Proposal, typed, GuardReading.Of(await found.Here.Text(db), typed));
        return corrected.Is(out _, out var no)
            ? await ReviewStep.Finish(found, db, catalog, clock, corrected, show)
            : await Shown(found, db, form, show, no);
    }

    private static async Task<IResult> Shown(FoundProposal found, Db db, Form form, string? show, Refusal? refusal = null) =>
        Page.Of<CorrectProposalPage>(
            new
            {
                Head = await found.Here.Head(db),
                ProposalId = found.Proposal.Id,
                Sentence = found.Proposal.Span.Of(await found.Here.Text(db)).Trim(),
                Show = show ?? "",
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
