using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Signatures;

/// <summary>供签署的文本: words that are put before signers, kept once by their hash and never changed.</summary>
public sealed class SignedText
{
    public const int MaxLength = 20_000;

    public required string TenantId { get; init; }

    /// <summary>SHA-256 of the words, hexadecimal.</summary>
    public required string Hash { get; init; }
    public required string Text { get; init; }
    public required DateTime KeptAt { get; init; }

    /// <summary>The words still are those that the hash stands for.</summary>
    public bool IsWhole => HashOf(Text) == Hash;

    /// <summary>Line ends as browsers send them are folded, so that the same words always give the same hash.</summary>
    public static string Fold(string text) => text.ReplaceLineEndings("\n").Trim();

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Fold(text))));

    /// <summary>Keeps a text unless it is kept already. Written with the next save.</summary>
    /// <returns>Its hash.</returns>
    public static async Task<string> Keep(Db db, string tenant, string text, DateTime now)
    {
        var hash = HashOf(text);
        if (await db.FindAsync<SignedText>(tenant, hash) is null)
            db.Add(
                new SignedText
                {
                    TenantId = tenant,
                    Hash = hash,
                    Text = Fold(text),
                    KeptAt = now,
                }
            );
        return hash;
    }

    /// <summary>The kept texts with these hashes, by hash.</summary>
    public static Task<Dictionary<string, string>> Of(Db db, string tenant, IEnumerable<string> hashes)
    {
        var wanted = hashes.Distinct().ToList();
        return db.Set<SignedText>()
            .Where(text => text.TenantId == tenant && wanted.Contains(text.Hash))
            .ToDictionaryAsync(text => text.Hash, text => text.Text);
    }
}
