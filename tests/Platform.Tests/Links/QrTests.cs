using System.Text.RegularExpressions;
using Wuzha.Platform.Links;
using Xunit;

namespace Wuzha.Platform.Tests.Links;

public sealed partial class QrTests
{
    private const string Address = "https://fanzha.qingxi.example/l/3kF9aB7xQ2";

    [Fact]
    public void The_picture_for_the_page_holds_no_style_and_no_script()
    {
        var svg = Qr.Svg(Address);
        Assert.StartsWith("<svg ", svg);
        Assert.DoesNotContain("style", svg);
        Assert.DoesNotContain("script", svg);
    }

    [Fact]
    public void The_picture_for_the_page_and_the_one_for_print_have_the_same_modules()
    {
        var svg = Qr.Svg(Address);
        var size = int.Parse(ViewBox().Match(svg).Groups[1].Value);
        var fromSvg = new bool[size, size];
        foreach (Match run in Run().Matches(svg))
            for (var x = 0; x < int.Parse(run.Groups[3].Value); x++)
                fromSvg[int.Parse(run.Groups[2].Value), int.Parse(run.Groups[1].Value) + x] = true;

        // The three finder patterns of every QR code: a dark ring of 7, a light one of 5, a dark square of 3.
        foreach (var (top, left) in new[] { (4, 4), (4, size - 11), (size - 11, 4) })
            for (var y = 0; y < 7; y++)
            for (var x = 0; x < 7; x++)
            {
                var ring = Math.Max(Math.Abs(y - 3), Math.Abs(x - 3));
                Assert.Equal(ring != 2, fromSvg[top + y, left + x]);
            }

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], Qr.Png(Address, 1)[..4]);
        var png = Qr.Png(Address, 1);
        Assert.Equal(size, png[18] << 8 | png[19]);
    }

    [GeneratedRegex("viewBox=\"0 0 (\\d+) ")]
    private static partial Regex ViewBox();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z(?=[M""])")]
    private static partial Regex Run();
}
