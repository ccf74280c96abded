using Wuzha.Platform;

namespace Wuzha.Plans.Implementation;

/// <summary>The pages and forms of the units' own plans.</summary>
internal static class ImplementationRoutes
{
    public static void Map(Pages pages)
    {
        pages.MapGet("/campaigns/{id:guid}/implementation-plans", ListImplementationPlans.Get).Needs(PlansActs.ReadImplementationPlans);
        pages.MapGet("/campaigns/{id:guid}/implementation-plans/ask", AskImplementationPlans.Get).Needs(PlansActs.DecideImplementationPlans);
        pages.MapPost("/campaigns/{id:guid}/implementation-plans/ask", AskImplementationPlans.Post).Needs(PlansActs.DecideImplementationPlans);
        pages.MapGet("/campaigns/{id:guid}/implementation-plans/{unitId:guid}", ShowImplementationPlan.Get).Needs(PlansActs.ReadImplementationPlans);
        pages
            .MapPost("/campaigns/{id:guid}/implementation-plans/{unitId:guid}/file", FileImplementationPlan.Post)
            .Needs(PlansActs.FileImplementationPlans);
        pages
            .MapPost("/campaigns/{id:guid}/implementation-plans/{unitId:guid}/take-back", TakeBackImplementationPlan.Post)
            .Needs(PlansActs.FileImplementationPlans);
        pages
            .MapPost("/campaigns/{id:guid}/implementation-plans/{unitId:guid}/approve", DecideImplementationPlan.Approve)
            .Needs(PlansActs.DecideImplementationPlans);
        pages
            .MapPost("/campaigns/{id:guid}/implementation-plans/{unitId:guid}/return", DecideImplementationPlan.Return)
            .Needs(PlansActs.DecideImplementationPlans);
        pages
            .MapPost("/campaigns/{id:guid}/implementation-plans/{unitId:guid}/undo", DecideImplementationPlan.Undo)
            .Needs(PlansActs.DecideImplementationPlans);
        pages
            .MapPost("/campaigns/{id:guid}/implementation-plans/{unitId:guid}/release", ReleaseImplementationPlan.Post)
            .Needs(PlansActs.DecideImplementationPlans);
    }
}
