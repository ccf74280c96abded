using System.Security.Cryptography;
using System.Text;
using Wuzha.Platform.Privacy;

namespace Wuzha.Platform.Signatures;

/// <summary>What a signature and its text are worth when they are looked at again.</summary>
public enum SignatureVerdict
{
    /// <summary>It stands for exactly this text.</summary>
    Stands,

    /// <summary>The words are not those that were signed.</summary>
    TextChanged,

    /// <summary>Signer, drawing or time are not those that the book of facts knows.</summary>
    SignatureChanged,
}

/// <summary>
/// 签名: somebody's signature under one text, drawn or typed. The module that asked for it records <see cref="HashWith"/> in its fact, so that the
/// sealed chain of facts vouches for signer, text, drawing and both clocks.
/// </summary>
public sealed class Signature
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required string TextHash { get; init; }

    /// <summary>The person of the installation who signed; null for a resident, whom the asking module knows.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>手写签名: the strokes as JSON, sealed; null when the name was typed.</summary>
    public required byte[]? DrawingSealed { get; init; }

    /// <summary>The name as it was typed, sealed; null when nothing was typed.</summary>
    public required byte[]? NameSealed { get; init; }

    /// <summary>The server's clock.</summary>
    public required DateTime SignedAt { get; init; }

    /// <summary>The clock of the device; null when it sent none.</summary>
    public required DateTime? DeviceAt { get; init; }

    public bool IsDrawn => DrawingSealed is not null;

    /// <summary>The drawing as lines of a picture; empty when the name was typed.</summary>
    public IReadOnlyList<string> Lines(Vault vault) => DrawingSealed is null ? [] : DrawnSignature.Lines(vault.Open(DrawingSealed));

    /// <summary>What the fact of the signing holds: SHA-256 over everything that makes this signature.</summary>
    public string HashWith(Vault vault) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        Id,
                        TextHash,
                        PersonId,
                        Opened(vault, DrawingSealed),
                        Opened(vault, NameSealed),
                        Clock(SignedAt),
                        Clock(DeviceAt)
                    )
                )
            )
        );

    /// <param name="text">The text as it is kept today.</param>
    /// <param name="hash">The hash in the fact of the signing.</param>
    public SignatureVerdict Verify(SignedText text, string hash, Vault vault) =>
        text.Hash != TextHash || !text.IsWhole ? SignatureVerdict.TextChanged
        : HashWith(vault) != hash ? SignatureVerdict.SignatureChanged
        : SignatureVerdict.Stands;

    private static string Opened(Vault vault, byte[]? column) => column is null ? "" : vault.Open(column);

    private static string Clock(DateTime? at) => $"{at:yyyy-MM-ddTHH:mm:ss.fff}";
}
