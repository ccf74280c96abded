using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Issuing;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Links;
using Wuzha.Platform.Numbers;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Relays;

/// <summary>Who asks about relays, and what the answer is put together from.</summary>
internal sealed record RelayQuestion(Db Db, Viewer Viewer, Vault Vault, TimeProvider Clock);

/// <summary>Openings on one day.</summary>
/// <param name="FactsHref">To the openings of the whole unit on that day; null for whom they are not.</param>
public sealed record RelayDayView(DateOnly Day, long Opens, long Previews, string? FactsHref);

public sealed record RelayView(
    RelayRow Row,
    string IssuerName,
    string? ForwarderName,
    string Address,
    string Message,
    string Qr,
    IReadOnlyList<RelayDayView> Days
);

/// <summary>One directive in one group: what to put there, whether it is there, and how often it was opened.</summary>
internal static class ShowRelay
{
    private const int LeadLength = 80;

    internal static async Task<IResult> Get(Guid id, [AsParameters] RelayQuestion asked) =>
        await RelayHere.Find(asked.Db, asked.Viewer, id) is { } here ? await Shown(here, asked, null) : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Shown(RelayHere here, RelayQuestion asked, Refusal? refusal)
    {
        var (db, viewer, relay) = (asked.Db, asked.Viewer, here.Relay);
        var row = await RelayRow.All(db, viewer, LocalDay.Today(asked.Clock)).SingleAsync(one => one.Id == relay.Id);
        var days = await db.Set<RelayDay>()
            .Where(day => day.TenantId == viewer.TenantId && day.RelayId == relay.Id)
            .OrderByDescending(day => day.Day)
            .ToListAsync();
        var address = await AddressOf(db, viewer.TenantId, relay.Id);
        var issuer = await db
            .Units.Where(unit => unit.TenantId == viewer.TenantId && unit.Id == here.Directive.UnitId)
            .Select(unit => unit.Name)
            .SingleAsync();
        var view = new RelayView(
            row,
            issuer,
            row.ForwarderSealed is { } name ? asked.Vault.Open(name) : null,
            address,
            await Message(db, here.Directive, address),
            Qr.Svg(address, $"《{here.Directive.Title}》公告二维码"),
            days.ConvertAll(day => new RelayDayView(
                day.Day,
                day.Opens,
                day.Previews,
                row.InScope && viewer.May(NumberActs.Open) ? OpenNumber.Href(DirectiveMeasures.Opens, row.UnitId, day.Day, day.Day) : null
            ))
        );
        return Page.Of<RelayPage>(
            new
            {
                View = view,
                Viewer = viewer,
                Refusal = refusal,
            },
            refusal?.Status ?? 200
        );
    }

    /// <summary>Whole, on the installation's own address.</summary>
    internal static async Task<string> AddressOf(Db db, string tenantId, Guid relayId) =>
        $"{await db.Tenants.Where(tenant => tenant.Id == tenantId).Select(tenant => tenant.PublicAddress).SingleAsync()}/n/{tenantId}/{Relay.CodeOf(relayId)}";

    /// <summary>Title, the first two sentences and the link: a notice opens from it, and who only reads the chat has the gist.</summary>
    private static async Task<string> Message(Db db, Directive directive, string address)
    {
        var texts = await Notices.ShowNotice.Texts(db, directive);
        return $"【{directive.Title}】{Lead(texts[0].Text)}\n{address}";
    }

    internal static string Lead(string text)
    {
        var line = string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var second = -1;
        for (var (at, ends) = (0, 0); at < line.Length && ends < 2; at++)
            if (line[at] is '。' or '！' or '？')
                (second, ends) = (at, ends + 1);
        var lead = second >= 0 ? line[..(second + 1)] : line;
        return lead.Length <= LeadLength ? lead : lead[..(LeadLength - 1)] + "…";
    }
}
