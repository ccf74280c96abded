using Wuzha.Platform;

namespace Wuzha.Guard;

/// <summary>Every expected 'no' of this module.</summary>
internal static class GuardRefusals
{
    public static readonly Refusal AlreadyAnswered = new(
        "guard.already-answered",
        409,
        "这件意见已经答复，不能再次答复。需要补充的，请直接与写信人联系。"
    );

    public static readonly Refusal OnlyTheAddressedOffice = new(
        "guard.only-the-addressed-office",
        403,
        "这件意见由收信单位的办公室答复，您只能查看。"
    );
}
