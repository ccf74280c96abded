using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Signatures;
using Xunit;

namespace Wuzha.Platform.Tests.Signatures;

public sealed class SigningTests
{
    private const string Drawn = "[[[10,20,0],[30,40,16],[50,30,33]],[[60,60,90],[80,90,120]]]";
    private static readonly Vault Vault = new(new Dictionary<byte, byte[]> { [1] = new byte[32] });
    private static readonly DateTimeOffset Now = new(2026, 4, 3, 2, 0, 0, TimeSpan.Zero);

    private static SignedText Text(string text) =>
        new()
        {
            TenantId = "qingxi",
            Hash = SignedText.HashOf("第一条 我负责。"),
            Text = text,
            KeptAt = Now.UtcDateTime,
        };

    private static Signature Sign(Signing signing, string text = "第一条 我负责。") =>
        signing.Under(SignedText.HashOf(text), "qingxi", Guid.Empty, Vault, Now);

    [Theory]
    [InlineData(null, null, "请手写签名，或者填写姓名。")]
    [InlineData(null, "别人", "姓名应与您登记的姓名“江松明”一致。")]
    [InlineData("[[[1,1,0]]]", null, "签名没有写清，请重写，或者只填姓名。")]
    [InlineData("不是签名", "江松明", "签名没有写清，请重写，或者只填姓名。")]
    [InlineData(Drawn, "别人", "姓名应与您登记的姓名“江松明”一致。")]
    public void A_box_without_a_signature_is_refused(string? strokes, string? name, string sentence)
    {
        var form = Form.Empty(("boxStrokes", strokes), ("boxName", name));
        Signing.Read(form, "box", "江松明");
        Assert.Equal([sentence], form.Errors.Values);
    }

    [Theory]
    [InlineData("2026-04-03T01:59:58.250Z", "2026-04-03 01:59:58.250")]
    [InlineData("2026-04-03T09:59:58+08:00", "2026-04-03 01:59:58.000")]
    [InlineData("1970-01-01T00:00:00Z", null)]
    [InlineData("昨天", null)]
    [InlineData("", null)]
    public void The_clock_of_the_device_is_noted_and_nonsense_is_left_out(string sent, string? kept)
    {
        var signing = Signing.Read(Form.Empty(("boxStrokes", Drawn), ("boxAt", sent)), "box", "江松明");
        Assert.Equal(kept, signing.DeviceAt is { } at ? $"{at:yyyy-MM-dd HH:mm:ss.fff}" : null);
    }

    [Fact]
    public void A_drawn_signature_is_kept_sealed_and_comes_back_as_lines()
    {
        var signature = Sign(new Signing(Drawn, null, null));
        Assert.True(signature.IsDrawn);
        Assert.Equal(["10,20 30,40 50,30", "60,60 80,90"], signature.Lines(Vault));
        Assert.Empty(Sign(new Signing(null, "江松明", null)).Lines(Vault));
    }

    [Fact]
    public void The_same_words_have_one_hash_whatever_their_line_ends()
    {
        Assert.Equal(SignedText.HashOf("一\n二"), SignedText.HashOf("一\r\n二\r\n"));
        Assert.NotEqual(SignedText.HashOf("一\n二"), SignedText.HashOf("一二"));
    }

    [Fact]
    public void A_changed_text_a_changed_drawing_and_a_changed_clock_are_found()
    {
        var signature = Sign(new Signing(Drawn, null, null));
        var hash = signature.HashWith(Vault);
        Assert.Equal(SignatureVerdict.Stands, signature.Verify(Text("第一条 我负责。"), hash, Vault));
        Assert.Equal(SignatureVerdict.TextChanged, signature.Verify(Text("第一条 他负责。"), hash, Vault));
        Assert.Equal(SignatureVerdict.TextChanged, Sign(new Signing(Drawn, null, null), "别的文本").Verify(Text("第一条 我负责。"), hash, Vault));
        foreach (
            var other in new[]
            {
                Changed(signature, drawing: Drawn.Replace("80", "81", StringComparison.Ordinal)),
                Changed(signature, signedAt: Now.UtcDateTime.AddMilliseconds(1)),
                Changed(signature, person: Guid.CreateVersion7()),
            }
        )
            Assert.Equal(SignatureVerdict.SignatureChanged, other.Verify(Text("第一条 我负责。"), hash, Vault));
    }

    private static Signature Changed(Signature from, string drawing = Drawn, DateTime? signedAt = null, Guid? person = null) =>
        new()
        {
            TenantId = from.TenantId,
            Id = from.Id,
            TextHash = from.TextHash,
            PersonId = person ?? from.PersonId,
            DrawingSealed = Vault.Seal(drawing),
            NameSealed = from.NameSealed,
            SignedAt = signedAt ?? from.SignedAt,
            DeviceAt = from.DeviceAt,
        };
}
