using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity;

/// <summary>One of my current appointments.</summary>
public sealed record MyAppointment(Guid Id, string Role, string Unit, DateOnly FromOn, DateOnly? UntilOn, bool IsActing);

/// <summary>My account as the page shows it.</summary>
public sealed record MeView(
    string Name,
    string SignInName,
    DateTime? LastSignInAt,
    DateTime? PasswordSetAt,
    int PasswordDays,
    bool HasSecondFactor,
    int RecoveryCodesLeft,
    IReadOnlyList<MyAppointment> Appointments
);

/// <summary>我的账号: my appointments and the switch between them, password, second factor, sign-out.</summary>
internal static class ShowMe
{
    internal static async Task<IResult> Get(Db db, Viewer viewer, Installations installations, TimeProvider clock)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.TenantId == viewer.TenantId && a.Id == viewer.AccountId);
        return Page.Of<MePage>(
            new
            {
                View = new MeView(
                    viewer.PersonName,
                    account.SignInName,
                    account.LastSignInAt,
                    account.PasswordSetAt,
                    (await installations.Of(db, viewer.TenantId)).PasswordDays,
                    account.SecondFactorSealed is not null,
                    account.RecoveryHashes.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length,
                    await Appointments(db, viewer, LocalDay.Today(clock))
                ),
            }
        );
    }

    /// <summary>Acts from now on in another of one's own current appointments.</summary>
    internal static async Task<IResult> Switch(Guid id, Db db, CurrentViewer current, HttpContext context, TimeProvider clock)
    {
        var viewer = current.Viewer!;
        var wanted = (await Appointments(db, viewer, LocalDay.Today(clock))).FirstOrDefault(one => one.Id == id);
        if (wanted is null)
            return IdentityRefusals.NotYourAppointment.AsPage();

        if (!wanted.IsActing)
        {
            db.Record(viewer, new AppointmentSwitched(viewer.AppointmentId, id));
            await db.SaveChangesAsync();
            await context.SignInAsync(Session.Scheme, (current.Session! with { AppointmentId = id }).Principal());
        }
        return Page.Done("/", $"现在以“{wanted.Unit} {wanted.Role}”的身份办理。");
    }

    private static async Task<IReadOnlyList<MyAppointment>> Appointments(Db db, Viewer viewer, DateOnly today)
    {
        var rows = await (
            from m in db.Appointments
            join u in db.Units on new { m.TenantId, Id = m.UnitId } equals new { u.TenantId, u.Id }
            where m.TenantId == viewer.TenantId && m.PersonId == viewer.PersonId
            where m.FromOn <= today && (m.UntilOn == null || m.UntilOn >= today) && (u.ClosedOn == null || u.ClosedOn >= today)
            select new
            {
                m.Id,
                m.Role,
                u.Name,
                m.FromOn,
                m.UntilOn,
            }
        ).ToListAsync();
        return
        [
            .. rows.Where(row => Roles.Of(row.Role).SignsIn)
                .OrderBy(row => Roles.PlaceOf(row.Role))
                .ThenBy(row => row.Id)
                .Select(row => new MyAppointment(row.Id, Roles.Of(row.Role).Name, row.Name, row.FromOn, row.UntilOn, row.Id == viewer.AppointmentId)),
        ];
    }
}
