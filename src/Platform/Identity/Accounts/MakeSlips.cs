using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Links;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity.Accounts;

/// <summary>What one printed slip says.</summary>
public sealed record SignInSlip(string Name, string Role, string Unit, string SignInName, string Code);

/// <summary>The sheet of slips: the codes stand on this page once and nowhere else.</summary>
public sealed record SlipsView(IReadOnlyList<SignInSlip> Slips, string Address, string QrSvg, string Installation, DateTime ValidUntil);

/// <summary>打印登录单: a one-time code on paper for the first sign-in or after a forgotten password (requirements PLT10).</summary>
internal static class MakeSlips
{
    internal static readonly NumberField Days = new("days", "登录单有效天数")
    {
        Min = 1,
        Max = 30,
        Unit = "天",
        Hint = "过期没有登录的，需要重新打印。",
    };

    internal static async Task<IResult> Get(Db db, Viewer viewer, Vault vault, TimeProvider clock) =>
        await Show(Form.Empty((Days.Name, "7")), db, viewer, vault, clock);

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, HttpContext context, Vault vault, TimeProvider clock)
    {
        var days = form.Read(Days);
        var ids = form.Ids("id");
        if (form.Failed)
            return await Show(form, db, viewer, vault, clock);

        var now = clock.GetUtcNow().UtcDateTime;
        var until = now.AddDays(days!.Value);
        var rows = await AccountRow.Of(db, viewer, LocalDay.Of(now)).Where(row => ids.Contains(row.Id)).ToListAsync();
        var accounts = await db.Accounts.Where(account => account.TenantId == viewer.TenantId && ids.Contains(account.Id)).ToListAsync();
        var slips = new List<SignInSlip>();
        foreach (var row in rows.OrderBy(row => row.UnitSortKey, StringComparer.Ordinal).ThenBy(row => row.SignInName, StringComparer.Ordinal))
        {
            var account = accounts.Find(one => one.Id == row.Id)!;
            if (account.PersonId == viewer.PersonId)
                return IdentityRefusals.NotYourself.AsPage();
            if (row.SlipByServer)
                return IdentityRefusals.AdministratorByServer.AsPage();

            var code = RecoveryCodes.New();
            if (account.GiveCode(PasswordRules.Hash(code), until) is { } refusal)
                return refusal.AsPage();

            db.Record(viewer, new SignInSlipMade(account.Id, until));
            slips.Add(new SignInSlip(row.NameOf(vault), row.RoleName, row.UnitName ?? "", row.SignInName, code));
        }
        if (slips.Count == 0)
            return Page.Done("/accounts/slips", "没有选中可以打印登录单的账号。");

        await db.SaveChangesAsync();
        var here = await context.Installations().Of(db, viewer.TenantId);
        var address = here.PublicAddress + "/sign-in";
        return Page.Of<SlipsPage>(new { View = new SlipsView(slips, address, Qr.Svg(address, "登录地址二维码"), here.Name, until) });
    }

    private static async Task<IResult> Show(Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = await AccountRow
            .Of(db, viewer, LocalDay.Of(now))
            .Where(row => row.ClosedAt == null && row.ApprovedAt != null && (!row.HasPassword || row.PasswordExpiresAt <= now))
            .ToListAsync();
        var picks = rows.Where(row => !row.SlipByServer)
            .OrderBy(row => row.UnitSortKey, StringComparer.Ordinal)
            .ThenBy(row => row.SignInName, StringComparer.Ordinal)
            .Select(row => new Pick(row.Id, row.NameOf(vault), row.RoleName, row.UnitName ?? "", "，" + row.StateAt(now).Word));
        return Page.Of<MakeSlipsPage>(new { Form = form, Picks = picks.ToList() }, form.Failed ? 422 : 200);
    }
}
