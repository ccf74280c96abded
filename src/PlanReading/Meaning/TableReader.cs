using Wuzha.PlanReading.Structure;

namespace Wuzha.PlanReading.Meaning;

/// <summary>A table of duties: its head tells which column holds the task, who, until when, how often.</summary>
internal sealed class TableReader(string plain, DutyReader duties, UnitReader units)
{
    private List<string> head = [];

    public void Begin(Block row) => head = [.. Cells(row).Select(cell => cell.Of(plain))];

    public IReadOnlyList<Act> Read(Block row, Setting where)
    {
        var cells = Cells(row);
        var who = Columns(
                "责任单位",
                "责任部门",
                "牵头单位",
                "牵头部门",
                "配合单位",
                "配合部门",
                "责任主体",
                "单位",
                "部门",
                "责任科室",
                "责任人",
                "实施主体"
            )
            .SelectMany(At)
            .SelectMany(units.Listed)
            .Distinct()
            .ToList();
        var when = Columns("完成时限", "完成时间", "时限", "时间", "截止")
            .SelectMany(At)
            .Select(cell => DeadlineReader.ReadAlone(cell.Of(plain)))
            .FirstOrDefault(day => day is not null);
        var often = string.Join('，', Columns("频次", "频率", "次数", "数量", "标准", "目标").SelectMany(At).Select(cell => cell.Of(plain)));
        var setting = new Setting("", who.Count > 0 ? who : where.Units, when ?? where.Deadline);
        var task = Columns(
                "工作措施",
                "具体措施",
                "措施",
                "任务内容",
                "工作内容",
                "具体内容",
                "内容",
                "具体任务",
                "工作任务",
                "任务",
                "事项",
                "要求",
                "项目",
                "重点工作"
            )
            .SelectMany(At)
            .FirstOrDefault();
        if (task.Length < 3 || cells.Count < 2)
            return [];
        var acts = duties.Read(task, setting);
        if (acts.Count == 0 && who.Count > 0)
            acts = [new Act(TableRow, task, who, setting.Deadline)];
        foreach (var act in acts)
        {
            act.Beside = often;
            if (who.Count > 0)
                act.Assigned = new Assignment(task, who, act.Assigned?.Deadline);
        }
        return acts;

        IEnumerable<TextSpan> At(int column) => column < cells.Count ? [cells[column]] : [];
    }

    private static readonly DutyRule TableRow = new("TABLE", "other", int.MaxValue, [], [], []);

    /// <summary>Columns of the first name that the head knows, in the order of names.</summary>
    private IEnumerable<int> Columns(params string[] names)
    {
        var found = names.SelectMany(name => Enumerable.Range(0, head.Count).Where(i => head[i].Contains(name, StringComparison.Ordinal))).Distinct();
        return found.Where(i =>
            !(names[0] == "工作措施" && (head[i].Contains("责任", StringComparison.Ordinal) || head[i].Contains('时', StringComparison.Ordinal)))
        );
    }

    private List<TextSpan> Cells(Block row)
    {
        var (cells, start) = (new List<TextSpan>(), row.Body.Start);
        if (start < row.Body.End && plain[start] == '|')
            start++;
        for (var at = start; at <= row.Body.End; at++)
        {
            if (at < row.Body.End && plain[at] is not ('\t' or '|'))
                continue;
            if (at < row.Body.End || at > start)
                cells.Add(Lines.Trim(plain, new TextSpan(start, at)));
            start = at + 1;
        }
        return cells;
    }
}
