namespace Wuzha.Platform.Identity;

/// <summary>Every expected 'no' of sign-in, accounts and the three administrators.</summary>
public static class IdentityRefusals
{
    /// <summary>The same for a wrong name, a wrong password and a lock, so that nobody learns which names exist.</summary>
    public static readonly Refusal SignInFailed = new(
        "platform.sign-in-failed",
        422,
        "登录名或密码不对，或者账号已锁定。连续输错 5 次锁定 30 分钟，长期没有登录也会锁定；忘记密码或已锁定，请找系统管理员。"
    );

    public static readonly Refusal CodeWrong = new(
        "platform.code-wrong",
        422,
        "动态验证码不对或已经用过。请等验证器显示下一个码再输入；连续输错 5 次，账号锁定 30 分钟。"
    );

    public static readonly Refusal SignInAgain = new("platform.sign-in-again", 422, "这一步等得太久，请重新输入登录名和密码。");
    public static readonly Refusal Closed = new("platform.account-closed", 403, "这个账号已经停用。如需恢复，请找系统管理员重新开立。");
    public static readonly Refusal NotApproved = new("platform.account-not-approved", 403, "这个账号还没有经安全管理员审批，审批后才能登录。");
    public static readonly Refusal NotApprovedYet = new("platform.approve-first", 409, "账号还没有审批，审批后才能打印登录单。");
    public static readonly Refusal AlreadyApproved = new("platform.already-approved", 409, "这个账号已经审批过了。");
    public static readonly Refusal NotLocked = new("platform.not-locked", 409, "这个账号没有锁定，不需要解锁。");
    public static readonly Refusal AlreadyOpen = new("platform.account-already-open", 409, "这个人已经有账号了。");

    public static readonly Refusal CodeExpired = new("platform.code-expired", 403, "登录单上的一次性密码已经过期，请找系统管理员重新打印登录单。");

    public static readonly Refusal Idle = new("platform.account-idle", 403, "这个账号超过 {days} 天没有登录，已经锁定。请找系统管理员解锁。");

    public static readonly Refusal NoAppointment = new(
        "platform.no-appointment",
        403,
        "您目前没有可以登录的任职。如果刚刚调整岗位，请联系本单位的负责人登记新的任职。"
    );

    public static readonly Refusal NotYourAppointment = new("platform.not-your-appointment", 404, "没有这个任职，或者它已经结束。请重新选择。");

    public static readonly Refusal FactorNeeded = new(
        "platform.factor-needed",
        409,
        "系统管理员、安全管理员、审计管理员必须使用动态验证码，不能停用；换手机请重新绑定。"
    );

    /// <summary>三员分立.</summary>
    public static readonly Refusal OneAdministrator = new(
        "platform.one-administrator",
        409,
        "系统管理员、安全管理员、审计管理员必须是三个人，一个人不能兼任其中两个。"
    );

    public static readonly Refusal NoBusinessBeside = new(
        "platform.no-business-beside",
        409,
        "系统管理员、安全管理员、审计管理员不能兼任业务岗位。请另选人员。"
    );

    /// <summary>三员分立: the system administrator could otherwise sign in as one of the other two, or take the one who watches out of the way.</summary>
    public static readonly Refusal AdministratorByServer = new(
        "platform.administrator-by-server",
        409,
        "三名管理员的账号不能在这里停用；没有绑定动态验证码的，也不能在这里打印登录单。请由管服务器的人用命令重置或更换。"
    );

    public static readonly Refusal NotYourself = new("platform.not-yourself", 409, "不能对自己的账号做这件事。");
}
