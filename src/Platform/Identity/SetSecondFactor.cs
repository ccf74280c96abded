using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Links;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>The secret to be bound: as QR, as text to type, and as the form carries it.</summary>
public sealed record SecondFactorView(string Secret, string Carried, string QrSvg, bool IsSet, bool MustHave);

/// <summary>动态验证码: binds an authenticator app; needed for the three administrators, offered to all (GB/T 22239 ID-d).</summary>
internal static class SetSecondFactor
{
    /// <summary>Asked once an authenticator is bound: a desk left open must not hand the account over to another phone.</summary>
    internal static readonly SecretField Password = new("password", "现在的密码");
    internal static readonly SecretField RemovalPassword = new("removalPassword", "现在的密码");
    internal static readonly TextField Code = new("code", "验证器上的 6 位数字") { Max = 10, AutoComplete = "one-time-code" };

    internal static async Task<IResult> Get(Db db, Viewer viewer, HttpContext context, SecondFactorTicket tickets) =>
        await Show(db, viewer, context, tickets, Totp.NewSecret(), Form.Empty());

    internal static async Task<IResult> Post(
        Form form,
        Db db,
        CurrentViewer current,
        HttpContext context,
        Vault vault,
        TimeProvider clock,
        SecondFactorTicket tickets
    )
    {
        var viewer = current.Viewer!;
        if (tickets.Open(form.Typed("secret")) is not { } secret)
            return Refusal.FormExpired.AsPage();

        var account = await Account.Own(db, viewer);
        if (account.SecondFactorSealed is not null)
            await Confirm(form, Password, new Attempt(db, context, clock.GetUtcNow().UtcDateTime), account);
        var code = form.Read(Code);
        var step = code is null ? null : Totp.Match(secret, code, clock.GetUtcNow().UtcDateTime);
        if (code is not null && step is null)
            form.Fail(Code, "这个数字和验证器不一致。请确认手机时间准确，等显示下一个码再输入。");
        if (form.Failed)
            return await Show(db, viewer, context, tickets, secret, form);

        var codes = RecoveryCodes.NewSet();
        account.SetSecondFactor(vault.Seal(secret), step!.Value, codes.Select(one => RecoveryCodes.Hash(vault, one)));
        await Save(db, current, context, account, isSet: true);
        return Page.Of<RecoveryCodesPage>(new { Codes = codes });
    }

    internal static async Task<IResult> Remove(
        Form form,
        Db db,
        CurrentViewer current,
        HttpContext context,
        TimeProvider clock,
        SecondFactorTicket tickets
    )
    {
        var viewer = current.Viewer!;
        if (Roles.IsAdministrator(viewer.Role))
            return IdentityRefusals.FactorNeeded.AsPage();

        var account = await Account.Own(db, viewer);
        if (account.SecondFactorSealed is null)
            return Page.Done("/me", "没有绑定动态验证码。");

        await Confirm(form, RemovalPassword, new Attempt(db, context, clock.GetUtcNow().UtcDateTime), account);
        if (form.Failed)
            return await Show(db, viewer, context, tickets, Totp.NewSecret(), form);

        account.RemoveSecondFactor();
        await Save(db, current, context, account, isSet: false);
        return Page.Done("/me", "动态验证码已停用。");
    }

    private static async Task Confirm(Form form, SecretField field, Attempt attempt, Account account)
    {
        if (form.Read(field) is not { } password)
            return;

        if (await attempt.IsRight(account, () => PasswordRules.IsRight(account.PasswordHash, password)))
            account.FailedSignIns = 0;
        else
            form.Fail(field, "现在的密码不对。连续输错 5 次，账号锁定 30 分钟。");
    }

    private static async Task Save(Db db, CurrentViewer current, HttpContext context, Account account, bool isSet)
    {
        db.Record(current.Viewer!, new SecondFactorChanged(account.Id, isSet));
        await db.SaveChangesAsync();
        await context.SignInAsync(Session.Scheme, (current.Session! with { Stamp = account.SecurityStamp }).Principal());
    }

    private static async Task<IResult> Show(Db db, Viewer viewer, HttpContext context, SecondFactorTicket tickets, string secret, Form form)
    {
        var account = await Account.Own(db, viewer);
        var here = await context.Installations().Of(db, viewer.TenantId);
        var view = new SecondFactorView(
            secret,
            tickets.Seal(secret),
            Qr.Svg(Totp.Address(here.Name, account.SignInName, secret), "动态验证码绑定二维码"),
            account.SecondFactorSealed is not null,
            Roles.IsAdministrator(viewer.Role)
        );
        return Page.Of<SecondFactorPage>(new { View = view, Form = form }, form.Failed ? 422 : 200);
    }
}
