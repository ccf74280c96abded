using Wuzha.Platform.Facts;

namespace Wuzha.Platform.Identity;

/// <summary>登录. <paramref name="ClientIp"/> is the network address of the browser (GB/T 22239 AU-b).</summary>
public sealed record SignedIn(Guid AccountId, Guid AppointmentId, string? ClientIp, bool SecondFactor) : Fact;

/// <summary>登录失败. What was typed is never kept; an unknown name only as a keyed hash.</summary>
public sealed record SignInFailed(Guid? AccountId, string? NameHash, string? ClientIp) : Fact;

/// <summary>退出登录.</summary>
public sealed record SignedOut(Guid AccountId, bool Everywhere) : Fact;

/// <summary>切换任职.</summary>
public sealed record AppointmentSwitched(Guid FromAppointmentId, Guid ToAppointmentId) : Fact;

/// <summary>修改密码.</summary>
public sealed record PasswordChanged(Guid AccountId) : Fact;

/// <summary>绑定或停用动态验证码.</summary>
public sealed record SecondFactorChanged(Guid AccountId, bool IsSet) : Fact;

/// <summary>开立账号.</summary>
public sealed record AccountOpened(Guid AccountId, Guid PersonId) : Fact;

/// <summary>审批账号.</summary>
public sealed record AccountApproved(Guid AccountId) : Fact;

/// <summary>打印登录单: the one-time code replaces whatever password there was.</summary>
public sealed record SignInSlipMade(Guid AccountId, DateTime ValidUntil) : Fact;

/// <summary>锁定账号, by failures, by an administrator, or after <paramref name="IdleDays"/> without a sign-in.</summary>
public sealed record AccountLocked(Guid AccountId, DateTime Until, int? IdleDays = null) : Fact;

/// <summary>解锁账号.</summary>
public sealed record AccountUnlocked(Guid AccountId) : Fact;

/// <summary>停用账号.</summary>
public sealed record AccountClosed(Guid AccountId, AccountCloseReason Reason) : Fact;

/// <summary>在服务器上重置或更换管理员: whoever has the server let one of the three in anew.</summary>
/// <param name="IsAnother">Another person took the post; otherwise the same one got a new code and owes a new second factor.</param>
public sealed record AdministratorReplaced(Guid AccountId, string Role, bool IsAnother) : Fact;

/// <summary>修改系统名称、主办单位、网址: which of them; the words themselves stand in the tenant's row.</summary>
public sealed record InstallationChanged(bool Name, bool Organiser, bool PublicAddress) : Fact;

/// <summary>修改安全策略 (GB/T 22239 AC-e: set by the security administrator alone).</summary>
public sealed record SecurityPolicySet(int PasswordDays, int IdleDays) : Fact;

/// <summary>Why an account was closed.</summary>
public enum AccountCloseReason
{
    ByAdministrator = 0,
    LastAppointmentEnded = 1,
    NotApproved = 2,
}

internal static class IdentityFactKinds
{
    public static void Declare(FactCatalog facts)
    {
        facts.Add<SignedIn>("platform.signed-in", "登录");
        facts.Add<SignInFailed>("platform.sign-in-failed", "登录失败");
        facts.Add<SignedOut>("platform.signed-out", "退出登录");
        facts.Add<AppointmentSwitched>("platform.appointment-switched", "切换任职");
        facts.Add<PasswordChanged>("platform.password-changed", "修改密码");
        facts.Add<SecondFactorChanged>("platform.second-factor-changed", "设置动态验证码");
        facts.Add<AccountOpened>("platform.account-opened", "开立账号");
        facts.Add<AccountApproved>("platform.account-approved", "审批账号");
        facts.Add<SignInSlipMade>("platform.sign-in-slip-made", "打印登录单");
        facts.Add<AccountLocked>("platform.account-locked", "锁定账号");
        facts.Add<AccountUnlocked>("platform.account-unlocked", "解锁账号");
        facts.Add<AccountClosed>("platform.account-closed", "停用账号");
        facts.Add<AdministratorReplaced>("platform.administrator-replaced", "在服务器上重置或更换管理员");
        facts.Add<InstallationChanged>("platform.installation-changed", "修改系统设置");
        facts.Add<SecurityPolicySet>("platform.security-policy-set", "修改安全策略");
    }
}
