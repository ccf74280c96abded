using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Layout;

namespace Wuzha.Directives.Relays;

/// <summary>已转发, 撤销, 确认: each with one press, from the list, from the relay's own page or from 今天.</summary>
internal static class MarkRelay
{
    internal static async Task<IResult> Send(Guid id, Form form, [AsParameters] RelayQuestion asked)
    {
        if (await RelayHere.Find(asked.Db, asked.Viewer, id) is not { } here)
            return Refusal.NotFound.AsPage();

        var now = asked.Clock.GetUtcNow().UtcDateTime;
        if (here.MayMark() is { } no)
            return await ShowRelay.Shown(here, asked, no);
        var fact = asked.Db.Record(asked.Viewer, new DirectiveRelayed(here.Directive.Id, here.Group.Id), here.Directive.CampaignId);
        return await Done(
            here,
            form,
            asked,
            here.Relay.Send(asked.Viewer.PersonId, now, fact),
            $"已标记：《{here.Directive.Title}》转发到{here.Group.Name}。"
        );
    }

    internal static async Task<IResult> TakeBack(Guid id, Form form, [AsParameters] RelayQuestion asked)
    {
        if (await RelayHere.Find(asked.Db, asked.Viewer, id) is not { } here)
            return Refusal.NotFound.AsPage();
        if (here.MayMark() is { } no)
            return await ShowRelay.Shown(here, asked, no);
        if (!here.Relay.TakeBack().Is(out var fact, out var refusal))
            return await ShowRelay.Shown(here, asked, refusal);

        asked.Db.Record(asked.Viewer, new FactWithdrawn(fact), here.Directive.CampaignId);
        return await Done(here, form, asked, null, $"已撤销：{here.Group.Name}还没转发。");
    }

    internal static async Task<IResult> Confirm(Guid id, Form form, [AsParameters] RelayQuestion asked)
    {
        if (await RelayHere.Find(asked.Db, asked.Viewer, id) is not { } here)
            return Refusal.NotFound.AsPage();

        var now = asked.Clock.GetUtcNow().UtcDateTime;
        if (here.MayConfirm() is { } no)
            return await ShowRelay.Shown(here, asked, no);
        var fact = asked.Db.Record(asked.Viewer, new RelayConfirmed(here.Directive.Id, here.Group.Id), here.Directive.CampaignId);
        return await Done(
            here,
            form,
            asked,
            here.Relay.Confirm(asked.Viewer.PersonId, now, fact),
            $"已确认：《{here.Directive.Title}》在{here.Group.Name}里。"
        );
    }

    private static async Task<IResult> Done(RelayHere here, Form form, RelayQuestion asked, Refusal? refusal, string sentence)
    {
        if (refusal is not null)
            return await ShowRelay.Shown(here, asked, refusal);

        await asked.Db.SaveChangesAsync();
        return Page.Done(LocalAddress.Or(form.Typed("back"), $"/relays/{here.Relay.Id}"), sentence);
    }
}
