using Microsoft.EntityFrameworkCore;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Plans.Implementation;

/// <summary>The plans of units in one campaign as the one who asks may see them.</summary>
internal sealed record ImplementationHere(CampaignHead Head, Viewer Viewer, DateOnly Today)
{
    /// <summary>What the ladder calls it; the thing is the campaign, each unit owes one plan.</summary>
    public const string Matter = "plans.implementation-plan";

    public string Href => $"{Head.Href}/implementation-plans";

    /// <summary>The viewer works in the office that asks and decides.</summary>
    public bool IsOffice => Viewer.UnitId == Head.IssuingUnitId && Viewer.May(PlansActs.DecideImplementationPlans);

    public bool IsRunning => Head.State == CampaignState.Running;

    public static async Task<Result<ImplementationHere>> Read(Guid campaignId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await CampaignQuestions.Find(db, viewer, campaignId, clock) is not { } head)
            return Refusal.NotFound;

        return new ImplementationHere(head, viewer, LocalDay.Today(clock));
    }

    /// <summary>For what only the office of the issuing unit does while the campaign runs.</summary>
    public static async Task<Result<ImplementationHere>> Office(Guid campaignId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await Read(campaignId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;
        if (viewer.UnitId != here.Head.IssuingUnitId)
            return ImplementationRefusals.OnlyTheIssuingOffice.With(("unit", here.Head.IssuerName));

        return here.IsRunning ? here : ImplementationRefusals.CampaignNotRunning;
    }

    /// <summary>Those of the units in the viewer's scope.</summary>
    public IQueryable<ImplementationPlan> Plans(Db db)
    {
        var (tenant, campaign, scope) = (Viewer.TenantId, Head.Id, Viewer.Scope);
        return db.Set<ImplementationPlan>()
            .Where(plan =>
                plan.TenantId == tenant
                && plan.CampaignId == campaign
                && db.Units.Any(unit =>
                    unit.TenantId == tenant && unit.Id == plan.UnitId && unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
                )
            );
    }

    /// <summary>Until the end of this day somebody owes it; the ladder is told.</summary>
    public void Owe(Db db, Guid unitId, DateOnly dueOn) =>
        db.Record(Viewer, new MatterUnsettled(About(unitId), LocalDay.Start(dueOn.AddDays(1)), Head.IssuingUnitId), Head.Id);

    /// <summary>Nothing is owed; nobody is reminded any more.</summary>
    public void Settle(Db db, Guid unitId) => db.Record(Viewer, new MatterSettled(About(unitId)), Head.Id);

    public Subject About(Guid unitId) => new(Matter, Head.Id, unitId);
}

/// <summary>One unit's own plan with everything that was filed, newest first.</summary>
internal sealed record UnitPlanHere(ImplementationHere Campaign, Unit Unit, ImplementationPlan Plan, IReadOnlyList<ImplementationFiling> Filings)
{
    public string Href => $"{Campaign.Href}/{Unit.Id}";

    /// <summary>The filing that holds: the newest that was not taken back.</summary>
    public ImplementationFiling? Last => Filings.FirstOrDefault(filing => filing.TakenBackAt is null);

    /// <summary>The unit's plan, when it was ever asked for and the unit lies in the viewer's scope.</summary>
    public static async Task<Result<UnitPlanHere>> Read(Guid campaignId, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await ImplementationHere.Read(campaignId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;
        if (await here.Plans(db).SingleOrDefaultAsync(plan => plan.UnitId == unitId) is not { } plan)
            return Refusal.NotFound;

        var unit = await db.Units.SingleAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == unitId);
        var filings = await db.Set<ImplementationFiling>()
            .Where(filing => filing.TenantId == viewer.TenantId && filing.PlanId == plan.Id)
            .OrderByDescending(filing => filing.Number)
            .ToListAsync();
        return new UnitPlanHere(here, unit, plan, filings);
    }

    /// <summary>The same, for a change while the campaign runs.</summary>
    public static async Task<Result<UnitPlanHere>> Change(Guid campaignId, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await Read(campaignId, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;

        return here.Campaign.IsRunning ? here : ImplementationRefusals.CampaignNotRunning;
    }

    /// <summary>The same, for a decision of the office that asked.</summary>
    public static async Task<Result<UnitPlanHere>> Decide(Guid campaignId, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await Change(campaignId, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal;

        var head = here.Campaign.Head;
        return viewer.UnitId == head.IssuingUnitId ? here : ImplementationRefusals.OnlyTheIssuingOffice.With(("unit", head.IssuerName));
    }
}
