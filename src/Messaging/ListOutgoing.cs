using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>One line of the outbox, before the recipient's name is opened for the screen.</summary>
public sealed record OutgoingView
{
    public required Guid Id { get; init; }
    public required byte[] RecipientSealed { get; init; }
    public required string UnitName { get; init; }
    public required string Template { get; init; }
    public required MessageState State { get; init; }
    public required DateTime WantedAt { get; init; }
    public required DateTime NotBeforeAt { get; init; }
    public required DateTime? DeliveredAt { get; init; }

    public bool IsHeld => State == MessageState.Waiting && NotBeforeAt > WantedAt;
}

/// <summary>待发: what is to leave, what is held and until when, what has left, and what is doubtful.</summary>
internal static class ListOutgoing
{
    public static readonly ListFilter States = new(
        "state",
        "状态",
        [
            ("waiting", "待发"),
            ("held", "免打扰等候"),
            ("delivered", "已送达"),
            ("doubtful", "存疑"),
            ("unreachable", "无号码"),
            ("cancelled", "已取消"),
        ]
    );

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, MessageTemplates templates, TimeProvider clock)
    {
        var rows = Rows(db, viewer);
        var now = clock.GetUtcNow().UtcDateTime;
        var filtered = query.Filter("state") switch
        {
            "waiting" => rows.Where(m => m.State == MessageState.Waiting && m.NotBeforeAt <= now || m.State == MessageState.Sending),
            "held" => rows.Where(m => m.State == MessageState.Waiting && m.NotBeforeAt > now),
            "delivered" => rows.Where(m => m.State == MessageState.Delivered),
            "doubtful" => rows.Where(m => m.State == MessageState.Doubtful),
            "unreachable" => rows.Where(m => m.State == MessageState.Unreachable),
            "cancelled" => rows.Where(m => m.State == MessageState.Cancelled),
            _ => rows,
        };
        var listing = await Listing<OutgoingView>.Of(filtered.OrderByDescending(m => m.WantedAt), query, Columns(vault, templates));
        if (query.AsSheet)
            return listing.AsSheet("待发消息", viewer);

        var doubtful = await rows.CountAsync(m => m.State == MessageState.Doubtful);
        return Page.Of<OutgoingPage>(new { Listing = listing, Doubtful = doubtful });
    }

    /// <summary>Messages to people who serve within the viewer's scope.</summary>
    internal static IQueryable<OutgoingView> Rows(Db db, Viewer viewer) =>
        from m in db.Set<Message>()
        join u in db.Units on new { m.TenantId, m.UnitId } equals new { u.TenantId, UnitId = u.Id }
        join p in db.People on new { m.TenantId, Id = m.RecipientId } equals new { p.TenantId, p.Id }
        where m.TenantId == viewer.TenantId && string.Compare(u.Path, viewer.Scope.From) >= 0 && string.Compare(u.Path, viewer.Scope.To) < 0
        select new OutgoingView
        {
            Id = m.Id,
            RecipientSealed = p.NameSealed,
            UnitName = u.Name,
            Template = m.Template,
            State = m.State,
            WantedAt = m.WantedAt,
            NotBeforeAt = m.NotBeforeAt,
            DeliveredAt = m.DeliveredAt,
        };

    private static Column<OutgoingView>[] Columns(Vault vault, MessageTemplates templates) =>
        [
            new("what", "内容", row => templates.NameOf(row.Template)) { Sort = row => row.Template, Href = row => $"/outgoing/{row.Id}" },
            new("to", "收件人", row => vault.Open(row.RecipientSealed)) { OnCard = true },
            new("unit", "单位", row => row.UnitName),
            new("state", "状态", row => StateWords(row)) { Sort = row => row.State, OnCard = true },
            new("wanted", "提出时间", row => row.WantedAt) { Sort = row => row.WantedAt },
            new("notBefore", "最早发出", row => row.State == MessageState.Waiting ? row.NotBeforeAt : null) { Sort = row => row.NotBeforeAt },
            new("delivered", "送达时间", row => row.DeliveredAt) { Sort = row => row.DeliveredAt },
        ];

    internal static string StateWords(OutgoingView row) => row.IsHeld ? "免打扰等候" : WordOf(row.State);

    internal static string WordOf(MessageState state) =>
        state switch
        {
            MessageState.Waiting => "待发",
            MessageState.Sending => "发送中",
            MessageState.Delivered => "已送达",
            MessageState.Doubtful => "存疑",
            MessageState.Unreachable => "无号码",
            _ => "已取消",
        };
}
