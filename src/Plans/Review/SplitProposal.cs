using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>拆分: one sentence holds two duties.</summary>
internal static class SplitProposal
{
    internal static readonly ChoiceField At = new("at", "从哪里拆开");

    internal static async Task<IResult> Get(Guid id, Guid proposalId, string? show, Db db, Viewer viewer, FactCatalog catalog) =>
        (await ReviewStep.Find(new(id, proposalId, show), db, viewer)).Is(out var found, out var refusal)
            ? await Shown(found, db, catalog, Form.Empty(), show)
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

        var text = await found.Here.Text(db);
        var at = int.TryParse(form.Read(At.With(Points(text, found.Proposal))), out var typed) ? typed : -1;
        if (form.Failed)
            return await Shown(found, db, catalog, form, show);

        var split = ReviewActs.Split(found.Proposal, at, text, Guid.CreateVersion7(clock.GetUtcNow()));
        return await ReviewStep.Finish(found, db, catalog, clock, split, show);
    }

    private static async Task<IResult> Shown(FoundProposal found, Db db, FactCatalog catalog, Form form, string? show)
    {
        var points = Points(await found.Here.Text(db), found.Proposal);
        if (points.Count == 0)
            return await ShowReview.Page(found.Here, db, catalog, new ReviewSpot(show, Duty: found.Proposal.Id), PlansRefusals.CannotSplit);

        return Page.Of<SplitProposalPage>(
            new
            {
                Head = await found.Here.Head(db),
                ProposalId = found.Proposal.Id,
                found.Proposal.Title,
                Show = show ?? "",
                Points = At.With(points),
                Form = form,
            },
            form.Failed ? 422 : 200
        );
    }

    /// <summary>Each place with the words around it: …签订承诺书， ‖ 并张贴海报…</summary>
    private static List<(string Value, string Text)> Points(string text, Proposal proposal) =>
        [
            .. SplitPoints
                .Of(text, proposal.Span)
                .Select(at => ($"{at}", $"{text[proposal.Start..at].Trim()} ‖ {text[at..proposal.End].Trim()}".ReplaceLineEndings(" "))),
        ];
}
