namespace Wuzha.Platform.Identity;

/// <summary>What only the three administrators may do.</summary>
public static class IdentityActs
{
    public static readonly Act ManageAccounts = new("platform.manage-accounts", "开立、重置、锁定、停用账号，打印登录单");
    public static readonly Act ApproveAccounts = new("platform.approve-accounts", "审批账号");
    public static readonly Act ReadPermissions = new("platform.read-permissions", "查看岗位权限表");
    public static readonly Act ReadAudit = new("platform.read-audit", "查阅审计日志");
    public static readonly Act EditInstallation = new("platform.edit-installation", "修改系统名称、主办单位和网址");
    public static readonly Act EditSecurityPolicy = new("platform.edit-security-policy", "修改密码有效期和长期未登录锁定的天数");
    public static readonly Act ReadHealth = new("platform.read-health", "查看系统状态，重试停下的作业");
}
