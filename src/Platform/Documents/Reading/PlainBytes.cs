using System.Text;

namespace Wuzha.Platform.Documents.Reading;

/// <summary>Plain text: by its byte order mark, else UTF-8, UTF-16 or GB18030, whichever fits.</summary>
internal static class PlainBytes
{
    static PlainBytes() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Null where the bytes are no text.</summary>
    public static string? Decode(byte[] bytes)
    {
        foreach (var encoding in Candidates(bytes))
            if (Try(encoding, bytes) is { } text && IsText(text))
                return text;
        return null;
    }

    private static IEnumerable<Encoding> Candidates(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)];
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return [new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)];
        var narrow = new Encoding[]
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        };
        var wide = new Encoding[] { new UnicodeEncoding(false, false, true), new UnicodeEncoding(true, false, true) };
        // Zero bytes stand in every line end and digit of UTF-16 and in no text of the others.
        return bytes.AsSpan().IndexOf((byte)0) >= 0 ? wide : narrow;
    }

    private static string? Try(Encoding encoding, byte[] bytes)
    {
        try
        {
            var mark = encoding.GetPreamble().Length > 0 && bytes.AsSpan().StartsWith(encoding.GetPreamble()) ? encoding.GetPreamble().Length : 0;
            if (encoding is UTF8Encoding && bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
                mark = 3;
            return encoding.GetString(bytes, mark, bytes.Length - mark);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Programs and pictures decode too, but to marks that no one writes.</summary>
    private static bool IsText(string text)
    {
        var odd = text.Count(c =>
            char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v') || c is '\ufffd' or >= '\ue000' and <= '\uf8ff'
        );
        return odd * 100 <= text.Length;
    }
}
