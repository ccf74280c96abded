using System.Security.Cryptography;
using System.Text;
using Wuzha.Platform.Forms;

namespace Wuzha.Platform.Privacy;

/// <summary>
/// Seals names and phones of persons: AES-256-GCM with key id, nonce and tag in front of the cipher text, and a keyed hash beside it for exact search
/// (PIPL art. 51; GB/T 22239 DC-b). The keys never stand in the database.
/// </summary>
public sealed class Vault
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte keyId;
    private readonly Dictionary<byte, byte[]> keys;
    private readonly byte[] indexKey;

    /// <param name="masters">32-byte master keys by id; the highest id seals, all of them open.</param>
    public Vault(IReadOnlyDictionary<byte, byte[]> masters)
    {
        keyId = masters.Keys.Max();
        keys = masters.ToDictionary(
            master => master.Key,
            master => HKDF.DeriveKey(HashAlgorithmName.SHA256, master.Value, 32, info: "wuzha.seal"u8.ToArray())
        );
        indexKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, masters[masters.Keys.Min()], 32, info: "wuzha.index"u8.ToArray());
    }

    /// <summary>Sealed bytes for a column: 1 byte key id, 12 nonce, 16 tag, cipher text.</summary>
    public byte[] Seal(string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var column = new byte[1 + NonceLength + TagLength + text.Length];
        column[0] = keyId;
        var nonce = column.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(keys[keyId], TagLength);
        cipher.Encrypt(nonce, text, column.AsSpan(1 + NonceLength + TagLength), column.AsSpan(1 + NonceLength, TagLength), column.AsSpan(0, 1));
        return column;
    }

    /// <exception cref="CryptographicException">The column was changed, or its key is not in the key file.</exception>
    public string Open(byte[] column)
    {
        if (!keys.TryGetValue(column[0], out var key))
            throw new CryptographicException($"No key with id {column[0]} in the key file.");

        var text = new byte[column.Length - 1 - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            column.AsSpan(1, NonceLength),
            column.AsSpan(1 + NonceLength + TagLength),
            column.AsSpan(1 + NonceLength, TagLength),
            text,
            column.AsSpan(0, 1)
        );
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Keyed hash for exact search: equal for equal text after trimming and folding full-width digits and letters.</summary>
    public byte[] Index(string plain) => HMACSHA256.HashData(indexKey, Encoding.UTF8.GetBytes(Field<string>.Fold(plain)))[..16];
}

/// <summary>What is shown of personal data when nobody has asked to see it whole.</summary>
public static class Mask
{
    /// <summary>138****0001: the first three and last four digits; shorter numbers keep only the last two.</summary>
    public static string Phone(string phone) =>
        phone.Length >= 11 ? $"{phone[..3]}****{phone[^4..]}" : $"****{phone[Math.Max(0, phone.Length - 2)..]}";

    /// <summary>张*: the first character; compound names keep one star for each hidden character.</summary>
    public static string Name(string name) => name.Length == 0 ? name : name[..1] + new string('*', name.Length - 1);
}
