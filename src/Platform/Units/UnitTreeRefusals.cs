namespace Wuzha.Platform.Units;

/// <summary>Why a unit cannot be moved there, or not on that day.</summary>
public static class UnitTreeRefusals
{
    public static readonly Refusal UnderItself = new("platform.unit-under-itself", 422, "不能把单位调整到它自己或它的下级单位下面，请另选上级。");

    public static readonly Refusal ParentClosed = new("platform.unit-parent-closed", 422, "选中的上级单位已经撤销，请另选上级。");

    public static readonly Refusal PlacedLater = new(
        "platform.unit-placed-later",
        422,
        "这个单位、它的下级或新的上级在 {day} 以后还设立或调整过，请写更晚的日期。"
    );

    public static readonly Refusal TooDeep = new("platform.unit-too-deep", 422, "单位层级最多 12 层，请调整到更高一级的单位下面。");
}
