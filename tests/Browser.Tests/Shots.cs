using System.Text;
using Microsoft.Playwright;

namespace Wuzha.Browser.Tests;

/// <summary>Pictures of pages (whole in <c>artifacts/screens</c>), and the contact sheets made of them. Written only when <c>WUZHA_SCREENS=1</c>.</summary>
internal sealed class Shots(string role, Screen screen)
{
    private static readonly IReadOnlyDictionary<(string Role, string Screen), string> ForTheReadme = new Dictionary<(string, string), string>
    {
        [("office-clerk", "desk")] = "today.jpg",
        [("office-clerk", "phone")] = "today-phone.jpg",
    };

    private readonly List<(string Address, byte[] Picture)> taken = [];

    private static string Folder => Directory.CreateDirectory(Path.Combine(Paths.Root, "docs", "screens")).FullName;

    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("WUZHA_SCREENS") == "1";

    public async Task Take(IPage page, string address)
    {
        // A list filtered or on its second page looks like the list.
        if (!Wanted || address.Contains('?') && !address.StartsWith("/search", StringComparison.Ordinal))
            return;

        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Type = ScreenshotType.Jpeg, Quality = 80 });
        taken.Add((Walk.Kind(address), picture));
        var single = Directory.CreateDirectory(Path.Combine(Paths.Root, "artifacts", "screens", $"{role}-{screen.Name}")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(single, $"{taken.Count:00}.jpg"), picture);
        if (address == "/" && ForTheReadme.TryGetValue((role, screen.Name), out var name))
            await File.WriteAllBytesAsync(Path.Combine(Folder, name), picture);
    }

    /// <summary>One picture on the way of a journey, for the eyes: <c>artifacts/screens/journeys</c>.</summary>
    public static async Task Keep(IPage page, string name)
    {
        if (!Wanted)
            return;

        var folder = Directory.CreateDirectory(Path.Combine(Paths.Root, "artifacts", "screens", "journeys")).FullName;
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    /// <summary>All pictures of this role and width on one sheet: <c>docs/screens/office-clerk-desk.jpg</c>.</summary>
    public async Task MakeSheet(Stage stage)
    {
        if (!Wanted || taken.Count == 0)
            return;

        var (columns, width) = screen.IsPhone ? (8, 180) : (4, 380);
        await using var context = await stage.Stranger(new Screen("sheet", columns * (width + 16) + 16, 900, false));
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Sheet(columns, width), new PageSetContentOptions { WaitUntil = WaitUntilState.Load });
        await page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(Folder, $"{role}-{screen.Name}.jpg"),
                FullPage = true,
                Type = ScreenshotType.Jpeg,
                Quality = 46,
            }
        );
    }

    private string Sheet(int columns, int width)
    {
        var html = new StringBuilder(
            $"<style>body{{margin:16px;font:12px 'Noto Sans CJK SC',sans-serif;display:grid;grid-template-columns:repeat({columns},{width}px);gap:16px;background:#e8ebf0}}"
                + "figure{margin:0}img{width:100%;border:1px solid #b8c0cc;display:block}figcaption{padding:4px 0;color:#333;overflow-wrap:anywhere}</style>"
        );
        foreach (var (address, picture) in taken)
            html.Append(
                $"<figure><img src='data:image/jpeg;base64,{Convert.ToBase64String(picture)}'><figcaption>{System.Net.WebUtility.HtmlEncode(address)}</figcaption></figure>"
            );
        return html.ToString();
    }
}
