using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Wuzha.PlanReading.Grammar;

namespace Wuzha.PlanReading;

/// <summary>A plan after a model has looked at it.</summary>
/// <param name="Fault">Why the model added nothing, in English for the operator; null when it answered as asked.</param>
/// <param name="Discarded">Proposals that were thrown away: words that do not stand in the plan, or no known kind.</param>
public sealed record ModelReading(Plan Plan, string? Fault, int Discarded);

/// <summary>
/// Asks a model, after the grammar has read a plan, which of the sentences left over ask somebody for something. The model may only point: a proposal
/// counts when its words stand literally in a sentence that was left over, its kind is one of ours, and its units stand in the plan. Everything it adds is
/// marked <see cref="DutyProposal.IsFromModel"/>. Without a model the reader is whole.
/// <code>var reading = await new ModelReader(client, TimeSpan.FromMinutes(1)).Read(plan, cancellation);</code>
/// </summary>
public sealed class ModelReader(IChatClient client, TimeSpan limit)
{
    private const int LeastLength = 4;

    /// <summary>Sentences sent at once: what a small model can hold, and what a clerk can wait for.</summary>
    private const int MostSentences = 120;

    private static readonly string Task = string.Join('\n', GrammarFile.Lines("model"))
        .Replace("KINDS", string.Join('、', DutyKinds.All), StringComparison.Ordinal);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record Answer(IReadOnlyList<Proposed?>? Tasks);

    private sealed record Proposed(string? Source, string? Kind, IReadOnlyList<string?>? Units);

    /// <summary>The plan with what the model adds, or the plan as it was when the model is slow, fails or answers nonsense.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; a model that is merely slow is a fault.</exception>
    public async Task<ModelReading> Read(Plan plan, CancellationToken cancellation = default)
    {
        var asked = plan.Unclassified.Where(left => left.Class is not ("envelope" or "annex")).Take(MostSentences).ToList();
        if (asked.Count == 0)
            return new ModelReading(plan, null, 0);

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            var response = await client.GetResponseAsync(
                [new ChatMessage(ChatRole.System, Task), new ChatMessage(ChatRole.User, Lines(plan, asked))],
                new ChatOptions { Temperature = 0 },
                time.Token
            );
            return Take(plan, asked, JsonSerializer.Deserialize<Answer>(Bare(response.Text), Json)?.Tasks ?? []);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ModelReading(plan, $"no answer within {limit.TotalSeconds:0} s", 0);
        }
        catch (HttpRequestException fault)
        {
            return new ModelReading(plan, fault.Message, 0);
        }
        catch (IOException fault)
        {
            return new ModelReading(plan, fault.Message, 0);
        }
        catch (JsonException fault)
        {
            return new ModelReading(plan, fault.Message, 0);
        }
    }

    private static string Lines(Plan plan, IReadOnlyList<Leftover> asked)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < asked.Count; i++)
            lines.Append(i + 1).Append(". ").AppendLine(asked[i].Span.Of(plan.Text).ReplaceLineEndings(" "));
        return lines.ToString();
    }

    /// <summary>Many models put their JSON between fences, whatever they are told.</summary>
    private static string Bare(string text)
    {
        var (start, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        return start >= 0 && end > start ? text[start..(end + 1)] : text;
    }

    private static ModelReading Take(Plan plan, IReadOnlyList<Leftover> asked, IReadOnlyList<Proposed?> proposed)
    {
        var added = new List<DutyProposal>();
        foreach (var one in proposed)
            if (one is not null && Verified(plan, asked, added, one) is { } duty)
                added.Add(duty);
        return new ModelReading(
            plan with
            {
                Duties = [.. plan.Duties, .. added],
                Unclassified = [.. plan.Unclassified.Where(left => !added.Exists(duty => duty.Span.Contains(left.Span)))],
            },
            null,
            proposed.Count - added.Count
        );
    }

    private static DutyProposal? Verified(Plan plan, IReadOnlyList<Leftover> asked, List<DutyProposal> added, Proposed one)
    {
        var source = one.Source?.Trim() ?? "";
        if (source.Length < LeastLength || one.Kind is null || !DutyKinds.All.Contains(one.Kind))
            return null;

        foreach (var left in asked)
            if (left.Span.Of(plan.Text).IndexOf(source, StringComparison.Ordinal) is >= 0 and var at)
            {
                var span = new TextSpan(left.Span.Start + at, left.Span.Start + at + source.Length);
                if (added.Exists(duty => duty.Span.Start < span.End && span.Start < duty.Span.End))
                    continue;
                return new DutyProposal
                {
                    Id = $"m{added.Count + 1}",
                    Span = span,
                    Units =
                    [
                        .. (one.Units ?? []).OfType<string>().Where(unit => unit.Length > 1 && plan.Text.Contains(unit, StringComparison.Ordinal)),
                    ],
                    Kind = one.Kind,
                    Rule = "model",
                    IsFromModel = true,
                };
            }
        return null;
    }
}
