using Wuzha.PlanReading;
using Wuzha.Platform;

namespace Wuzha.Plans.Review;

/// <summary>The rules of the review: what each act makes of proposals. Pure; spans never leave the text and nothing that a span covered is left uncovered.</summary>
internal static class ReviewActs
{
    /// <summary>采纳. A sentence that asks for something forbidden is not taken as it stands.</summary>
    public static Result<Replacement> Take(Proposal proposal, GuardReading guard) =>
        proposal.Decision == Decision.Taken ? PlansRefusals.AlreadyTaken
        : guard.Forbids ? PlansRefusals.ForbiddenAsk.With(("rule", guard.Names))
        : new Replacement(ReviewWords.Take, [proposal], [proposal with { Decision = Decision.Taken }]);

    /// <summary>采用合法做法: the forbidden part becomes its lawful form, and the duty is taken.</summary>
    public static Result<Replacement> Adopt(Proposal proposal, GuardReading guard) =>
        !guard.Forbids ? PlansRefusals.NothingForbidden
        : guard.Turned(proposal) is not { } turned ? PlansRefusals.NothingLawfulLeft.With(("rule", guard.Names))
        : new Replacement(ReviewWords.Adopt, [proposal], [turned with { Decision = Decision.Taken }]);

    /// <summary>不要.</summary>
    public static Result<Replacement> Drop(Proposal proposal) =>
        proposal.Decision == Decision.Dropped
            ? PlansRefusals.AlreadyDropped
            : new Replacement(ReviewWords.Drop, [proposal], [proposal with { Decision = Decision.Dropped }]);

    /// <summary>What a model proposed is looked at one by one, and so is what asks for something forbidden.</summary>
    public static bool MayTakeWithOthers(Proposal proposal, GuardReading guard) =>
        proposal.Decision == Decision.Open && !guard.Forbids && !proposal.IsFromModel;

    /// <summary>全部采纳: what is open and lawful among these, and no model proposed.</summary>
    public static Result<Replacement> TakeAll(IEnumerable<(Proposal Proposal, GuardReading Guard)> shown)
    {
        var open = shown.Where(one => MayTakeWithOthers(one.Proposal, one.Guard)).Select(one => one.Proposal).ToList();
        return open.Count == 0
            ? PlansRefusals.NothingToTake
            : new Replacement(ReviewWords.TakeAll, open, [.. open.Select(proposal => proposal with { Decision = Decision.Taken })]);
    }

    /// <summary>合并 with the next one: one duty over both sentences; what the first leaves unsaid the second says.</summary>
    public static Result<Replacement> Merge(Proposal first, Proposal? second)
    {
        if (first.Decision == Decision.Dropped)
            return PlansRefusals.DroppedStays;
        if (second is null)
            return PlansRefusals.NothingToMerge;

        var merged = first with
        {
            Start = Math.Min(first.Start, second.Start),
            End = Math.Max(first.End, second.End),
            Decision = Decision.Open,
            GuardTurn = null,
            Units = Both(first.Units, second.Units),
            Times = first.Per is null ? second.Times : first.Times,
            Per = first.Per ?? second.Per,
            IsLeast = first.Per is null ? second.IsLeast : first.IsLeast,
            Deadline = first.Deadline ?? second.Deadline,
            QuotaCount = first.QuotaUnit is null ? second.QuotaCount : first.QuotaCount,
            QuotaPer = first.QuotaUnit is null ? second.QuotaPer : first.QuotaPer,
            QuotaUnit = first.QuotaUnit ?? second.QuotaUnit,
            TargetMetric = first.TargetValue is null ? second.TargetMetric : first.TargetMetric,
            TargetValue = first.TargetValue ?? second.TargetValue,
            TargetUnit = first.TargetValue is null ? second.TargetUnit : first.TargetUnit,
            Audiences = Both(first.Audiences, second.Audiences),
            Channels = Both(first.Channels, second.Channels),
            Evidence = Both(first.Evidence, second.Evidence),
            MeasureKey = first.MeasureKey ?? (second.Kind == first.Kind ? second.MeasureKey : null),
            IsFromModel = first.IsFromModel || second.IsFromModel,
        };
        return new Replacement(ReviewWords.Merge, [first, second], [merged]);
    }

