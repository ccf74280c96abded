using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Web;

/// <summary>What a load balancer asks: whether the process runs, and whether it can work. No details; those stand on 系统状态.</summary>
internal static class Health
{
    private const string Because = "A load balancer has no account; the answer says nothing but yes or no.";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/live", () => TypedResults.Text("ok")).OpenToAll(Because);
        app.MapGet("/ready", Ready).OpenToAll(Because);
    }

    private static async Task<IResult> Ready(Db db, CancellationToken cancellation) =>
        await db.Database.CanConnectAsync(cancellation) ? TypedResults.Text("ok") : TypedResults.Text("not ready", statusCode: 503);
}
