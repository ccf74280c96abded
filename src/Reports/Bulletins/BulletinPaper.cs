using Wuzha.Platform.Calendar;
using Wuzha.Platform.Documents;

namespace Wuzha.Reports.Bulletins;

/// <summary>A bulletin on official paper: the same words and numbers as on the page.</summary>
internal static class BulletinPaper
{
    /// <param name="today">The day under a bulletin that is not issued.</param>
    public static OfficialDocument Of(BulletinView view, DateOnly today)
    {
        var paper = new OfficialDocument().Title($"{view.Figures.UnitName}{view.Month.Name}\n防范电信网络诈骗工作情况通报");
        if (view.IssuedAt is null)
            paper.Flush("（草稿，未印发）");
        foreach (var sentence in view.Sentences)
            paper.Paragraph(Tight(string.Concat(sentence.Select(words => words.Text))));
        foreach (var section in Enum.GetValues<BulletinSection>())
        {
            paper.Heading(1, BulletinWords.Heading(section));
            if (section == BulletinSection.Urgent)
                Urgent(paper, view.Figures);
            else
                Tables(paper, view, section);
            if (view.Remarks.GetValueOrDefault(section) is { } remark)
                paper.Paragraph(remark);
        }
        var signed = LocalDay.Of(view.IssuedAt ?? LocalDay.Start(today));
        return paper.Note(Freshness(view.Figures)).Signed(view.Figures.UnitName, signed);
    }

    private static void Tables(OfficialDocument paper, BulletinView view, BulletinSection section)
    {
        var tables = view.TablesOf(section).Where(table => table.Rows.Count > 0).ToList();
        if (tables.Count == 0)
        {
            paper.Paragraph(BulletinWords.Nothing(section));
            return;
        }
        foreach (var (table, at) in tables.Select((table, at) => (table, at)))
        {
            if (tables.Count > 1)
                paper.Heading(2, $"（{"一二三"[at]}）{table.Caption}");
            paper.Table(
                [new(table.Of, 3.2) { Centred = false }, .. table.Heads.Select(head => new DocumentColumn(head, 0.28 * Math.Max(3, head.Length)))],
                table.Rows.Append(table.Total).Select(Cells)
            );
        }
        paper.Note(BulletinWords.Meaning(section));
    }

    private static void Urgent(OfficialDocument paper, BulletinFigures figures)
    {
        if (figures.Urgent.Count == 0)
            paper.Paragraph(BulletinWords.Nothing(BulletinSection.Urgent));
        foreach (var unit in figures.Urgent)
            paper.Paragraph($"{unit.Name}：{string.Join("；", unit.Duties.Select(duty => $"{duty.Name}（{Tight(duty.Words)}）"))}。");
    }

    private static string Freshness(BulletinFigures figures)
    {
        var at = LocalDay.Wall(figures.AsOf);
        return (figures.IsRunning ? "本月尚未结束，" : "") + $"数据截至{at.Year}年{at.Month}月{at.Day}日{at:HH:mm}。";
    }

    private static IReadOnlyList<string> Cells(FigureRow row) => [row.Name, .. row.Cells.Select(cell => $"{cell.Value:#,0}")];

    /// <summary>On paper no space stands beside figures (GB/T 15835).</summary>
    private static string Tight(string words) => words.Replace(" ", "", StringComparison.Ordinal);
}
