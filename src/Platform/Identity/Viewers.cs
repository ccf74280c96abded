using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Identity;

/// <summary>What an account still owes before it may be used.</summary>
public enum Hold
{
    None,
    Password,
    SecondFactor,
}

/// <summary>A viewer with what the account still owes.</summary>
public sealed record Entry(Viewer Viewer, Hold Hold);

/// <summary>
/// Finds the viewer of a session by one query per request: the account is neither closed nor locked by an administrator, the stamp is the same, the
/// appointment lasts today. Whoever loses an appointment is out at the next request. (A lock after wrong passwords only stops new sign-ins: otherwise
/// anybody could throw anybody out by typing nonsense.)
/// </summary>
public sealed class Viewers(RoleActs acts, Vault vault, TimeProvider clock)
{
    private sealed record Row(
        Guid AppointmentId,
        Guid PersonId,
        byte[] NameSealed,
        string Role,
        Guid UnitId,
        string UnitName,
        string Path,
        string Stamp,
        string EndedSessions,
        bool MustChangePassword,
        bool HasSecondFactor,
        bool IsDemo
    );

    // Compiled once per host: it runs at every request.
    private readonly Func<Db, string, Guid, DateOnly, IAsyncEnumerable<Row>> rows = EF.CompileAsyncQuery(
        (Db db, string tenant, Guid account, DateOnly today) =>
            from a in db.Accounts
            join p in db.People on new { a.TenantId, Id = a.PersonId } equals new { p.TenantId, p.Id }
            join m in db.Appointments on new { a.TenantId, a.PersonId } equals new { m.TenantId, m.PersonId }
            join u in db.Units on new { m.TenantId, Id = m.UnitId } equals new { u.TenantId, u.Id }
            where
                a.TenantId == tenant
                && a.Id == account
                && a.ClosedAt == null
                && a.ApprovedAt != null
                && a.LockedUntil != Account.Forever
                && m.FromOn <= today
                && (m.UntilOn == null || m.UntilOn >= today)
                && (u.ClosedOn == null || u.ClosedOn >= today)
            select new Row(
                m.Id,
                m.PersonId,
                p.NameSealed,
                m.Role,
                u.Id,
                u.Name,
                u.Path,
                a.SecurityStamp,
                a.EndedSessions,
                a.MustChangePassword,
                a.SecondFactorSealed != null,
                a.IsDemo
            )
    );

    public async Task<Entry?> Of(Db db, Session session)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (now - session.Since > Session.Longest)
            return null;

        var current = new List<Row>();
        await foreach (var row in rows(db, session.TenantId, session.AccountId, LocalDay.Of(now)))
            if (row.Stamp == session.Stamp && !row.EndedSessions.Split('\n').Contains(session.Key))
                current.Add(row);

        // 三员分立 holds even if an appointment came into the table by a way that does not ask Separation.
        if (current.Exists(row => Separation.Forbids(current.Select(other => other.Role), row.Role) is not null))
            return null;

        current.RemoveAll(row => !Roles.Of(row.Role).SignsIn);
        return current.Find(row => row.AppointmentId == session.AppointmentId) is { } chosen
            ? new Entry(ViewerOf(session, chosen, current), HoldOf(chosen))
            : null;
    }

    private Viewer ViewerOf(Session session, Row row, IEnumerable<Row> all) =>
        new()
        {
            TenantId = session.TenantId,
            AccountId = session.AccountId,
            PersonId = row.PersonId,
            AppointmentId = row.AppointmentId,
            UnitId = row.UnitId,
            UnitName = row.UnitName,
            Scope = Scope.Of(row.Path),
            Role = row.Role,
            RoleName = Roles.Of(row.Role).Name,
            PersonName = vault.Open(row.NameSealed),
            OtherAppointments =
            [
                .. all.Where(other => other.AppointmentId != row.AppointmentId)
                    .OrderBy(other => Roles.PlaceOf(other.Role))
                    .ThenBy(other => other.AppointmentId)
                    .Select(other => new OtherAppointment(other.AppointmentId, other.UnitName, Roles.Of(other.Role).Name)),
            ],
            Acts = acts.Of(row.Role),
        };

    // The demo plants accounts that owe neither; it only runs on loopback.
    private static Hold HoldOf(Row row) =>
        row.IsDemo ? Hold.None
        : row.MustChangePassword ? Hold.Password
        : Roles.IsAdministrator(row.Role) && !row.HasSecondFactor ? Hold.SecondFactor
        : Hold.None;
}
