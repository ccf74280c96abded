using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Issuing;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Relays.Notices;

/// <summary>What stands behind a public code.</summary>
internal sealed record NoticeHere(Relay Relay, Directive Directive)
{
    public bool IsWithdrawn => Directive.State == DirectiveState.Withdrawn;

    /// <summary>Null when the code is none of this tenant's; never tells whether another tenant has it.</summary>
    public static async Task<NoticeHere?> Find(Db db, string tenant, string code)
    {
        if (Relay.IdOf(code) is not { } id || !db.ActForStranger(tenant))
            return null;

        var found = await (
            from relay in db.Set<Relay>().AsNoTracking()
            join directive in db.Set<Directive>().AsNoTracking()
                on new { relay.TenantId, relay.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
            where relay.TenantId == tenant && relay.Id == id
            select new { relay, directive }
        ).SingleOrDefaultAsync();
        return found is null ? null : new NoticeHere(found.relay, found.directive);
    }

    public static IResult Unknown() =>
        Page.Of<NoticeClosedPage>(
            new { Title = "没有这条通知", Sentence = "链接可能没有复制完整。请回到群里重新点开，或者向发通知的人询问。" },
            StatusCodes.Status404NotFound
        );
}
