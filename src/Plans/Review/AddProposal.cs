using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.PlanReading;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>添加: words of the plan that the reader passed over become a duty. First the words are picked, then the fields are filled.</summary>
internal static class AddProposal
{
    internal static readonly TextField Words = new("words", "方案里的话")
    {
        Min = 2,
        Max = 2000,
        Lines = 3,
        Hint = "从原文里复制一句，粘贴在这里，一个字都不要改。",
    };
    internal static readonly NumberField Start = new("start", "起点");
    internal static readonly NumberField End = new("end", "终点");

    /// <summary>With a span in the address the fields; without one the question for the words.</summary>
    internal static async Task<IResult> Get(Guid id, string? start, string? end, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var text = await here.Text(db);
        return SpanOf(text, start, end) is { } span ? await Fields(here, db, text, span, null) : await Ask(here, db, Form.Empty());
    }

    /// <summary>Finds the words in the text.</summary>
    internal static async Task<IResult> Locate(Guid id, Form form, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        form.Read(Words);
        if (form.Failed)
            return await Ask(here, db, form);
        if (WordsInText.Find(await here.Text(db), form.Typed(Words.Name)) is { } span)
            return TypedResults.LocalRedirect($"/plans/{id}/duties/new?start={span.Start}&end={span.End}");

        form.Fail(Words, PlansRefusals.WordsNotInPlan.Message);
        return await Ask(here, db, form);
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await PlanHere.Open(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var text = await here.Text(db);
        if (SpanOf(text, form.Typed(Start.Name), form.Typed(End.Name)) is not { } span)
            return await Ask(here, db, form, PlansRefusals.WordsNotInPlan);

        var position = await here.Proposals(db).MaxAsync(proposal => (int?)proposal.Position) ?? -1;
        var typed = ProposalForm.Read(
            form,
            Drafted(here, text, span) with
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Position = position + 1,
            },
            catalog
        );
        if (form.Failed)
            return await Fields(here, db, text, span, form);

        var guard = GuardReading.Of(text, typed);
        var added = typed with { Decision = guard.Forbids ? Decision.Open : Decision.Taken };
        ReviewBook.Do(db, here, new Replacement(ReviewWords.Add, [], [added]), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        return Page.Done(
            ReviewPlace.Href(id, null, duty: added.Id),
            guard.Forbids ? $"已添加“{added.Title}”，但有不合规定的要求，请看提示。" : $"已添加“{added.Title}”。"
        );
    }

    /// <summary>What the reader makes of the words alone.</summary>
    private static Proposal Drafted(PlanHere here, string text, TextSpan span)
    {
        var words = span.Of(text);
        var read = PlanReader.ReadWords(words, []) is [var first, ..] ? first : null;
        return new Proposal
        {
            TenantId = here.Viewer.TenantId,
            Id = Guid.Empty,
            PlanId = here.Plan.Id,
            Position = 0,
            Start = span.Start,
            End = span.End,
            Title = ShortTitle.Of(words, read?.Units ?? []),
            Kind = read?.Kind ?? "other",
            Units = Proposal.List(read?.Units ?? []),
            Times = read?.Cadence?.Times,
            Per = read?.Cadence?.Per,
            IsLeast = read?.Cadence?.IsLeast ?? false,
            Deadline = read?.Deadline,
            QuotaCount = read?.Quota?.Count,
            QuotaPer = read?.Quota?.Per,
            QuotaUnit = read?.Quota?.Unit,
            Audiences = Proposal.List(read?.Audiences ?? []),
            Channels = Proposal.List(read?.Channels ?? []),
            Evidence = Proposal.List(read?.Evidence ?? []),
            Rule = "",
        };
    }

    /// <summary>A span that lies in the text and holds something written.</summary>
    private static TextSpan? SpanOf(string text, string? start, string? end) =>
        int.TryParse(start, out var from)
        && int.TryParse(end, out var until)
        && from >= 0
        && until > from
        && until <= text.Length
        && until - from <= Words.Max
        && text.AsSpan(from, until - from).ContainsAnyExcept(" \t\r\n\u3000")
            ? new TextSpan(from, until)
            : null;

    private static async Task<IResult> Ask(PlanHere here, Db db, Form form, Refusal? refusal = null) =>
        Page.Of<PickWordsPage>(
            new
            {
                Head = await here.Head(db),
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );

    private static async Task<IResult> Fields(PlanHere here, Db db, string text, TextSpan span, Form? form)
    {
        form ??= ProposalForm.Of(Drafted(here, text, span), (Start.Name, $"{span.Start}"), (End.Name, $"{span.End}"));
        return Page.Of<AddProposalPage>(
            new
            {
                Head = await here.Head(db),
                span.Start,
                span.End,
                Sentence = span.Of(text).Trim(),
                Form = form,
            },
            form.Failed ? 422 : 200
        );
    }
}

/// <summary>Finds copied words in a text, whatever blanks and line ends came along.</summary>
internal static class WordsInText
{
    public static TextSpan? Find(string text, string words)
    {
        var exact = text.IndexOf(words, StringComparison.Ordinal);
        if (exact >= 0)
            return new TextSpan(exact, exact + words.Length);

        var wanted = new string([.. words.Where(c => !char.IsWhiteSpace(c))]);
        if (wanted.Length == 0)
            return null;
        var places = new List<int>(text.Length);
        var dense = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (!char.IsWhiteSpace(text[at]))
            {
                places.Add(at);
                dense.Append(text[at]);
            }
        var found = dense.ToString().IndexOf(wanted, StringComparison.Ordinal);
        return found < 0 ? null : new TextSpan(places[found], places[found + wanted.Length - 1] + 1);
    }
}
