using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>登录的第二步: the code of the authenticator, or a recovery code.</summary>
internal static class SignInCode
{
    internal static readonly TextField Code = new("code", "动态验证码")
    {
        Max = 20,
        AutoComplete = "one-time-code",
        Hint = "手机验证器上的 6 位数字，或一个恢复码。",
    };

    internal static async Task<IResult> Post(Form form, Db db, HttpContext context, Vault vault, TimeProvider clock, SecondFactorTicket tickets)
    {
        var attempt = new Attempt(db, context, clock.GetUtcNow().UtcDateTime);
        var (ticket, next) = (form.Typed("ticket"), form.Typed("next"));
        if (tickets.Read(ticket, attempt.Now) is not { } half || await attempt.Half(half) is not { } account)
            return Again(next);

        var code = form.Read(Code);
        if (form.Failed)
            return Page(ticket, next, form, null);
        if (!await attempt.IsRight(account, () => account.AcceptCode(code!, vault, attempt.Now)))
            return Page(ticket, next, form, IdentityRefusals.CodeWrong);

        return (account.MayEnter(attempt.Now) ?? (await SignIn.Finish(attempt, account, next, secondFactor: true)).Refusal) is { } refusal
            ? refusal.AsPage()
            : TypedResults.LocalRedirect(LocalAddress.Or(next, "/"));
    }

    internal static IResult Page(string ticket, string next, Form form, Refusal? refusal) =>
        Platform.Page.Of<SignInCodePage>(
            new
            {
                Ticket = ticket,
                Next = next,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );

    private static IResult Again(string next) =>
        Platform.Page.Of<SignInPage>(
            new { Form = Form.Empty(("next", next)), Refusal = IdentityRefusals.SignInAgain },
            IdentityRefusals.SignInAgain.Status
        );
}
