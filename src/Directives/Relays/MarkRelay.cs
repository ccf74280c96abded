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
    internal static Task<IResult> Send(Guid id, Form form, [AsParameters] RelayQuestion asked) =>
        Do(
            id,
            form,
            asked,
            here =>
                (here.MayMark() ?? Mark(asked, here, new DirectiveRelayed(here.Directive.Id, here.Group.Id), here.Relay.Send)) is { } refusal
                    ? refusal
                    : $"已标记：《{here.Directive.Title}》转发到{here.Group.Name}。"
        );

    internal static Task<IResult> TakeBack(Guid id, Form form, [AsParameters] RelayQuestion asked) =>
        Do(
            id,
            form,
            asked,
            here =>
            {
                if (here.MayMark() is { } no)
                    return no;
                if (!here.Relay.TakeBack().Is(out var fact, out var refusal))
                    return refusal;

                asked.Db.Record(asked.Viewer, new FactWithdrawn(fact), here.Directive.CampaignId);
                return $"已撤销：{here.Group.Name}还没转发。";
            }
        );

    internal static Task<IResult> Confirm(Guid id, Form form, [AsParameters] RelayQuestion asked) =>
        Do(
            id,
            form,
            asked,
            here =>
                (here.MayConfirm() ?? Mark(asked, here, new RelayConfirmed(here.Directive.Id, here.Group.Id), here.Relay.Confirm)) is { } refusal
                    ? refusal
                    : $"已确认：《{here.Directive.Title}》在{here.Group.Name}里。"
        );

    /// <param name="press">What is said when it is done, or why it may not be.</param>
    private static async Task<IResult> Do(Guid id, Form form, RelayQuestion asked, Func<RelayHere, Result<string>> press)
    {
        if (await RelayHere.Find(asked.Db, asked.Viewer, id) is not { } here)
            return Refusal.NotFound.AsPage();
        if (!press(here).Is(out var sentence, out var refusal))
            return await ShowRelay.Shown(here, asked, refusal);

        await asked.Db.SaveChangesAsync();
        return Page.Done(LocalAddress.Or(form.Typed("back"), $"/relays/{id}"), sentence);
    }

    private static Refusal? Mark(RelayQuestion asked, RelayHere here, RelayFact fact, Func<Guid, DateTime, Guid, Refusal?> mark) =>
        mark(asked.Viewer.PersonId, asked.Clock.GetUtcNow().UtcDateTime, asked.Db.Record(asked.Viewer, fact, here.Directive.CampaignId));
}
