using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Wuzha.Platform.Identity;

/// <summary>Codes of an authenticator app: RFC 6238, six digits, 30 seconds, HMAC-SHA1 as every app understands it.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecretBytes = 20;

    public static string NewSecret() => Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What the QR on the set-up page carries.</summary>
    public static string Address(string installation, string signInName, string secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(installation)}:{Uri.EscapeDataString(signInName)}?secret={secret}&issuer={Uri.EscapeDataString(installation)}";

    /// <summary>The time step of a fitting code, one step early or late allowed for clocks that differ; null when it fits none.</summary>
    public static long? Match(string secret, string typed, DateTime now)
    {
        var digits = typed.Replace(" ", "", StringComparison.Ordinal);
        var current = StepOf(now);
        for (var step = current - 1; step <= current + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(Bytes(Code(secret, step)), Bytes(digits)))
                return step;
        return null;
    }

    public static string Code(string secret, DateTime now) => Code(secret, StepOf(now));

    private static long StepOf(DateTime now) => (long)(now - DateTime.UnixEpoch).TotalSeconds / 30;

    private static ReadOnlySpan<byte> Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // RFC 6238 with SHA-1 is what authenticator apps speak; HMAC does not rest on collision resistance.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static string Encode(byte[] bytes)
    {
        var text = new char[bytes.Length * 8 / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var value = 0;
            for (var bit = i * 5; bit < i * 5 + 5; bit++)
                value = value << 1 | bytes[bit / 8] >> 7 - bit % 8 & 1;
            text[i] = Alphabet[value];
        }
        return new string(text);
    }

    private static byte[] Decode(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] |= (byte)((Alphabet.IndexOf(text[bit / 5], StringComparison.Ordinal) >> 4 - bit % 5 & 1) << 7 - bit % 8);
        return bytes;
    }
}
