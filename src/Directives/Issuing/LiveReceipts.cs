using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>
/// 实时签收 (DIR2): a stream that says when the sums of a directive have changed, so that an open page can show who is left. It reads one row every two
/// seconds, whichever node took the receipts, and ends by itself after a while: the browser comes back.
/// </summary>
internal static class LiveReceipts
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    internal static async Task<IResult> Get(
        Guid id,
        IServiceScopeFactory scopes,
        IHostApplicationLifetime lifetime,
        HttpContext context,
        Db db,
        Viewer viewer
    )
    {
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();

        // Whoever does not ask for a stream gets the sums of this moment.
        var isStream = context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.Ordinal);
        var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(end);
        end.CancelAfter(isStream ? Longest : TimeSpan.Zero);
        return TypedResults.ServerSentEvents(Changes(scopes, (viewer.TenantId, id), Sums(directive), end.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> Changes(
        IServiceScopeFactory scopes,
        (string Tenant, Guid Id) about,
        string known,
        [EnumeratorCancellation] CancellationToken end
    )
    {
        using var timer = new PeriodicTimer(Between);
        yield return new SseItem<string>(known, "open");
        while (await Ticked(timer, end))
        {
            var now = await Read(scopes, about);
            if (now == known)
                continue;

            known = now;
            yield return new SseItem<string>(known, "changed");
        }
    }

    private static async Task<bool> Ticked(PeriodicTimer timer, CancellationToken end)
    {
        try
        {
            return await timer.WaitForNextTickAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>In a context of its own: the request's would hold its connection for as long as the page is open.</summary>
    private static async Task<string> Read(IServiceScopeFactory scopes, (string Tenant, Guid Id) about)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.ActFor(about.Tenant);
        return Sums(await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.TenantId == about.Tenant && one.Id == about.Id));
    }

    private static string Sums(Directive directive) => $"{directive.Signed}/{directive.Returned}/{directive.Addressed}/{directive.State}";
}
