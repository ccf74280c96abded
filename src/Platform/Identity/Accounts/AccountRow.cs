using Wuzha.Platform.Calendar;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Identity.Accounts;

/// <summary>An account with its holder, as the administrators see it: name, post, one unit and role, and no business data.</summary>
public sealed record AccountRow
{
    public required Guid Id { get; init; }
    public required string SignInName { get; init; }
    public required byte[] NameSealed { get; init; }
    public required string? Role { get; init; }
    public required string? UnitName { get; init; }
    public required string? UnitSortKey { get; init; }
    public required DateTime? ClosedAt { get; init; }
    public required DateTime? ApprovedAt { get; init; }
    public required DateTime? LockedUntil { get; init; }
    public required bool MustChangePassword { get; init; }
    public required bool HasPassword { get; init; }
    public required DateTime? PasswordExpiresAt { get; init; }
    public required DateTime? PasswordSetAt { get; init; }
    public required DateTime? LastSignInAt { get; init; }
    public required bool HasSecondFactor { get; init; }

    public string RoleName => Role is null ? "没有任职" : Roles.Of(Role).Name;

    public bool IsAdministrator => Role is not null && Roles.IsAdministrator(Role);

    /// <summary>Whoever holds the slip of such an account is that administrator: only the hand on the server makes it.</summary>
    public bool SlipByServer => IsAdministrator && !HasSecondFactor;

    public (WorkState State, string Word) StateAt(DateTime now) =>
        ClosedAt is not null ? (WorkState.NotApplicable, "已停用")
        : ApprovedAt is null ? (WorkState.Todo, "待审批")
        : LockedUntil > now ? (WorkState.Overdue, "已锁定")
        : !HasPassword ? (WorkState.Todo, "待发登录单")
        : MustChangePassword
            ? PasswordSetAt is not null ? (WorkState.Todo, "密码到期待改")
                : PasswordExpiresAt <= now ? (WorkState.Overdue, "登录单已过期")
                : (WorkState.Todo, "待首次登录")
        : (WorkState.Done, "在用");

    public static IQueryable<AccountRow> Of(Db db, Viewer viewer, DateOnly today) =>
        from account in db.Accounts
        where account.TenantId == viewer.TenantId
        join person in db.People on new { account.TenantId, Id = account.PersonId } equals new { person.TenantId, person.Id }
        let serves = (
            from appointment in db.Appointments
            join unit in db.Units on new { appointment.TenantId, Id = appointment.UnitId } equals new { unit.TenantId, unit.Id }
            where appointment.TenantId == viewer.TenantId && appointment.PersonId == account.PersonId
            where appointment.FromOn <= today && (appointment.UntilOn == null || appointment.UntilOn >= today)
            orderby appointment.FromOn, appointment.Id
            select new
            {
                appointment.Role,
                unit.Name,
                unit.SortKey,
            }
        ).FirstOrDefault()
        select new AccountRow
        {
            Id = account.Id,
            SignInName = account.SignInName,
            NameSealed = person.NameSealed,
            Role = serves!.Role,
            UnitName = serves.Name,
            UnitSortKey = serves.SortKey,
            ClosedAt = account.ClosedAt,
            ApprovedAt = account.ApprovedAt,
            LockedUntil = account.LockedUntil,
            MustChangePassword = account.MustChangePassword,
            HasPassword = account.PasswordHash != null,
            PasswordExpiresAt = account.PasswordExpiresAt,
            PasswordSetAt = account.PasswordSetAt,
            LastSignInAt = account.LastSignInAt,
            HasSecondFactor = account.SecondFactorSealed != null,
        };

    public string NameOf(Vault vault) => vault.Open(NameSealed);

    public static string Wall(DateTime? at) => at is { } instant ? LocalDay.Wall(instant).ToString("yyyy-MM-dd HH:mm") : "";
}
