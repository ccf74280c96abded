using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Wuzha.Platform.Sheets;
using Xunit;

namespace Wuzha.Platform.Tests.Sheets;

/// <summary>
/// What holds for every table and for any bytes. The fuzz run tries <see cref="Tries"/> broken files from a fixed beginning (about ten seconds);
/// WUZHA_FUZZ gives another number for a longer one.
/// </summary>
public sealed class SheetPropertyTests
{
    private static readonly int Tries = int.TryParse(Environment.GetEnvironmentVariable("WUZHA_FUZZ"), out var tries) ? tries : 1_500;

    private static readonly Gen<string> CellText = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Elements(
            "东沟村",
            "=1+1",
            "+86",
            "-",
            "@",
            "007",
            "13800000001",
            "_x0041_",
            "a\nb",
            "<&>\"'",
            "𠮷",
            "",
            " ",
            "\u3000",
            "#N/A",
            "1.38E+10"
        )
    );

    private static readonly Gen<object?> Cell = Gen.OneOf(
        CellText.Select(object? (text) => text),
        Gen.Choose(int.MinValue, int.MaxValue).Select(object? (number) => number),
        Gen.Choose(0, 36_000).Select(object? (day) => new DateOnly(1950, 1, 1).AddDays(day)),
        Gen.Constant((object?)null)
    );

    [Fact]
    public void What_is_written_is_read_again()
    {
        var tables = Gen.Choose(1, 6).SelectMany(columns => Cell.ArrayOf(columns).ArrayOf().Select(rows => (columns, rows)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(tables.ToArbitrary(), table => RoundTrip(table.columns, table.rows)));
    }

    private static void RoundTrip(int columns, object?[][] rows)
    {
        using var file = new MemoryStream();
        SheetWriter
            .Write(
                file,
                async book =>
                {
                    await book.Sheet(new SheetHead("表", [.. Enumerable.Range(1, columns).Select(i => new SheetColumn($"第{i}列"))]));
                    foreach (var row in rows)
                        await book.Row(row);
                }
            )
            .GetAwaiter()
            .GetResult();

        var lines = SheetReaderTests.Read(file.ToArray()).Tables[0].Lines.Skip(1).ToDictionary(line => line.Number);
        for (var r = 0; r < rows.Length; r++)
        for (var c = 0; c < columns; c++)
        {
            var read = lines.TryGetValue(r + 2, out var line) ? line[c].Text : "";
            Assert.Equal(Expected(rows[r][c]), read);
        }
    }

    private static string Expected(object? cell) =>
        cell switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd"),
            string text => SheetLines.Tidy(Spoken(text)),
            _ => cell.ToString()!,
        };

    // Half characters are dropped and line ends become one; the rest of tidying is the reader's.
    private static string Spoken(string text)
    {
        var whole = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                whole.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]))
                whole.Append(text[i]);
        return whole.Replace("\r\n", "\n").Replace('\r', '\n').ToString();
    }

    [Fact]
    public void Any_bytes_give_rows_or_a_refusal()
    {
        var random = new Random(20260512);
        for (var i = 0; i < Tries; i++)
        {
            var bytes = new byte[random.Next(0, 3000)];
            random.NextBytes(bytes);
            Survives(bytes, $"random {i}");
        }
    }

    [Fact]
    public void Broken_tables_give_rows_or_a_refusal()
    {
        byte[][] seeds =
        [
            Sample(),
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sheets", "roster.xls")),
            "村名,人口\r\n\"东沟村\",1200\r\n"u8.ToArray(),
        ];
        var random = new Random(20260513);
        for (var i = 0; i < Tries; i++)
        {
            var bytes = (byte[])seeds[i % seeds.Length].Clone();
            for (var flips = random.Next(1, 12); flips > 0; flips--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Survives(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, $"flipped {i}");
        }
    }

    [Fact]
    public void Broken_parts_in_a_sound_zip_give_rows_or_a_refusal()
    {
        var random = new Random(20260514);
        for (var i = 0; i < Tries / 3; i++)
            Survives(Rezipped(Sample(), random), $"part {i}");
    }

    private static void Survives(byte[] bytes, string which)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = SheetReader.Read(bytes);

        Assert.True(result.Refusal is null ? result.Value is not null : result.Refusal.Message.EndsWith('。'), which);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{which} took {clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 30, $"{which} took more than a gigabyte");
    }

    private static byte[] Sample() =>
        new OddBook()
            .Sheet(
                "村",
                OddBook.Rows(["村名", "第一责任人", ""], ["", "姓名", "电话"], ["东沟村", "张三", "1"])
                    + """<row r="5"><c r="A5" s="1"><v>46154</v></c><c r="B5"><f>1+1</f><v>2</v></c></row>""",
                OddBook.Merges("A1:A2", "B1:C1")
            )
            .Sheet("藏", OddBook.Rows(["甲"]), state: "hidden")
            .Bytes();

    private static byte[] Rezipped(byte[] whole, Random random)
    {
        using var from = new ZipArchive(new MemoryStream(whole));
        var broken = random.Next(from.Entries.Count);
        using var file = new MemoryStream();
        using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var part = from.Entries[i].Open();
                using var content = new MemoryStream();
                part.CopyTo(content);
                var bytes = content.ToArray();
                for (var flips = i == broken ? random.Next(1, 8) : 0; flips > 0; flips--)
                    bytes[random.Next(bytes.Length)] = (byte)"<>/\"0123456789AZ=r "[random.Next(19)];
                using var copy = to.CreateEntry(from.Entries[i].FullName).Open();
                copy.Write(bytes);
            }
        return file.ToArray();
    }
}
