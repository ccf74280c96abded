using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Plans;

/// <summary>What stands above every page of one plan.</summary>
public sealed record PlanHead(Guid Id, string Called, string UnitName, PlanState State, int Proposals, int Decided, int Leftovers, bool MayEdit)
{
    /// <summary>What became of asking the office's own model, and how many proposals it added.</summary>
    public (ModelAnswer Answer, int Proposals) Model { get; init; }

    public string Href => $"/plans/{Id}";

    /// <summary>The office works on it and nothing is final.</summary>
    public bool IsOpen => MayEdit && State == PlanState.Reading;

    public static string NameOf(PlanState state) =>
        state switch
        {
            PlanState.Reading => "审阅中",
            PlanState.Reviewed => "已审完",
            PlanState.Activated => "已启动",
            _ => "已作废",
        };
}

/// <summary>One plan as the one who asks may see it.</summary>
internal sealed record PlanHere(PlanDocument Plan, Unit Unit, Viewer Viewer)
{
    public bool IsOwn => Viewer.UnitId == Plan.UnitId;

    public bool MayEdit => IsOwn && Viewer.May(PlansActs.EditPlans);

    /// <summary>Plans read in by offices inside the viewer's scope.</summary>
    public static IQueryable<PlanDocument> Known(Db db, Viewer viewer)
    {
        var (tenant, scope) = (viewer.TenantId, viewer.Scope);
        return db.Set<PlanDocument>()
            .Where(plan =>
                plan.TenantId == tenant
                && db.Units.Any(unit =>
                    unit.TenantId == tenant && unit.Id == plan.UnitId && unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
                )
            );
    }

    /// <summary>The plan, for reading.</summary>
    public static async Task<Result<PlanHere>> Read(Guid id, Db db, Viewer viewer)
    {
        if (await Known(db, viewer).SingleOrDefaultAsync(plan => plan.Id == id) is not { } plan)
            return Refusal.NotFound;

        return new PlanHere(plan, await db.Units.SingleAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == plan.UnitId), viewer);
    }

    /// <summary>The plan, for a change that only its own office makes.</summary>
    public static async Task<Result<PlanHere>> Edit(Guid id, Db db, Viewer viewer)
    {
        if (!(await Read(id, db, viewer)).Is(out var here, out var refusal))
            return refusal;

        return here.IsOwn ? here : PlansRefusals.OnlyItsOffice.With(("unit", here.Unit.Name));
    }

    /// <summary>The plan, for a change that is only made while it is under review.</summary>
    public static async Task<Result<PlanHere>> Open(Guid id, Db db, Viewer viewer)
    {
        if (!(await Edit(id, db, viewer)).Is(out var here, out var refusal))
            return refusal;

        return here.Plan.MayChange() is { } closed ? closed : here;
    }

    /// <summary>The plan, for a change that may be made until it is activated.</summary>
    public static async Task<Result<PlanHere>> BeforeActivation(Guid id, Db db, Viewer viewer)
    {
        if (!(await Edit(id, db, viewer)).Is(out var here, out var refusal))
            return refusal;

        return here.Plan.State is PlanState.Reading or PlanState.Reviewed ? here : PlansRefusals.NotUnderReview;
    }

    public async Task<PlanHead> Head(Db db)
    {
        var proposals = Proposals(db);
        return new(
            Plan.Id,
            Plan.Called,
            Unit.Name,
            Plan.State,
            await proposals.CountAsync(),
            await proposals.CountAsync(proposal => proposal.Decision != Decision.Open),
            await Leftovers(db).CountAsync(),
            MayEdit
        )
        {
            Model = (Plan.ModelAnswer, Plan.ModelProposals),
        };
    }

    public IQueryable<Proposal> Proposals(Db db) =>
        db.Set<Proposal>().AsNoTracking().Where(proposal => proposal.TenantId == Viewer.TenantId && proposal.PlanId == Plan.Id);

    public IQueryable<PlanLeftover> Leftovers(Db db) =>
        db.Set<PlanLeftover>().AsNoTracking().Where(leftover => leftover.TenantId == Viewer.TenantId && leftover.PlanId == Plan.Id);

    /// <summary>The changes that are not undone, the newest first.</summary>
    public IQueryable<PlanChange> Changes(Db db) =>
        db.Set<PlanChange>()
            .Where(change => change.TenantId == Viewer.TenantId && change.PlanId == Plan.Id && change.UndoneAt == null)
            .OrderByDescending(change => change.Number);

    public Task<string> Text(Db db) =>
        db.Set<PlanText>().Where(text => text.TenantId == Viewer.TenantId && text.PlanId == Plan.Id).Select(text => text.Text).SingleAsync();
}
