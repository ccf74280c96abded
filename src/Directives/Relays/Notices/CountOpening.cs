using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Relays.Notices;

/// <summary>
/// Counts that a notice was really seen: the page's script says so after two seconds before somebody's eyes, without scripts a picture of one dot does. The
/// body of the request is not even read.
/// </summary>
internal static class CountOpening
{
    /// <summary>One transparent dot.</summary>
    private static readonly byte[] Dot = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    internal static async Task<IResult> Post(string tenant, string code, HttpContext context, Db db, WriteQueue queue, TimeProvider clock) =>
        await Seen(tenant, code, context, (db, queue, clock)) ?? TypedResults.Text("");

    internal static async Task<IResult> Picture(string tenant, string code, HttpContext context, Db db, WriteQueue queue, TimeProvider clock) =>
        await Seen(tenant, code, context, (db, queue, clock)) ?? TypedResults.Bytes(Dot, "image/gif");

    /// <returns>Why there is nothing to count; null when it was counted, now or before.</returns>
    private static async Task<IResult?> Seen(string tenant, string code, HttpContext context, (Db Db, WriteQueue Queue, TimeProvider Clock) with)
    {
        if (await NoticeHere.Find(with.Db, tenant, code) is not { } here)
            return NoticeHere.Unknown();
        if (here.IsWithdrawn)
            return await ShowNotice.Gone(with.Db, here);
        // Another site's page may name this address as often as it likes: nobody saw the notice there.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin")
            await Count(here, context, with, Robots.Is(context.Request));
        return null;
    }

    /// <summary>Once a device and day by the fact's id: what stands in the book already changes nothing.</summary>
    internal static async Task Count(NoticeHere here, HttpContext context, (Db Db, WriteQueue Queue, TimeProvider Clock) with, bool isRobot)
    {
        var now = with.Clock.GetUtcNow().UtcDateTime;
        var day = LocalDay.Of(now);
        var (relay, tenant) = (here.Relay, here.Relay.TenantId);
        var id = OpenSecret.FactId(await OpenSecret.Of(with.Db, tenant, day), isRobot ? "preview" : "open", relay.Id, context);
        // The hour is all that is said of the time: to the second it could be laid beside a log of somebody else's.
        var hour = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerHour, DateTimeKind.Utc);
        RelayFact fact = isRobot ? new NoticePreviewed(relay.DirectiveId, relay.GroupId) : new NoticeOpened(relay.DirectiveId, relay.GroupId);
        await with.Queue.Append([
            new FactEntry(tenant, id, fact, relay.UnitId, relay.GroupId, Guid.Empty, here.Directive.CampaignId, hour, hour, day, FactSource.Resident),
        ]);
    }
}
