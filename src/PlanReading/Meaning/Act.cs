namespace Wuzha.PlanReading.Meaning;

/// <summary>An act that a rule found, before its figures are read.</summary>
internal sealed class Act(DutyRule rule, TextSpan span, IReadOnlyList<string> doers, string? deadline)
{
    public DutyRule Rule => rule;

    public TextSpan Span { get; private set; } = span;

    public IReadOnlyList<string> Doers { get; set; } = doers;

    /// <summary>Of the stage that it stands in.</summary>
    public string? Deadline => deadline;

    public Assignment? Assigned { get; set; }

    /// <summary>Figures in other columns of the same row.</summary>
    public string Beside { get; set; } = "";

    /// <summary>The sentence goes on.</summary>
    public bool IsOpen { get; set; }

    public void Stretch(int end, bool ends)
    {
        Span = Span with { End = end };
        IsOpen = !ends;
    }
}
