using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>One of the demo's people on the sign-in page.</summary>
public sealed record DemoPerson(string SignInName, string Role, string Unit);

/// <summary>登录: name or phone, and password.</summary>
internal static class SignIn
{
    internal static readonly TextField Name = new("name", "登录名或手机号") { Max = 40, AutoComplete = "username" };
    private const int WindowsAtOnce = 10;

    internal static readonly SecretField Password = new("password", "密码");

    internal static async Task<IResult> Get(string? next, CurrentViewer current, Db db, HttpContext context) =>
        current.Viewer is null ? await Show(context, db, Form.Empty(("next", next)), null) : TypedResults.LocalRedirect(LocalAddress.Or(next, "/"));

    internal static async Task<IResult> Post(Form form, Db db, HttpContext context, Vault vault, TimeProvider clock, SecondFactorTicket tickets)
    {
        var name = form.Read(Name);
        var password = form.Read(Password);
        if (form.Failed)
            return await Show(context, db, form, null);

        var attempt = new Attempt(db, context, clock.GetUtcNow().UtcDateTime);
        var account = await Find(db, context, vault, name!);
        if (account is null)
        {
            PasswordRules.Verify(null, password!);
            await attempt.Unknown(vault.Index("sign-in:" + name));
            return await Show(context, db, form, IdentityRefusals.SignInFailed);
        }

        if (!await attempt.IsRight(account, () => PasswordIsRight(account, password!)))
            return await Show(context, db, form, IdentityRefusals.SignInFailed);
        if ((account.MayEnter(attempt.Now) ?? await LockIdle(attempt, account)) is { } refusal)
            return await Show(context, db, form, refusal);
        if (account.SecondFactorSealed is not null)
            return SignInCode.Page(tickets.Make(account, attempt.Now), form.Typed("next"), Form.Empty(), null);

        return await Finish(attempt, account, form.Typed("next"), secondFactor: false) is { Refusal: { } none }
            ? await Show(context, db, form, none)
            : TypedResults.LocalRedirect(LocalAddress.Or(form.Typed("next"), "/"));
    }

    /// <summary>Opens the session in the first of the person's current appointments.</summary>
    internal static async Task<Result<Session>> Finish(Attempt attempt, Account account, string next, bool secondFactor)
    {
        var today = LocalDay.Of(attempt.Now);
        var appointments = await attempt
            .Db.Appointments.Where(a => a.TenantId == account.TenantId && a.PersonId == account.PersonId)
            .Where(a => a.FromOn <= today && (a.UntilOn == null || a.UntilOn >= today))
            .ToListAsync();
        var first = appointments.Where(a => Roles.Of(a.Role).SignsIn).OrderBy(a => Roles.PlaceOf(a.Role)).ThenBy(a => a.Id).FirstOrDefault();
        if (first is null)
            return IdentityRefusals.NoAppointment;

        attempt.Record(account, first.UnitId, new SignedIn(account.Id, first.Id, attempt.Address, secondFactor));
        if (await Enter(attempt, account, secondFactor) is { } refusal)
            return refusal;

        var session = new Session(account.TenantId, account.Id, first.Id, account.SecurityStamp, attempt.Now);
        await attempt.Context.SignInAsync(Session.Scheme, session.Principal());
        return session;
    }

    /// <summary>Locks what the nightly round has not come to yet, so that an administrator finds it locked and can open it.</summary>
    private static async Task<Refusal?> LockIdle(Attempt attempt, Account account)
    {
        var days = (await attempt.Context.Installations().Of(attempt.Db, account.TenantId)).IdleDays;
        if (!account.IsIdle(attempt.Now, days))
            return null;

        account.Lock();
        attempt.Record(account, Guid.Empty, new AccountLocked(account.Id, Account.Forever, days));
        await attempt.Db.SaveChangesAsync();
        return IdentityRefusals.Idle.With(("days", days));
    }

    /// <summary>Several windows of one person may come in at the same moment. A code of the second factor is good for one of them only.</summary>
    private static async Task<Refusal?> Enter(Attempt attempt, Account account, bool secondFactor)
    {
        var stamp = account.SecurityStamp;
        var days = (await attempt.Context.Installations().Of(attempt.Db, account.TenantId)).PasswordDays;
        for (var left = secondFactor ? 0 : WindowsAtOnce; ; left--)
        {
            account.Enter(attempt.Now, days);
            try
            {
                await attempt.Db.SaveChangesAsync();
                return null;
            }
            catch (DbUpdateConcurrencyException) when (left > 0)
            {
                await attempt.Db.Entry(account).ReloadAsync();
                if (account.SecurityStamp != stamp)
                    return IdentityRefusals.SignInFailed;
                if (account.MayEnter(attempt.Now) is { } refusal)
                    return refusal;
            }
        }
    }

    private static bool PasswordIsRight(Account account, string password)
    {
        var result = PasswordRules.Verify(account.PasswordHash, password);
        if (result is PasswordVerificationResult.SuccessRehashNeeded)
            account.PasswordHash = PasswordRules.Hash(password);
        return result is not PasswordVerificationResult.Failed;
    }

    private static async Task<Account?> Find(Db db, HttpContext context, Vault vault, string typed)
    {
        var tenants = await context.Installations().At(db, context.Request.Host.Host);
        var (phone, _) = new PhoneField("phone", "手机号").Parse(typed);
        var name = typed.ToLowerInvariant();
        var found = new List<Account>();
        foreach (var tenant in tenants)
        {
            db.ActFor(tenant.TenantId);
            var own = db.Accounts.Where(a => a.TenantId == tenant.TenantId);
            if (phone is null)
                found.AddRange(await own.Where(a => a.SignInName == name).ToListAsync());
            else
                found.AddRange(await OfPhone(db, own, tenant.TenantId, vault.Index(phone)));
        }

        // Two people with one phone sign in by their names.
        if (found.Count != 1)
            return null;

        db.ActFor(found[0].TenantId);
        return found[0];
    }

    private static Task<List<Account>> OfPhone(Db db, IQueryable<Account> own, string tenant, byte[] index)
    {
        var people = db.People.Where(p => p.TenantId == tenant && p.PhoneIndex == index).Select(p => p.Id);
        return own.Where(a => people.Contains(a.PersonId) && a.ClosedAt == null).ToListAsync();
    }

    private static async Task<IResult> Show(HttpContext context, Db db, Form form, Refusal? refusal)
    {
        var here = await context.Installations().Here(db, context.Request.Host.Host);
        var people = here is { IsDemo: true } ? await DemoPeople(db, here.TenantId) : [];
        return Page.Of<SignInPage>(
            new
            {
                Form = form,
                Refusal = refusal,
                People = people,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }

    private static async Task<IReadOnlyList<DemoPerson>> DemoPeople(Db db, string tenant)
    {
        db.ActFor(tenant);
        var rows = await (
            from a in db.Accounts
            join m in db.Appointments on new { a.TenantId, a.PersonId } equals new { m.TenantId, m.PersonId }
            join u in db.Units on new { m.TenantId, Id = m.UnitId } equals new { u.TenantId, u.Id }
            where a.TenantId == tenant && a.IsDemo
            select new
            {
                a.SignInName,
                m.Role,
                u.Name,
                u.SortKey,
            }
        ).ToListAsync();
        return
        [
            .. rows.OrderBy(row => Roles.PlaceOf(row.Role))
                .ThenBy(row => row.SortKey, StringComparer.Ordinal)
                .DistinctBy(row => row.SignInName)
                .Select(row => new DemoPerson(row.SignInName, Roles.Of(row.Role).Name, row.Name)),
        ];
    }
}
