using System.Globalization;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;

namespace Wuzha.Platform.Signatures;

/// <summary>What a <see cref="SignatureBox"/> sent: strokes, or the name typed, and the device's clock.</summary>
public sealed record Signing(string? Drawing, string? Name, DateTime? DeviceAt)
{
    /// <summary>Reads the box of this name. Wrong or empty: the form has failed.</summary>
    /// <param name="form">The form that the box stands in.</param>
    /// <param name="box">The name of the box.</param>
    /// <param name="registered">The signer's registered name, which a typed one must equal; null when there is none.</param>
    public static Signing Read(Form form, string box, string? registered)
    {
        var strokes = new TextField(box + "Strokes", "签名") { Max = DrawnSignature.MaxLength, Optional = true };
        var typed = new TextField(box + "Name", "姓名") { Max = 30, Optional = true };
        var (drawing, name) = (form.Read(strokes), form.Read(typed));
        if (form.Failed)
            return new Signing(null, null, null);

        if (drawing is not null && DrawnSignature.Lines(drawing).Count == 0)
            form.Fail(strokes, "签名没有写清，请重写，或者只填姓名。");
        else if (drawing is null && name is null)
            form.Fail(typed, "请手写签名，或者填写姓名。");
        else if (name is not null && registered is not null && name != registered)
            form.Fail(typed, $"姓名应与您登记的姓名“{registered}”一致。");
        return new Signing(drawing, name, Device(form.Typed(box + "At")));
    }

    /// <summary>The signature under a text that is kept.</summary>
    public Signature Under(string textHash, string tenant, Guid? personId, Vault vault, DateTimeOffset now) =>
        new()
        {
            TenantId = tenant,
            Id = Guid.CreateVersion7(now),
            TextHash = textHash,
            PersonId = personId,
            DrawingSealed = Drawing is null ? null : vault.Seal(Drawing),
            NameSealed = Name is null ? null : vault.Seal(Name),
            SignedAt = now.UtcDateTime,
            DeviceAt = DeviceAt,
        };

    /// <summary>A device may say nothing or nonsense; its clock is noted, never trusted.</summary>
    private static DateTime? Device(string typed) =>
        DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
        && at.Year is > 2000 and < 2200
            ? at
            : null;
}
