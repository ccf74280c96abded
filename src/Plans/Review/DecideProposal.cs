using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>采纳.</summary>
internal static class TakeProposal
{
    internal static Task<IResult> Post(Guid id, Guid proposalId, string? show, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock) =>
        ReviewStep.Do(
            new(id, proposalId, show),
            db,
            viewer,
            catalog,
            clock,
            (proposal, text) => ReviewActs.Take(proposal, GuardReading.Of(text, proposal))
        );
}

/// <summary>采用合法做法.</summary>
internal static class AdoptLawfulForm
{
    internal static Task<IResult> Post(Guid id, Guid proposalId, string? show, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock) =>
        ReviewStep.Do(
            new(id, proposalId, show),
            db,
            viewer,
            catalog,
            clock,
            (proposal, text) => ReviewActs.Adopt(proposal, GuardReading.Of(text, proposal))
        );
}

/// <summary>不要.</summary>
internal static class DropProposal
{
    internal static Task<IResult> Post(Guid id, Guid proposalId, string? show, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock) =>
        ReviewStep.Do(new(id, proposalId, show), db, viewer, catalog, clock, (proposal, _) => ReviewActs.Drop(proposal));
}

/// <summary>与下一条合并.</summary>
internal static class MergeProposals
{
    internal static async Task<IResult> Post(Guid id, Guid proposalId, string? show, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await ReviewStep.Find(new(id, proposalId, show), db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var first = found.Proposal;
        var next = await found
            .Here.Proposals(db)
            .Where(other =>
                other.Decision != Decision.Dropped && (other.Start > first.Start || other.Start == first.Start && other.Position > first.Position)
            )
            .OrderBy(other => other.Start)
            .ThenBy(other => other.Position)
            .ThenBy(other => other.Id)
            .FirstOrDefaultAsync();
        return await ReviewStep.Finish(found, db, catalog, clock, ReviewActs.Merge(first, next), show);
    }
}

/// <summary>Where a button was pressed.</summary>
/// <param name="Show">The filter of the page that one comes back to.</param>
internal sealed record ReviewAsk(Guid PlanId, Guid ProposalId, string? Show);

/// <summary>What every review act does alike: finds the proposal, asks the rules, writes the act down, and comes back to the same place.</summary>
internal static class ReviewStep
{
    internal static async Task<Result<FoundProposal>> Find(ReviewAsk ask, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Open(ask.PlanId, db, viewer)).Is(out var here, out var refusal))
            return refusal;

        return await here.Proposals(db).SingleOrDefaultAsync(proposal => proposal.Id == ask.ProposalId) is { } proposal
            ? new FoundProposal(here, proposal)
            : Refusal.NotFound;
    }

    internal static async Task<IResult> Do(
        ReviewAsk ask,
        Db db,
        Viewer viewer,
        FactCatalog catalog,
        TimeProvider clock,
        Func<Proposal, string, Result<Replacement>> rule
    )
    {
        if (!(await Find(ask, db, viewer)).Is(out var found, out var refusal))
            return refusal.AsPage();

        return await Finish(found, db, catalog, clock, rule(found.Proposal, await found.Here.Text(db)), ask.Show);
    }

    internal static async Task<IResult> Finish(
        FoundProposal found,
        Db db,
        FactCatalog catalog,
        TimeProvider clock,
        Result<Replacement> asked,
        string? show
    )
    {
        var (here, proposal) = found;
        if (!asked.Is(out var act, out var no))
            return await ShowReview.Page(here, db, catalog, new ReviewSpot(show, Duty: proposal.Id), no);

        ReviewBook.Do(db, here, act, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Page.Done(ReviewPlace.Href(here.Plan.Id, show, duty: await Next(here, db, act, show)), $"已{ShowReview.Sentence(act)}。");
    }

    /// <summary>The same duty; where the filter shows only what is open, the open one that follows.</summary>
    private static async Task<Guid> Next(PlanHere here, Db db, Replacement act, string? show)
    {
        var done = act.After[0];
        if (show is not ("open" or "hints") || done.Decision == Decision.Open)
            return done.Id;

        var next = await here.Proposals(db)
            .Where(other =>
                other.Decision == Decision.Open && (other.Start > done.Start || other.Start == done.Start && other.Position > done.Position)
            )
            .OrderBy(other => other.Start)
            .ThenBy(other => other.Position)
            .ThenBy(other => other.Id)
            .Select(other => (Guid?)other.Id)
            .FirstOrDefaultAsync();
        return next ?? done.Id;
    }
}

/// <summary>A proposal that the viewer may change.</summary>
internal sealed record FoundProposal(PlanHere Here, Proposal Proposal);
