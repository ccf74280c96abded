using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Relays.Notices;

/// <summary>
/// The secret of one day, by which a device that opens a notice twice is known again on that day. It is thrown away, and from then on nobody can tell from a
/// fact whose device it was, not even by trying all addresses.
/// </summary>
internal sealed class OpenSecret
{
    public const int Length = 32;

    public required string TenantId { get; init; }
    public required DateOnly Day { get; init; }
    public required byte[] Secret { get; init; }

    /// <summary>The day's secret; made by whoever comes first on that day, on whatever node.</summary>
    public static async Task<byte[]> Of(Db db, string tenantId, DateOnly day)
    {
        var kept = db.Set<OpenSecret>().Where(one => one.TenantId == tenantId && one.Day == day).Select(one => one.Secret);
        if (await kept.SingleOrDefaultAsync() is { } secret)
            return secret;

        var made = RandomNumberGenerator.GetBytes(Length);
        await db.Database.ExecuteSqlAsync(
            $"insert into open_secrets (tenant_id, day, secret) values ({tenantId}, {day}, {made}) on conflict (tenant_id, day) do nothing"
        );
        return await kept.SingleAsync();
    }

    /// <summary>
    /// The id of the one fact that this device opened this relay on the secret's day: a UUID of version 8, the leading bits of an HMAC-SHA256 over what is
    /// counted, the relay, where the device comes from and what it says it is. Two devices that are alike in both count as one.
    /// </summary>
    public static Guid FactId(byte[] secret, string what, Guid relayId, HttpContext context)
    {
        using var message = new MemoryStream();
        message.Write(Encoding.UTF8.GetBytes(what));
        message.Write(relayId.ToByteArray(bigEndian: true));
        var network = Visitor.NetworkOf(context);
        message.WriteByte((byte)network.Length);
        message.Write(network);
        message.Write(Encoding.UTF8.GetBytes(context.Request.Headers.UserAgent.ToString()));
        var hash = HMACSHA256.HashData(secret, message.ToArray()).AsSpan(0, 16);
        hash[6] = (byte)(hash[6] & 0x0F | 0x80);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    /// <summary>Yesterday's stays a day longer, for facts that were under way at midnight; what is older goes.</summary>
    public static async Task Forget(IServiceProvider services, Db db, JobRun job)
    {
        var oldest = LocalDay.Today(services.GetRequiredService<TimeProvider>()).AddDays(-1);
        await db.Set<OpenSecret>().Where(one => one.TenantId == job.TenantId && one.Day < oldest).ExecuteDeleteAsync();
    }
}
