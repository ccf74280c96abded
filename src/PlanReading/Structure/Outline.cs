using Wuzha.PlanReading.Grammar;
using Wuzha.PlanReading.Meaning;

namespace Wuzha.PlanReading.Structure;

/// <summary>A heading in force: whom it names, until when its stage lasts, and what its section is for.</summary>
internal sealed record Section(int Level, string Purpose, IReadOnlyList<string> Units, string? Deadline, bool IsLine = false);

/// <summary>The headings above the line in hand.</summary>
internal sealed class Outline(string plain, UnitReader units)
{
    private static readonly ILookup<string, string> Purposes = GrammarFile.Lists("sections");

    /// <summary>Level of a line 镇文化站：… without a number: it governs the numbered items below it.</summary>
    private const int UnitLine = 3;

    /// <summary>网格员职责 names the grid officers as well as 网格员 does.</summary>
    private static readonly string[] Tails =
    [
        "工作职责",
        "主要职责",
        "职责任务",
        "工作任务",
        "主要任务",
        "职责",
        "责任",
        "任务",
        "层面",
        "方面",
        "工作",
    ];

    private readonly Stack<Section> open = new();

    public string Purpose => open.FirstOrDefault(section => section.Purpose != "")?.Purpose ?? (open.Count == 0 ? "preamble" : "");

    public IReadOnlyList<string> Units => open.FirstOrDefault(section => section.Units.Count > 0)?.Units ?? [];

    public string? Deadline => open.FirstOrDefault(section => section.Deadline is not null)?.Deadline;

    public void Enter(Block heading)
    {
        Leave(heading.Level);
        var words = heading.Heading!.Value;
        var assigned = Assignment.In(plain, units, heading.Line);
        var named = assigned.SelectMany(part => part.Units).ToList();
        var name = WithoutTail(words);
        if (named.Count == 0 && units.ListAt(name.Start, name.End) is { } list && list.End == name.End)
            named.AddRange(list.Names);
        var isStage =
            heading.Line.Of(plain).Contains("阶段", StringComparison.Ordinal) || heading.Line.Of(plain).Contains("时间", StringComparison.Ordinal);
        var deadline = assigned.Select(part => part.Deadline).FirstOrDefault(day => day is not null);
        if (isStage)
            deadline ??= DeadlineReader.ReadAlone(HeadWithBracket(heading).Of(plain));
        open.Push(new Section(heading.Level, PurposeOf(words.Of(plain), heading.Level), named, deadline));
    }

    /// <summary>A line that begins with units and a colon.</summary>
    public void Enter(IReadOnlyList<string> named)
    {
        Leave(UnitLine);
        open.Push(new Section(UnitLine, "", named, null, IsLine: true));
    }

    /// <summary>Text without a number ends what a unit's line governed.</summary>
    public void LeaveUnitLine()
    {
        if (open.Count > 0 && open.Peek().IsLine)
            open.Pop();
    }

    private TextSpan WithoutTail(TextSpan words) =>
        Tails.FirstOrDefault(tail => plain.AsSpan(words.Start, words.Length).EndsWith(tail)) is { } tail
            ? words with
            {
                End = words.End - tail.Length,
            }
            : words;

    private void Leave(int level)
    {
        while (open.Count > 0 && open.Peek().Level >= level)
            open.Pop();
    }

    private static TextSpan HeadWithBracket(Block heading) =>
        new(heading.Heading!.Value.Start, heading.Body.Length == 0 ? heading.Line.End : heading.Body.Start);

    private static string PurposeOf(string words, int level)
    {
        var names = Purposes
            .Where(purpose => purpose.Any(name => level == 1 ? words.Contains(name, StringComparison.Ordinal) : words == name))
            .Select(purpose => purpose.Key)
            .ToList();
        if (level > 2)
            names.Remove("organisation");
        return names.FirstOrDefault(name => name is "tasks" or "measures" or "duties") ?? names.FirstOrDefault() ?? (level == 1 ? "work" : "");
    }
}
