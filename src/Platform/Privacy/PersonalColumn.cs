namespace Wuzha.Platform.Privacy;

/// <summary>
/// 个人信息目录: one column that holds personal data, declared beside its table (PIPL art. 6, 17, 19). Register it as a singleton in the module's
/// <c>Services</c>; a test fails for a sealed column that nobody declared.
/// </summary>
/// <param name="Table">Name in the database.</param>
/// <param name="Column">Name in the database.</param>
/// <param name="What">What it is, of whom.</param>
/// <param name="Purpose">What it is needed for.</param>
/// <param name="Basis">Legal basis (PIPL art. 13).</param>
/// <param name="Retention">How long it is kept, and what happens then.</param>
/// <param name="Protection">How it is kept and shown.</param>
public sealed record PersonalColumn(string Table, string Column, string What, string Purpose, string Basis, string Retention, string Protection)
{
    internal const string StatutoryDuty = "履行法定职责（个人信息保护法第十三条第三项）";
    internal const string StaffManagement = "履行法定职责、人力资源管理（个人信息保护法第十三条第二、三项）";
    internal const string SealedAndMasked = "加密保存，默认遮盖显示，查看全文有记录";

    /// <summary>Platform's own.</summary>
    internal static readonly IReadOnlyList<PersonalColumn> OfPlatform =
    [
        new("people", "name_sealed", "工作人员姓名", "落实责任、张榜公示责任人", StaffManagement, "离任后保留到本次专项行动归档", "加密保存"),
        new("people", "phone_sealed", "工作人员电话", "工作联系、发送提醒", StaffManagement, "离任后保留到本次专项行动归档", SealedAndMasked),
        new(
            "people",
            "post",
            "工作人员职务",
            "落实责任、印制责任人名单",
            StaffManagement,
            "离任后保留到本次专项行动归档",
            "明文保存，仅管辖范围内可见"
        ),
        new("signatures", "drawing_sealed", "手写签名笔迹", "证明本人签署", StaffManagement, "与所签署的文本一并归档", "加密保存，仅管辖范围内可见"),
        new("signatures", "name_sealed", "签署时填写的姓名", "证明本人签署", StaffManagement, "与所签署的文本一并归档", "加密保存"),
        new("accounts", "sign_in_name", "工作人员登录名", "登录系统", StaffManagement, "账号注销后保留六个月备查", "明文保存，仅本人和管理员可见"),
        new(
            "accounts",
            "second_factor_sealed",
            "动态验证码密钥",
            "登录时核验本人",
            StaffManagement,
            "重新绑定或账号注销时删除",
            "加密保存，从不显示"
        ),
    ];
}
