using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Layout;

namespace Wuzha.Platform;

/// <summary>An expected 'no': a stable code, an HTTP status and one clear Chinese sentence that says what to do.</summary>
/// <param name="Code"><c>module.reason-in-words</c>; never reused or renamed.</param>
/// <param name="Status">HTTP status, 4xx.</param>
/// <param name="Message">The sentence a village accountant reads. Placeholders in braces are filled by <see cref="With"/>.</param>
public sealed record Refusal(string Code, int Status, string Message)
{
    /// <summary>Not there, or not yours: never tells which.</summary>
    public static readonly Refusal NotFound = new("platform.not-found", 404, "没有这个页面，或者它不在您的管辖范围内。请从左侧菜单重新进入。");

    public static readonly Refusal NotAllowed = new("platform.not-allowed", 403, "您当前的任职没有这项权限。如需办理，请切换任职或联系安全管理员。");

    public static readonly Refusal ChangedMeanwhile = new(
        "platform.changed-meanwhile",
        409,
        "刚才有人改过这条内容，您的修改没有保存。请刷新后再改。"
    );

    public static readonly Refusal TakenMeanwhile = new(
        "platform.taken-meanwhile",
        409,
        "刚才已有人登记了同样的内容，您这次没有保存。请返回上一页，刷新后核对。"
    );

    public static readonly Refusal FormExpired = new(
        "platform.form-expired",
        400,
        "这个页面打开太久或已在别处退出登录，内容没有保存。请刷新后重新提交。"
    );

    public static readonly Refusal NotUnderstood = new(
        "platform.not-understood",
        400,
        "系统没有读懂这次请求，内容没有保存。请返回上一页，刷新后再试。"
    );

    public static readonly Refusal NotThisWay = new("platform.not-this-way", 405, "这个地址不能这样打开。请从左侧菜单重新进入。");

    public static readonly Refusal TooLarge = new("platform.too-large", 413, "上传的内容太大，没有保存。请压缩或分几次上传。");

    public static readonly Refusal TooOften = new("platform.too-often", 429, "操作太频繁，请过一分钟再试。");

    /// <summary>The same refusal with its named placeholders filled.</summary>
    public Refusal With(params (string Name, object Value)[] values) =>
        this with
        {
            Message = values.Aggregate(
                Message,
                (text, value) => text.Replace("{" + value.Name + "}", value.Value.ToString(), StringComparison.Ordinal)
            ),
        };

    /// <summary>A plain page that says only this.</summary>
    public IResult AsPage() => Page.Of<RefusalPage>(new { Refusal = this }, Status);
}
