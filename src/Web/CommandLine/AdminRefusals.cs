using Wuzha.Platform;

namespace Wuzha.Web.CommandLine;

/// <summary>Why an administrator is not reset or replaced.</summary>
internal static class AdminRefusals
{
    public static readonly Refusal Nobody = new(
        "wuzha.nobody-there",
        404,
        "没有找到这名{role}。请核对登录名；岗位空缺时，请指定新管理员的姓名和手机号。"
    );

    public static readonly Refusal Several = new("wuzha.several-hold-it", 409, "这个岗位有几个人，请指明登录名：{names}。");

    public static readonly Refusal PhoneTaken = new(
        "wuzha.phone-taken",
        409,
        "这个手机号在系统里登记的是另一个姓名。请核对姓名和手机号，或换一个手机号。"
    );
}
