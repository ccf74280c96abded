using Wuzha.PlanReading;

namespace Wuzha.Guard.Exports;

/// <summary>A forbidden demand at a place of a text, and what it becomes.</summary>
/// <param name="Span">Characters of the text that was given; all of it where the fault lies in the configuration and not in a word.</param>
public sealed record GuardFinding(GuardRule Rule, TextSpan Span, Turn Turn)
{
    /// <summary>One sentence: what is done instead.</summary>
    public string LawfulForm => Rule.LawfulForms[Turn];

    /// <summary>Nothing lawful is left of it: who accepts configurations refuses this one. Otherwise it may be accepted as <see cref="Turn"/> says.</summary>
    public bool IsRefused => Turn == Turn.Dropped;

    /// <summary>Why and where it is written, for the one who asked.</summary>
    public string Reason => $"{Rule.Forbids}{Rule.Source}。";
}
