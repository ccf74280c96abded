using Wuzha.PlanReading.Structure;

namespace Wuzha.PlanReading;

/// <summary>Whatever became no duty is listed with what it is, sentence by sentence, so that a clerk sees what was passed over.</summary>
internal static class LeftoverReader
{
    public static IEnumerable<Leftover> Read(string plain, Block block, string purpose, IReadOnlyList<TextSpan> taken)
    {
        var kind = ClassOf(block, purpose);
        var body = block.Kind == BlockKind.Heading ? block.Body : Lines.Trim(plain, block.Line);
        var at = body.Start;
        foreach (var span in taken.Append(new TextSpan(body.End, body.End)))
        {
            foreach (var piece in Sentences(plain, new TextSpan(at, Math.Max(at, span.Start))))
                yield return new Leftover(piece, kind);
            at = Math.Max(at, span.End);
        }
    }

    private static IEnumerable<TextSpan> Sentences(string plain, TextSpan gap)
    {
        var start = gap.Start;
        for (var at = gap.Start; at < gap.End; at++)
        {
            if (plain[at] is not ('。' or '；' or '！' or '？') && at + 1 < gap.End)
                continue;
            var piece = Lines.Trim(plain, new TextSpan(start, at + 1));
            start = at + 1;
            if (piece.Of(plain).Any(char.IsLetterOrDigit))
                yield return piece;
        }
    }

    private static string ClassOf(Block block, string purpose) =>
        (block.Kind, purpose) switch
        {
            (BlockKind.Envelope, _) => "envelope",
            (BlockKind.Annex, _) => "annex",
            (BlockKind.GroupMember, _) => "organisation",
            (BlockKind.TableHead or BlockKind.TableRow, _) => "table",
            (_, "preamble" or "background") => "background",
            (_, "guiding" or "goal" or "organisation" or "results" or "scope" or "schedule") => purpose,
            _ => "exhortation",
        };
}
