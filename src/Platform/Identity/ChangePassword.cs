using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>修改密码, also the first one after a sign-in slip. Every other session ends.</summary>
internal static class ChangePassword
{
    internal static readonly SecretField Old = new("old", "现在的密码");
    internal static readonly SecretField New = new("new", "新密码")
    {
        AutoComplete = "new-password",
        Hint = "至少 8 位；大写字母、小写字母、数字、符号四类中至少三类；不带姓名、登录名和手机号；不和最近 5 次的相同。",
    };
    internal static readonly SecretField Again = new("again", "再输一遍新密码") { AutoComplete = "new-password" };

    internal static async Task<IResult> Get(Db db, Viewer viewer) => Show(Form.Empty(), await Account.Own(db, viewer));

    internal static async Task<IResult> Post(Form form, Db db, CurrentViewer current, HttpContext context, Vault vault, TimeProvider clock)
    {
        var viewer = current.Viewer!;
        var old = form.Read(Old);
        var password = form.Read(New);
        var again = form.Read(Again);
        var account = await Account.Own(db, viewer);
        if (form.Failed)
            return Show(form, account);

        var attempt = new Attempt(db, context, clock.GetUtcNow().UtcDateTime);
        if (!await attempt.IsRight(account, () => PasswordRules.IsRight(account.PasswordHash, old!)))
        {
            form.Fail(Old, "现在的密码不对。第一次登录请填登录单上的一次性密码；连续输错 5 次，账号锁定 30 分钟。");
            return Show(form, account);
        }

        account.FailedSignIns = 0;
        if (PasswordRules.Fault(password!, account, viewer.PersonName, await PhoneOf(db, viewer, vault)) is { } fault)
            form.Fail(New, fault);
        else if (again != password)
            form.Fail(Again, "两遍输入的新密码不一样，请重新输入。");
        if (form.Failed)
        {
            await db.SaveChangesAsync();
            return Show(form, account);
        }

        account.ChangePassword(PasswordRules.Hash(password!), attempt.Now);
        db.Record(viewer, new PasswordChanged(account.Id));
        await db.SaveChangesAsync();
        await context.SignInAsync(Session.Scheme, (current.Session! with { Stamp = account.SecurityStamp }).Principal());
        return Page.Done("/", "密码已经修改。其他设备上的登录都已失效。");
    }

    private static async Task<string?> PhoneOf(Db db, Viewer viewer, Vault vault)
    {
        var phone = await db
            .People.Where(person => person.TenantId == viewer.TenantId && person.Id == viewer.PersonId)
            .Select(person => person.PhoneSealed)
            .SingleAsync();
        return phone is null ? null : vault.Open(phone);
    }

    private static IResult Show(Form form, Account account) =>
        Page.Of<PasswordPage>(
            new
            {
                Form = form,
                IsFirst = account is { MustChangePassword: true, PasswordSetAt: null },
                IsTooOld = account is { MustChangePassword: true, PasswordSetAt: not null },
            },
            form.Failed ? 422 : 200
        );
}
