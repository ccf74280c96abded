using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Amendment;

/// <summary>改对应: which running duty a sentence of the new document means.</summary>
internal static class MatchDuty
{
    internal const string NewDuty = "new";

    internal static readonly ChoiceField Duty = new("duty", "对应哪条正在执行的任务");

    internal static async Task<IResult> Get(Guid id, Guid proposalId, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock) =>
        (await Find(id, proposalId, db, viewer, catalog, clock)).Is(out var found, out var refusal)
            ? await Show(found.Here, found.Title, proposalId, db, Form.Empty((Duty.Name, found.Now)))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Guid proposalId, Form form, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await Find(id, proposalId, db, viewer, catalog, clock)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var typed = form.Read(Among(found.Here));
        if (form.Failed)
            return await Show(found.Here, found.Title, proposalId, db, form);

        Guid? duty = Guid.TryParse(typed, out var chosen) ? chosen : null;
        var matches = await db.Set<PlanMatch>().Where(match => match.TenantId == viewer.TenantId && match.PlanId == id).ToListAsync();
        // One duty is meant by one sentence: who had it before is matched anew.
        db.RemoveRange(matches.Where(match => match.ProposalId != proposalId && duty is not null && match.DutyId == duty));
        if (matches.Find(match => match.ProposalId == proposalId) is { } mine)
            mine.DutyId = duty;
        else
            db.Add(
                new PlanMatch
                {
                    TenantId = viewer.TenantId,
                    PlanId = id,
                    ProposalId = proposalId,
                    DutyId = duty,
                }
            );
        found.Here.Plan.Plan.Touch();
        await db.SaveChangesAsync();
        return Page.Done(found.Here.Href, "已改对应。");
    }

    private static ChoiceField Among(DifferenceHere here) =>
        Duty.With([(NewDuty, "新任务，不对应"), .. here.Running.Select(duty => ($"{duty.Id}", $"第 {duty.Number} 号 {duty.Title}"))]);

    private static async Task<Result<(DifferenceHere Here, string Title, string Now)>> Find(
        Guid id,
        Guid proposalId,
        Db db,
        Viewer viewer,
        FactCatalog catalog,
        TimeProvider clock
    )
    {
        if (!(await PlanHere.BeforeActivation(id, db, viewer)).Is(out var plan, out var refusal))
            return refusal;
        if (!(await DifferenceHere.Read(plan, null, db, catalog, clock)).Is(out var here, out var no))
            return no;

        var duty = here.Outcome.Outcome.Duties.FirstOrDefault(one => one.Proposal.Id == proposalId);
        if (duty is null)
            return Refusal.NotFound;

        var difference = here.Difference;
        var matched = difference.Changed.Concat(difference.Unchanged).FirstOrDefault(one => one.Planned.Proposal.Id == proposalId);
        return (here, duty.Draft.Source, matched is null ? NewDuty : $"{matched.Running.Id}");
    }

    private static async Task<IResult> Show(DifferenceHere here, string source, Guid proposalId, Db db, Form form) =>
        Page.Of<MatchDutyPage>(
            new
            {
                Head = await here.Plan.Head(db),
                ProposalId = proposalId,
                Source = source,
                Duty = Among(here),
                Form = form,
            },
            form.Failed ? 422 : 200
        );
}
