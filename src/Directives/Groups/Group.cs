using Wuzha.Platform;

namespace Wuzha.Directives.Groups;

/// <summary>Kinds of groups that plans ask for (requirements DIR3).</summary>
public enum GroupKind
{
    Command = 0,
    Village = 1,
    Unit = 2,
    Class = 3,
    Neighbourhood = 4,
}

/// <summary>Where a group lives: a word, nothing is connected to it.</summary>
public enum GroupPlace
{
    WeChat = 0,
    WeCom = 1,
    DingTalk = 2,
    Other = 3,
}

/// <summary>Where a group stands.</summary>
public enum GroupState
{
    ToSetUp = 0,

    /// <summary>Not set up, and the day has passed.</summary>
    Late = 1,
    SetUp = 2,
    Dissolved = 3,
}

/// <summary>工作群、宣传群 of one unit: who forwards, who witnesses, how many are in it. Never who they are: residents stand in no list.</summary>
internal sealed class Group
{
    public const int NameLength = 40;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>The campaign it ends with; null for a group that stays.</summary>
    public Guid? CampaignId { get; private set; }
    public GroupKind Kind { get; private set; }
    public required string Name { get; set; }
    public GroupPlace Place { get; private set; }

    /// <summary>推送员, who puts into the group what is to be passed on.</summary>
    public Guid? ForwarderId { get; private set; }

    /// <summary>监督员, who confirm that it was.</summary>
    public Guid? WitnessId { get; private set; }
    public Guid? SecondWitnessId { get; private set; }

    /// <summary>Last day to set it up.</summary>
    public DateOnly? DueOn { get; private set; }
    public DateOnly? SetUpOn { get; private set; }

    /// <summary>The fact that counts it; null while it is not set up.</summary>
    public Guid? SetUpFactId { get; private set; }
    public int? Members { get; private set; }

    /// <summary>The day of <see cref="Members"/>.</summary>
    public DateOnly? CountedOn { get; private set; }
    public DateOnly? DissolvedOn { get; private set; }
    public Guid? DissolvedFactId { get; private set; }

    /// <summary>Dissolved because its campaign is over, not by hand.</summary>
    public bool DissolvedWithCampaign { get; private set; }
    public int Version { get; private set; }

    public bool IsDissolved => DissolvedOn is not null;

    public GroupState State(DateOnly today) => StateOf(SetUpOn, DueOn, DissolvedOn, today);

    public static GroupState StateOf(DateOnly? setUpOn, DateOnly? dueOn, DateOnly? dissolvedOn, DateOnly today) =>
        dissolvedOn is not null ? GroupState.Dissolved
        : setUpOn is not null ? GroupState.SetUp
        : dueOn < today ? GroupState.Late
        : GroupState.ToSetUp;

    /// <summary>Takes over what was typed; the day of setting up is told by <see cref="StandSince"/>.</summary>
    public Refusal? Describe(GroupTyped typed)
    {
        if (IsDissolved)
            return DirectiveRefusals.GroupDissolved;

        (CampaignId, Kind, Name, Place) = (typed.CampaignId, typed.Kind, typed.Name, typed.Place);
        (ForwarderId, WitnessId, SecondWitnessId) = (typed.ForwarderId, typed.WitnessId, typed.SecondWitnessId);
        (DueOn, Members, CountedOn) = (typed.DueOn, typed.Members, typed.CountedOn);
        Version++;
        return null;
    }

    /// <summary>Set up on a day, counted by a fact; both null when it turned out not to be set up.</summary>
    public void StandSince(DateOnly? setUpOn, Guid? factId) => (SetUpOn, SetUpFactId) = (setUpOn, factId);

    public Refusal? Dissolve(DateOnly day, Guid factId, bool withCampaign = false)
    {
        if (IsDissolved)
            return DirectiveRefusals.GroupDissolved;

        (DissolvedOn, DissolvedFactId, DissolvedWithCampaign) = (day, factId, withCampaign);
        Version++;
        return null;
    }

    /// <summary>Stands again. One that ended with its campaign no longer belongs to it, unless the campaign itself goes on.</summary>
    /// <returns>The fact to withdraw.</returns>
    public Result<Guid> Restore(bool campaignGoesOn = false)
    {
        if (DissolvedFactId is not { } fact)
            return DirectiveRefusals.GroupStands;

        if (DissolvedWithCampaign && !campaignGoesOn)
            CampaignId = null;
        (DissolvedOn, DissolvedFactId, DissolvedWithCampaign) = (null, null, false);
        Version++;
        return fact;
    }
}

/// <summary>What stands in the form of a group.</summary>
internal sealed record GroupTyped(
    GroupKind Kind,
    string Name,
    GroupPlace Place,
    Guid? CampaignId,
    Guid? ForwarderId,
    Guid? WitnessId,
    Guid? SecondWitnessId,
    DateOnly? DueOn,
    DateOnly? SetUpOn,
    int? Members,
    DateOnly? CountedOn
);

/// <summary>The words for kinds, places and states.</summary>
internal static class GroupWords
{
    public static string Of(GroupKind kind) =>
        kind switch
        {
            GroupKind.Command => "指挥群",
            GroupKind.Village => "村（社区）群",
            GroupKind.Unit => "单位群",
            GroupKind.Class => "班级群",
            _ => "小区（楼栋）群",
        };

    /// <summary>The word that stands in facts.</summary>
    public static string KeyOf(GroupKind kind) =>
        kind switch
        {
            GroupKind.Command => "command",
            GroupKind.Village => "village",
            GroupKind.Unit => "unit",
            GroupKind.Class => "class",
            _ => "neighbourhood",
        };

    public static string Of(GroupPlace place) =>
        place switch
        {
            GroupPlace.WeChat => "微信",
            GroupPlace.WeCom => "企业微信",
            GroupPlace.DingTalk => "钉钉",
            _ => "其他",
        };

    public static string Of(GroupState state) =>
        state switch
        {
            GroupState.ToSetUp => "待建",
            GroupState.Late => "逾期未建",
            GroupState.SetUp => "已建",
            _ => "已解散",
        };
}