    /// <summary>拆分 at one of <see cref="SplitPoints"/>: each half is read by itself and keeps from the whole what it does not say.</summary>
    public static Result<Replacement> Split(Proposal whole, int at, string text, Guid secondId)
    {
        if (whole.Decision == Decision.Dropped)
            return PlansRefusals.DroppedStays;
        if (!SplitPoints.Of(text, whole.Span).Contains(at))
            return PlansRefusals.NotASplitPoint;

        var first = Half(whole, new TextSpan(whole.Start, at), text) with { Id = whole.Id };
        var second = Half(whole, new TextSpan(at, whole.End), text) with { Id = secondId };
        return new Replacement(ReviewWords.Split, [whole], [first, second]);
    }

    /// <summary>修改: other fields over the same span. Who corrected it means it so, thus it is taken where nothing forbids it.</summary>
    public static Result<Replacement> Correct(Proposal before, Proposal after, GuardReading guard) =>
        before == after ? PlansRefusals.NothingChanged
        : before.Decision == Decision.Dropped ? PlansRefusals.DroppedStays
        : new Replacement(ReviewWords.Correct, [before], [after with { Decision = guard.Forbids ? Decision.Open : Decision.Taken }]);

    /// <summary>改计数方式 of one proposal or of all of a kind. Decisions stay, except where the choice itself asks for something forbidden.</summary>
    public static Result<Replacement> Measure(IReadOnlyList<Proposal> proposals, string measureKey, Func<Proposal, GuardReading> guard)
    {
        var before = proposals.Where(proposal => proposal.MeasureKey != measureKey).ToList();
        return before.Count == 0
            ? PlansRefusals.NothingChanged
            : new Replacement(ReviewWords.Measure, before, [.. before.Select(proposal => Counted(proposal with { MeasureKey = measureKey }, guard))]);
    }

    private static Proposal Counted(Proposal proposal, Func<Proposal, GuardReading> guard) =>
        proposal.Decision == Decision.Taken && guard(proposal).Forbids ? proposal with { Decision = Decision.Open } : proposal;

    private static Proposal Half(Proposal whole, TextSpan span, string text)
    {
        var words = span.Of(text);
        var read = PlanReader.ReadWords(words, whole.UnitNames) is [var first, ..] ? first : null;
        return whole with
        {
            Start = span.Start,
            End = span.End,
            Title = ShortTitle.Of(words, whole.UnitNames),
            Decision = Decision.Open,
            GuardTurn = null,
            MeasureKey = read is null || read.Kind == whole.Kind ? whole.MeasureKey : null,
            Kind = read?.Kind ?? whole.Kind,
            Rule = read?.Rule ?? whole.Rule,
            Units = read is { Units.Count: > 0 } ? Proposal.List(read.Units) : whole.Units,
            Times = read is null ? whole.Times : read.Cadence?.Times,
            Per = read is null ? whole.Per : read.Cadence?.Per,
            IsLeast = read is null ? whole.IsLeast : read.Cadence?.IsLeast ?? false,
            Deadline = read?.Deadline ?? whole.Deadline,
            QuotaCount = read is null ? whole.QuotaCount : read.Quota?.Count,
            QuotaPer = read is null ? whole.QuotaPer : read.Quota?.Per,
            QuotaUnit = read is null ? whole.QuotaUnit : read.Quota?.Unit,
            TargetMetric =
                read is null ? whole.TargetMetric
                : read.Target?.Metric is { Length: > Proposal.MetricLength } metric ? metric[..Proposal.MetricLength]
                : read.Target?.Metric,
            TargetValue = read is null ? whole.TargetValue : read.Target?.Value,
            TargetUnit = read is null ? whole.TargetUnit : read.Target?.Unit,
            Audiences = read is null ? whole.Audiences : Proposal.List(read.Audiences),
            Channels = read is null ? whole.Channels : Proposal.List(read.Channels),
            Evidence = read is null ? whole.Evidence : Proposal.List(read.Evidence),
        };
    }

    private static string Both(string first, string second) => Proposal.List(Proposal.Lines(first).Concat(Proposal.Lines(second)));
}
