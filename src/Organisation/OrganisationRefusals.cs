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
    public static readonly Refusal ParentClosed = new("organisation.parent-closed", 409, "上级单位已撤并，请先恢复上级单位或选择别的上级。");

    // People and appointments
    public static readonly Refusal PhoneElsewhere = new(
        "organisation.phone-elsewhere",
        409,
        "这个电话已登记给管辖范围以外的人员，请核对号码；确属同一人的，请联系上级反诈办办理任职。"
    );
    public static readonly Refusal AppointmentOver = new("organisation.appointment-over", 409, "这项任职已于 {day} 结束，不能再办理。");
    public static readonly Refusal NoPhone = new("organisation.no-phone", 409, "这名人员没有登记电话。");
    public static readonly Refusal OwnAppointmentStays = new(
        "organisation.own-appointment-stays",
        403,
        "不能结束自己正在使用的任职，请由上级或其他办事人员办理。"
    );
}
