using System.IO.Compression;
using System.Text;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Browser.Tests;

/// <summary>Files that nobody should send, through every form that takes one: one Chinese sentence, and nothing changes.</summary>
public sealed class UploadTests(Stage stage)
{
    private static readonly IReadOnlyList<(string What, string FileName, Func<byte[]> Bytes)> Attacks =
    [
        ("a program with another name", "名单.xlsx", () => [.. "MZ"u8, .. new byte[4000]]),
        ("an empty file", "名单.xlsx", () => []),
        ("a zip bomb", "名单.xlsx", Bomb),
        ("100 MB", "名单.xlsx", () => new byte[100 * 1024 * 1024]),
        ("a workbook with macros", "名单.xlsx", () => Book("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row>", macros: true)),
        ("formula cells only", "名单.xlsx", () => Book("<row r=\"1\"><c r=\"A1\"><f>1/0</f><v>#DIV/0!</v></c></row>")),
        ("broken UTF-8", "名单.csv", () => [0xC3, 0x28, 0xFF, 0xFE, 0x00, 0x80, .. "姓名,"u8, 0xE4, 0xB8]),
        ("10 000 columns", "名单.csv", () => Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_000)) + "\n")),
        ("a broken workbook", "名单.xlsx", () => Book("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c>", broken: true)),
        ("a web page", "名单.xls", () => "<html><body><table><tr><td>姓名</td></tr></table></body></html>"u8.ToArray()),
        ("a wrong ending", "名单.exe", () => "姓名,电话\n"u8.ToArray()),
    ];

    [Fact]
    public async Task No_bad_file_gets_further_than_one_sentence()
    {
        using var client = await stage.Host.Client(Roles.OfficeClerk);
        var walk = new FormWalk(client);
        var forms = (await walk.All()).Where(form => form.HasFile && form.Action.StartsWith("/imports/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(forms);
        var before = await Count(client);
        var faults = new List<string>();
        foreach (var form in forms)
        foreach (var (what, fileName, bytes) in Attacks)
            faults.AddRange((await Try(walk, form, fileName, bytes())).Select(fault => $"{form.Action} {what}: {fault}"));

        Faults.None(faults);
        Assert.Equal(before, await Count(client));
    }

    private static async Task<IReadOnlyList<string>> Try(FormWalk walk, FoundForm form, string fileName, byte[] bytes)
    {
        try
        {
            var (status, page) = await walk.Upload(form, fileName, bytes);
            if (status is not (400 or 413 or 422))
                return [$"status {status}"];

            var said = page.QuerySelectorAll("[role=alert], [data-refused]")
                .Select(element => element.TextContent.Trim())
                .Where(text => text.Length > 0)
                .ToList();
            return said.Count == 0 ? [$"status {status} without a word"] : [.. said.SelectMany(Chinese.Faults)];
        }
        catch (HttpRequestException) when (bytes.Length > 25 * 1024 * 1024)
        {
            // The host may close the door while the file is still coming.
            return [];
        }
    }

    /// <summary>How many people there are, as the list says.</summary>
    private static async Task<string> Count(HttpClient client) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await client.GetStringAsync("/people")).QuerySelector(".listing-bar p")!.TextContent;

    /// <summary>A few hundred kilobytes that unpack to 300 MB.</summary>
    private static byte[] Bomb() => Book("<row r=\"1\"><c r=\"A1\"><v>" + new string('0', 300 * 1024 * 1024) + "</v></c></row>");

    private static byte[] Book(string rows, bool macros = false, bool broken = false)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Put(
                zip,
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets><sheet name=\"1\" sheetId=\"1\"/></sheets></workbook>"
            );
            if (macros)
                Put(zip, "xl/vbaProject.bin", "macros");
            var sheet = $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>";
            Put(zip, "xl/worksheets/sheet1.xml", broken ? sheet[..^30] : sheet);
        }
        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        part.Write(text);
    }
}
