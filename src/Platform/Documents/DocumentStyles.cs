using DocumentFormat.OpenXml.Wordprocessing;

namespace Wuzha.Platform.Documents;

/// <summary>Faces and sizes of GB/T 9704-2012, 7.3. Sizes in half points: 三号 32, 二号 44, 四号 28.</summary>
internal static class DocumentStyles
{
    public const string Title = "OfficialTitle";
    public const string Body = "OfficialBody";
    public const string Flush = "OfficialFlush";
    public const string Annex = "OfficialAnnex";
    public const string Cell = "OfficialCell";
    public const string CellHead = "OfficialCellHead";
    public const string Note = "OfficialNote";
    public const string PageNumber = "OfficialPageNumber";

    /// <summary>28.95 pt: twenty-two of them fill the 225 mm that the standard gives the text (domain.md §3.2).</summary>
    public const int LinePitch = 579;

    /// <summary>
    /// Word's 三号 is 16 pt, the standard's 15.75 pt: a quarter of a point less after each character brings 28 of them into 156 mm. A character grid
    /// (linesAndChars) says the same to Word, but LibreOffice gives a character that is wider than its cell two cells.
    /// </summary>
    public const int CharacterSpacing = -5;
    private const int TitlePitch = 700;
    private const int CellPitch = 400;

    private const string FangSong = "仿宋_GB2312";
    private const string KaiTi = "楷体_GB2312";
    private const string HeiTi = "黑体";
    private const string XiaoBiaoSong = "方正小标宋简体";
    private const string SongTi = "宋体";
    private const string Latin = "Times New Roman";

    public static string Heading(int level) => $"OfficialHeading{level}";

    public static Styles All() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(Fonts(FangSong), new FontSize { Val = "32" }, new Languages { EastAsia = "zh-CN" })
                ),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false }))
            ),
            Normal(),
            Style(Title, "公文标题", XiaoBiaoSong, 44, Centred(TitlePitch)),
            Style(Body, "公文正文", FangSong, 32, Indented()),
            Style(Flush, "公文顶格", FangSong, 32, new StyleParagraphProperties()),
            Style(Annex, "公文附件标志", HeiTi, 32, new StyleParagraphProperties(new KeepNext())),
            HeadingStyle(1, HeiTi),
            HeadingStyle(2, KaiTi),
            HeadingStyle(3, FangSong),
            HeadingStyle(4, FangSong),
            Style(Cell, "公文表格", FangSong, 24, Free(CellPitch, LineSpacingRuleValues.AtLeast)),
            Style(CellHead, "公文表头", HeiTi, 24, Free(CellPitch, LineSpacingRuleValues.AtLeast)),
            Style(Note, "公文表注", FangSong, 21, Free(CellPitch, LineSpacingRuleValues.AtLeast)),
            Style(PageNumber, "公文页码", SongTi, 28, Free(280, LineSpacingRuleValues.AtLeast), latin: SongTi)
        );

    private static Style Normal() =>
        new(
            new StyleName { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(
                new OverflowPunctuation(),
                new AutoSpaceDE { Val = false },
                new AutoSpaceDN { Val = false },
                Spacing(LinePitch, LineSpacingRuleValues.Exact),
                new Justification { Val = JustificationValues.Both }
            ),
            new StyleRunProperties(Fonts(FangSong), new Spacing { Val = CharacterSpacing }, new FontSize { Val = "32" })
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = "Normal",
            Default = true,
        };

    private static Style HeadingStyle(int level, string face)
    {
        var properties = Indented();
        properties.KeepNext = new KeepNext();
        properties.OutlineLevel = new OutlineLevel { Val = level - 1 };
        return Style(Heading(level), $"公文 {level} 级标题", face, 32, properties);
    }

    private static StyleParagraphProperties Indented() => new(new Indentation { FirstLineChars = 200, FirstLine = "640" });

    private static StyleParagraphProperties Centred(int pitch) =>
        new(
            new KeepNext(),
            new SnapToGrid { Val = false },
            Spacing(pitch, LineSpacingRuleValues.Exact),
            new Justification { Val = JustificationValues.Center }
        );

    private static StyleParagraphProperties Free(int pitch, LineSpacingRuleValues rule) =>
        new(new SnapToGrid { Val = false }, Spacing(pitch, rule), new Justification { Val = JustificationValues.Left });

    private static SpacingBetweenLines Spacing(int pitch, LineSpacingRuleValues rule) =>
        new()
        {
            Before = "0",
            After = "0",
            Line = $"{pitch}",
            LineRule = rule,
        };

    private static Style Style(string id, string name, string face, int size, StyleParagraphProperties paragraph, string latin = Latin) =>
        new(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            paragraph,
            new StyleRunProperties(Fonts(face, latin), new FontSize { Val = $"{size}" })
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            CustomStyle = true,
        };

    private static RunFonts Fonts(string face, string latin = Latin) =>
        new()
        {
            Ascii = latin,
            HighAnsi = latin,
            EastAsia = face,
            ComplexScript = latin,
        };
}
