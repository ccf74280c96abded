using Wuzha.Platform;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Exports;

/// <summary>Where a campaign stands.</summary>
public enum CampaignState
{
    Draft = 0,
    Running = 1,
    Ended = 2,
}

/// <summary>What stands above every tab of a campaign, and what other modules may know of it.</summary>
/// <param name="IssuerScope">Everything under the issuing unit.</param>
/// <param name="UntilOn">Last day, inclusive.</param>
/// <param name="MayEdit">Whoever asked works in the issuing office and may change the campaign.</param>
public sealed record CampaignHead(
    Guid Id,
    string Name,
    Guid IssuingUnitId,
    string IssuerName,
    Scope IssuerScope,
    DateOnly FromOn,
    DateOnly UntilOn,
    CampaignState State,
    bool MayEdit
)
{
    public string Href => $"/campaigns/{Id}";

    /// <summary>The day on which its office ended it before its last day; null when nobody did. What fell due later is asked of nobody.</summary>
    public DateOnly? EndedOn { get; init; }

    public string StateName => NameOf(State);

    public static string NameOf(CampaignState state) =>
        state switch
        {
            CampaignState.Draft => "草稿",
            CampaignState.Running => "进行中",
            _ => "已结束",
        };
}

/// <summary>A tab on the pages of every campaign. A module registers it as a singleton in its <c>Services</c>.</summary>
/// <param name="Suffix">What follows <c>/campaigns/{id}/</c>; empty for 概况.</param>
/// <param name="Order">Place in the row: 概况 0, 参加单位 20, 组织机构 30 … 保障 70.</param>
/// <param name="Act">Who may open it.</param>
public sealed record CampaignTab(string Title, string Suffix, int Order, Act Act);
