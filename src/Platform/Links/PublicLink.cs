using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Links;

/// <summary>公开链接: what a QR code on a notice or poster leads to, for people without an account. Only the hash of its token is kept.</summary>
public sealed class PublicLink
{
    private const int TokenBytes = 16;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Key of a <see cref="LinkTarget"/>.</summary>
    public required string Kind { get; init; }
    public required Guid TargetId { get; init; }

    /// <summary>The unit that gave it out; who may revoke it follows from it.</summary>
    public required Guid UnitId { get; init; }
    public required Guid MadeBy { get; init; }
    public required DateTime MadeAt { get; init; }
    public DateTime? ExpiresAt { get; init; }
    public DateTime? RevokedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen(DateTime now) => RevokedAt is null && (ExpiresAt is null || ExpiresAt > now);

    public Refusal? Revoke(DateTime now)
    {
        if (RevokedAt is not null)
            return LinkRefusals.AlreadyRevoked;

        RevokedAt = now;
        Version++;
        return null;
    }

    /// <summary>Makes a link and records it. The address is known only now: to print it again, make another.</summary>
    /// <returns>Path and token, to be put behind the installation's public address.</returns>
    public static string Make(Db db, Viewer viewer, (string Kind, Guid Id) target, DateTime now, DateTime? expiresAt)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var link = new PublicLink
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            TokenHash = HashOf(token),
            Kind = target.Kind,
            TargetId = target.Id,
            UnitId = viewer.UnitId,
            MadeBy = viewer.PersonId,
            MadeAt = now,
            ExpiresAt = expiresAt,
        };
        db.Add(link);
        db.Record(viewer, new PublicLinkMade(link.Id, link.Kind, link.TargetId));
        return $"/l/{viewer.TenantId}/{token}";
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}

/// <summary>A kind of thing that public links may lead to, and what opens it. Register it as a singleton in the module's <c>Services</c>.</summary>
/// <param name="Kind"><c>module.noun</c>.</param>
/// <param name="Name">What it is, in Chinese.</param>
/// <param name="Open">Answers the request of a stranger.</param>
public sealed record LinkTarget(string Kind, string Name, Func<HttpContext, Db, PublicLink, Task<IResult>> Open);

/// <summary>公开链接: a link was given out.</summary>
public sealed record PublicLinkMade(Guid LinkId, string Kind, Guid TargetId) : Facts.Fact;

/// <summary>停用公开链接.</summary>
public sealed record PublicLinkRevoked(Guid LinkId) : Facts.Fact;

internal static class LinkRefusals
{
    public static readonly Refusal NoSuchLink = new("platform.no-such-link", 404, "这个链接不存在，可能没有扫完整。请重新扫码，或向发放单位询问。");
    public static readonly Refusal LinkClosed = new("platform.link-closed", 410, "这个链接已停用或过期。请向发放单位询问新的链接。");
    public static readonly Refusal AlreadyRevoked = new("platform.link-already-revoked", 409, "这个链接已经停用，不用再停。");
}

public static class LinkActs
{
    public static readonly Act Manage = new("platform.manage-links", "查看和停用公开链接");
}
