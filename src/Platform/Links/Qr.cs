using System.Collections;
using System.Text;
using QRCoder;

namespace Wuzha.Platform.Links;

/// <summary>QR codes for pages and print. Level M: still read when a seventh of it is torn or stained, as posters on a village wall are.</summary>
public static class Qr
{
    /// <summary>The light border that scanners need, in modules.</summary>
    private const int Quiet = 4;

    /// <summary>An <c>svg</c> element without inline styles; its size is set by the page's own style sheet.</summary>
    public static string Svg(string text, string label = "二维码")
    {
        var dark = Modules(text);
        var path = new StringBuilder();
        for (var y = 0; y < dark.Count; y++)
        for (var x = 0; x < dark.Count; x++)
        {
            if (!dark[y][x])
                continue;

            var from = x;
            while (x + 1 < dark.Count && dark[y][x + 1])
                x++;
            path.Append($"M{from + Quiet} {y + Quiet}h{x - from + 1}v1h-{x - from + 1}z");
        }

        var size = dark.Count + 2 * Quiet;
        return $"""<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" aria-label="{label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path d="{path}"/></svg>""";
    }

    /// <summary>Black on white PNG, with its border.</summary>
    public static byte[] Png(string text, int pixelsPerModule = 8)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(pixelsPerModule);
    }

    private static List<BitArray> Modules(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        // QRCoder puts its own border of four modules around the matrix.
        return
        [
            .. data
                .ModuleMatrix.Skip(Quiet)
                .Take(data.ModuleMatrix.Count - 2 * Quiet)
                .Select(row =>
                {
                    var inner = new BitArray(row.Count - 2 * Quiet);
                    for (var x = 0; x < inner.Count; x++)
                        inner[x] = row[x + Quiet];
                    return inner;
                }),
        ];
    }
}
