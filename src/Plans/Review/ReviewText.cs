using Wuzha.PlanReading;

namespace Wuzha.Plans.Review;

/// <summary>A piece of the text between two borders of marks.</summary>
/// <param name="Start">First character in the whole text: what a selection is measured from.</param>
/// <param name="Duty">The proposal it leads to; null for text that is none.</param>
/// <param name="Anchors">Proposals that begin here.</param>
public sealed record TextPiece(string Text, int Start, TextMark? Duty, IReadOnlyList<Guid> Anchors);

/// <summary>How a proposal's words are marked.</summary>
/// <param name="Hue">0 to 5; card and text of one duty have the same.</param>
public sealed record TextMark(Guid Id, TextSpan Span, int Hue, Decision Decision, bool HasHint, bool IsCurrent);

public sealed record TextLine(IReadOnlyList<TextPiece> Pieces, bool IsHeading);

/// <summary>The text of one page of the review, with its marks.</summary>
internal static class ReviewText
{
    /// <param name="marks">In the order of the text; where several cover a character, the one in hand leads, else the one that begins last.</param>
    public static IReadOnlyList<TextLine> Lines(string text, ReviewPart part, IReadOnlyList<TextMark> marks, IReadOnlyList<PlanSection> sections)
    {
        var lines = new List<TextLine>();
        for (var at = part.Start; at < part.End; )
        {
            var end = text.IndexOf('\n', at, part.End - at) is var next && next < 0 ? part.End : next;
            var line = new TextSpan(at, end);
            if (text.AsSpan(at, end - at).ContainsAnyExcept(" \t\r\u3000"))
                lines.Add(new TextLine(Pieces(text, line, marks), sections.Any(section => section.Start >= at && section.Start < end)));
            at = end + 1;
        }
        return lines;
    }

    private static List<TextPiece> Pieces(string text, TextSpan line, IReadOnlyList<TextMark> marks)
    {
        var here = marks.Where(mark => mark.Span.Start < line.End && line.Start < mark.Span.End).ToList();
        var borders = here.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End })
            .Where(border => border > line.Start && border < line.End)
            .Append(line.Start)
            .Append(line.End)
            .Distinct()
            .Order()
            .ToList();
        var pieces = new List<TextPiece>();
        for (var i = 0; i + 1 < borders.Count; i++)
        {
            var span = new TextSpan(borders[i], borders[i + 1]);
            var over = here.Where(mark => mark.Span.Contains(span)).ToList();
            pieces.Add(
                new TextPiece(
                    span.Of(text),
                    span.Start,
                    over.Find(mark => mark.IsCurrent) ?? over.LastOrDefault(),
                    [.. here.Where(mark => mark.Span.Start == span.Start).Select(mark => mark.Id)]
                )
            );
        }
        return pieces;
    }
}
