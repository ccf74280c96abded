using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Tenants;

/// <summary>租户: a county, or a single township on its own machine.</summary>
public sealed class Tenant
{
    /// <summary>Short Latin code, at most 32 characters; part of every key.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the installation as it stands in the top bar.</summary>
    public required string Name { get; set; }

    /// <summary>IANA zone in which days begin; Asia/Shanghai.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The address that links and QR codes carry, without a trailing slash.</summary>
    public required string PublicAddress { get; set; }

    /// <summary>主办单位, in the footer of every page.</summary>
    public required string Organiser { get; set; }

    /// <summary>密码有效期: an older password is renewed at the next sign-in (GB/T 22239 ID-a; ninety days by the assessors' convention).</summary>
    public int PasswordDays { get; set; } = 90;

    /// <summary>An account that nobody has used for so long is locked until an administrator opens it again (GB/T 22239 AC-c).</summary>
    public int IdleDays { get; set; } = 90;
    public bool IsDemo { get; init; }
    public int Version { get; set; }

    /// <summary>The tenant of whoever is signed in.</summary>
    internal static Task<Tenant> Own(Db db, Viewer viewer) => db.Tenants.SingleAsync(tenant => tenant.Id == viewer.TenantId);
}
