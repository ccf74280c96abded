using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Tenants;

/// <summary>安全策略: how old a password may become and when an unused account is locked. The security administrator's alone (GB/T 22239 AC-e).</summary>
internal static class EditSecurityPolicy
{
    internal static readonly NumberField PasswordDays = new("passwordDays", "密码有效期")
    {
        Min = 30,
        Max = 180,
        Unit = "天",
        Hint = "到期后，下次登录先换密码。等级保护测评一般要求不超过 90 天。",
    };
    internal static readonly NumberField IdleDays = new("idleDays", "长期未登录锁定")
    {
        Min = 30,
        Max = 180,
        Unit = "天",
        Hint = "这么多天没有登录的账号自动锁定，由系统管理员解锁。",
    };

    internal static async Task<IResult> Get(Db db, Viewer viewer)
    {
        var tenant = await Tenant.Own(db, viewer);
        return Show(Form.Empty((PasswordDays.Name, PasswordDays.Show(tenant.PasswordDays)), (IdleDays.Name, IdleDays.Show(tenant.IdleDays))));
    }

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, Installations installations)
    {
        var password = form.Read(PasswordDays);
        var idle = form.Read(IdleDays);
        if (form.Failed)
            return Show(form);

        var tenant = await Tenant.Own(db, viewer);
        if ((tenant.PasswordDays, tenant.IdleDays) == (password!.Value, idle!.Value))
            return Page.Done("/settings/security", "没有改动。");

        (tenant.PasswordDays, tenant.IdleDays) = (password.Value, idle.Value);
        tenant.Version++;
        db.Record(viewer, new SecurityPolicySet(tenant.PasswordDays, tenant.IdleDays));
        await db.SaveChangesAsync();
        installations.Forget();
        return Page.Done("/settings/security", "已保存，从下次登录起按新的天数办。");
    }

    private static IResult Show(Form form) => Page.Of<SecurityPolicyPage>(new { Form = form }, form.Failed ? 422 : 200);
}
