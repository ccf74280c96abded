using Wuzha.Platform;

namespace Wuzha.Organisation;

/// <summary>Every expected 'no' of this module.</summary>
public static class OrganisationRefusals
{
    // Units
    public static readonly Refusal UnitClosed = new("organisation.unit-closed", 409, "“{unit}”已撤并，不能再修改。如撤并有误，请先恢复该单位。");
    public static readonly Refusal UnitNotClosed = new("organisation.unit-not-closed", 409, "“{unit}”没有撤并，不需要恢复。");
    public static readonly Refusal UnitHasOpenChildren = new(
        "organisation.unit-has-open-children",
        409,
        "“{unit}”下面还有 {count} 个单位，请先把它们调整到别处或撤并。"
    );
    public static readonly Refusal UnitHasPeople = new(
        "organisation.unit-has-people",
        409,
        "“{unit}”还有 {count} 项任职没有结束，请先办理离任或移交。"
    );
    public static readonly Refusal RootStays = new("organisation.root-stays", 409, "这是最上级单位，不能调整或撤并。");
    public static readonly Refusal OwnUnitStays = new("organisation.own-unit-stays", 403, "不能调整或撤并您自己任职的单位，请联系上级反诈办办理。");
    public static readonly Refusal NameTakenMeanwhile = new(
        "organisation.name-taken-meanwhile",
        409,
        "同一上级下面已另有“{unit}”，请先给它改名，再恢复这一个。"
    );
    public static readonly Refusal ParentClosed = new("organisation.parent-closed", 409, "上级单位已撤并，请先恢复上级单位或选择别的上级。");

    // People and appointments
    public static readonly Refusal PhoneElsewhere = new(
        "organisation.phone-elsewhere",
        409,
        "这个电话已登记给管辖范围以外的人员，请核对号码；确属同一人的，请联系上级反诈办办理任职。"
    );
    public static readonly Refusal ServesElsewhere = new(
        "organisation.serves-elsewhere",
        409,
        "这名人员还在您管辖范围以外任职，信息请由上级反诈办更正。"
    );
    public static readonly Refusal ReasonMissing = new("organisation.reason-missing", 422, "请先选择导出的用途，再导出完整电话。");
    public static readonly Refusal AppointmentOver = new("organisation.appointment-over", 409, "这项任职已于 {day} 结束，不能再办理。");
    public static readonly Refusal NoPhone = new("organisation.no-phone", 409, "这名人员没有登记电话。");
    public static readonly Refusal OwnAppointmentStays = new(
        "organisation.own-appointment-stays",
        403,
        "不能结束自己正在使用的任职，请由上级或其他办事人员办理。"
    );

    // Campaigns
    public static readonly Refusal OnlyTheIssuingOffice = new(
        "organisation.only-the-issuing-office",
        403,
        "这项内容只能由发文单位的办公室修改，请联系{unit}。"
    );
    public static readonly Refusal CampaignAlreadyStarted = new("organisation.campaign-already-started", 409, "这个专项行动已经启动，不用再次启动。");
    public static readonly Refusal CampaignNotRunning = new(
        "organisation.campaign-not-running",
        409,
        "这个专项行动还没有启动或已经结束，不能办理这项工作。"
    );
    public static readonly Refusal CampaignNotEndedByOffice = new(
        "organisation.campaign-not-ended-by-office",
        409,
        "这个专项行动不是提前结束的，不能恢复。如需延长，请修改截止日期。"
    );
    public static readonly Refusal EndsBeforeItBegins = new("organisation.ends-before-it-begins", 422, "截止日期早于开始日期，请核对。");
    public static readonly Refusal StageOutsideCampaign = new(
        "organisation.stage-outside-campaign",
        422,
        "阶段日期应在专项行动期间（{from} 至 {until}）之内，请修改日期。"
    );
    public static readonly Refusal StageOverlaps = new("organisation.stage-overlaps", 422, "阶段日期与“{stage}”重叠，请修改日期。");
    public static readonly Refusal PeriodCutsStage = new(
        "organisation.period-cuts-stage",
        422,
        "阶段“{stage}”在新的期间之外，请先修改该阶段的日期。"
    );

    // Leading group, offices, headquarters
    public static readonly Refusal NoSuchSeat = new("organisation.no-such-seat", 422, "{body}没有这个职位，请重新选择。");
    public static readonly Refusal AlreadySeated = new("organisation.already-seated", 409, "这个人已在本机构名单中，不用重复添加。");
    public static readonly Refusal HeadAlreadySeated = new("organisation.head-already-seated", 409, "{seat}已有人担任。如需更换，请先将原任免去。");
    public static readonly Refusal SeatAlreadyVacated = new("organisation.seat-already-vacated", 409, "这个人已不在名单中，不用再次免去。");

    // Rosters
    public static readonly Refusal RostersNotAskedYet = new(
        "organisation.rosters-not-asked-yet",
        409,
        "还没有要求各单位报送名单，请先确定报送期限。"
    );
    public static readonly Refusal RosterNotAsked = new("organisation.roster-not-asked", 409, "办公室还没有要求本单位报送名单，暂时不能报送。");
    public static readonly Refusal RosterAlreadyFiled = new(
        "organisation.roster-already-filed",
        409,
        "名单已经报送，不用再次报送。如需更换人员，请直接变更。"
    );
    public static readonly Refusal RosterNotFiled = new("organisation.roster-not-filed", 409, "名单还没有报送，不需要撤回。");
    public static readonly Refusal RosterIncomplete = new("organisation.roster-incomplete", 422, "还没有填写{role}，请至少填写 1 名后再报送。");
    public static readonly Refusal AlreadyOnRoster = new("organisation.already-on-roster", 409, "这个人已在{role}名单中，不用重复添加。");
    public static readonly Refusal LastOnRoster = new(
        "organisation.last-on-roster",
        409,
        "已报送的名单至少要有 1 名{role}。请先添加接替人员，再移出这个人。"
    );
    public static readonly Refusal PersonElsewhere = new(
        "organisation.person-elsewhere",
        409,
        "这个电话已登记在其他单位名下，请核对号码；确属同一人的，请联系反诈办办理。"
    );

    // Lecturers
    public static readonly Refusal NotALecturerHere = new("organisation.not-a-lecturer-here", 422, "所选人员不在宣讲员名单中，请重新选择。");
    public static readonly Refusal TrainingInTheFuture = new("organisation.training-in-the-future", 422, "培训日期还没有到，请在培训结束后登记。");

    // Letters of responsibility
    public static readonly Refusal NoLetterForYou = new(
        "organisation.no-letter-for-you",
        409,
        "您不在已报送的责任人员名单中，或办公室还没有拟定您这一类人员的责任书。"
    );
    public static readonly Refusal AlreadyClaimed = new("organisation.already-claimed", 409, "您已经签署这份责任书，不用再次签署。");
    public static readonly Refusal NotClaimed = new("organisation.not-claimed", 409, "您还没有签署这份责任书，不需要撤回。");
    public static readonly Refusal LettersClosed = new(
        "organisation.letters-closed",
        409,
        "责任书签署已经截止，不能再签署或撤回。如需更改，请联系办公室。"
    );
    public static readonly Refusal LettersOpen = new("organisation.letters-open", 409, "责任书签署没有截止，不需要重新开放。");
    public static readonly Refusal LetterChangedMeanwhile = new(
        "organisation.letter-changed-meanwhile",
        409,
        "责任书文本刚刚修订过，您看到的不是最新版本。请重新阅读后再签署。"
    );
}
