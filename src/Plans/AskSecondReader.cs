using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.PlanReading;
using Wuzha.Plans.Activation;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>
/// 请模型补充: after a plan was read in, the office's own model looks at the sentences that became no duty. What it adds is marked and waits for the clerk
/// like everything else; a model that fails leaves the plan as it is.
/// </summary>
internal static class AskSecondReader
{
    public const string Kind = "plans.ask-model";

    /// <summary>Asks soon after the save, where a model is set up for pages; the caller saves.</summary>
    public static void Queue(Db db, Viewer viewer, PlanDocument plan, SecondReader model, DateTime now)
    {
        if (!model.IsSetUp())
            return;

        plan.AskModel();
        db.Record(viewer, new PlanModelAsked(plan.Id, plan.UnitId));
        db.Enqueue(plan.TenantId, Kind, $"{plan.Id}", now);
    }

    internal static async Task Run(IServiceProvider services, Db db, JobRun job)
    {
        var (tenant, id) = (job.TenantId, Guid.Parse(job.Payload));
        if (await Awaiting(db, tenant, id).AsNoTracking().SingleOrDefaultAsync() is null)
            return;

        // No transaction is open while the model thinks: others go on working.
        var text = await db.Set<PlanText>().Where(one => one.TenantId == tenant && one.PlanId == id).Select(one => one.Text).SingleAsync();
        var reading = PlanReader.Read(text) is [var read, ..]
            ? await services.GetRequiredService<SecondReader>().Ask(read, CancellationToken.None)
            : null;

        await using var all = await db.Database.BeginTransactionAsync();
        await ActivatePlan.TakeTurn(db, tenant, id);
        if (await Awaiting(db, tenant, id).SingleOrDefaultAsync() is not { } plan)
            return;

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var added = reading is { Fault: null } && plan.State == PlanState.Reading ? await Add(db, plan, reading.Plan) : 0;
        var answer =
            reading is not { Fault: null } ? ModelAnswer.Failed
            : plan.State == PlanState.Reading ? ModelAnswer.Given
            : ModelAnswer.TooLate;
        plan.Answered(answer, added);
        db.RecordByJob(tenant, plan.UnitId, new PlanModelAnswered(id, plan.UnitId, added, answer == ModelAnswer.Failed), now);
        await db.SaveChangesAsync();
        await all.CommitAsync();
    }

    private static IQueryable<PlanDocument> Awaiting(Db db, string tenant, Guid id) =>
        db.Set<PlanDocument>().Where(plan => plan.TenantId == tenant && plan.Id == id && plan.ModelAnswer == ModelAnswer.Awaited);

    /// <summary>What the model points at and no duty covers: the clerk may have added one meanwhile.</summary>
    private static async Task<int> Add(Db db, PlanDocument plan, Plan read)
    {
        var there = await db.Set<Proposal>()
            .AsNoTracking()
            .Where(one => one.TenantId == plan.TenantId && one.PlanId == plan.Id)
            .Select(one => new
            {
                one.Start,
                one.End,
                one.Position,
            })
            .ToListAsync();
        var next = there.Count == 0 ? 0 : there.Max(one => one.Position) + 1;
        var added = read
            .Duties.Where(duty => duty.IsFromModel && !there.Exists(one => one.Start < duty.Span.End && duty.Span.Start < one.End))
            .Select((duty, at) => PlanRows.Of(plan, read, duty, next + at))
            .ToList();
        db.AddRange(added);
        return added.Count;
    }
}
