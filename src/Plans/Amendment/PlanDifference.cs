using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Plans.Activation;
using Wuzha.Plans.Review;
using Wuzha.Platform.Facts;

namespace Wuzha.Plans.Amendment;

/// <summary>One field that a new document changes, in words.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>A duty of the new document and the running one that it means.</summary>
/// <param name="Measure">What counts it from then on.</param>
internal sealed record MatchedDuty(PlannedDuty Planned, RunningDuty Running, Measure Measure, IReadOnlyList<FieldChange> Changes);

/// <summary>What an amending document makes of the running duties (requirements PLN6): pure, from both sides and the clerk's own matches.</summary>
internal sealed record PlanDifference(
    IReadOnlyList<PlannedDuty> Added,
    IReadOnlyList<MatchedDuty> Changed,
    IReadOnlyList<MatchedDuty> Unchanged,
    IReadOnlyList<RunningDuty> Unmentioned
)
{
    /// <param name="chosen">Proposal → running duty as the clerk said it; null for a new one.</param>
    public static PlanDifference Of(
        PlanOutcome outcome,
        IReadOnlyList<RunningDuty> running,
        IReadOnlyDictionary<Guid, Guid?> chosen,
        IReadOnlyList<CampaignUnit> units,
        FactCatalog catalog
    )
    {
        var byId = running.ToDictionary(duty => duty.Id);
        var said = chosen.Where(one => one.Value is { } duty && byId.ContainsKey(duty)).ToDictionary(one => one.Key, one => one.Value!.Value);
        var taken = said.Values.ToHashSet();
        var found = DutyMatching.Of(
            [.. outcome.Asked.Where(duty => !chosen.ContainsKey(duty.Proposal.Id)).Select(TextOf)],
            [.. running.Where(duty => !taken.Contains(duty.Id)).Select(TextOf)]
        );
        var names = units.ToDictionary(unit => unit.Id, unit => unit.Name);
        var matched = new List<MatchedDuty>();
        var added = new List<PlannedDuty>();
        foreach (var duty in outcome.Asked)
            if ((said.TryGetValue(duty.Proposal.Id, out var id) || found.TryGetValue(duty.Proposal.Id, out id)) && byId.TryGetValue(id, out var old))
                matched.Add(Matched(duty, old, names, catalog));
            else
                added.Add(duty);

        var mentioned = matched.Select(one => one.Running.Id).ToHashSet();
        return new PlanDifference(
            added,
            [.. matched.Where(one => one.Changes.Count > 0)],
            [.. matched.Where(one => one.Changes.Count == 0)],
            [.. running.Where(duty => !mentioned.Contains(duty.Id))]
        );
    }

    private static MatchText TextOf(PlannedDuty duty) => new(duty.Proposal.Id, duty.Draft.Source, duty.Draft.Kind);

    private static MatchText TextOf(RunningDuty duty) => new(duty.Id, duty.Source.Length > 0 ? duty.Source : duty.Title, duty.Kind);

    /// <summary>A document says nothing of counting: unless the clerk chose, what counted the duty goes on counting it, where it can count the new kind.</summary>
    private static MatchedDuty Matched(PlannedDuty planned, RunningDuty old, Dictionary<Guid, string> names, FactCatalog catalog)
    {
        var measure = MeasureChoice.Of(catalog, planned.Draft.Kind, planned.Proposal.MeasureKey ?? old.MeasureKey);
        return new MatchedDuty(planned, old, measure, [.. Changes(planned, old, measure, names, catalog)]);
    }

    private static IEnumerable<FieldChange> Changes(
        PlannedDuty planned,
        RunningDuty old,
        Measure measure,
        Dictionary<Guid, string> names,
        FactCatalog catalog
    )
    {
        var draft = planned.Draft;
        var oldMeasure = catalog.FindMeasure(old.MeasureKey);
        var (wasDue, isDue) = Timing.Compared(old.Timing, draft.Timing);
        (string Field, string Before, string After)[] fields =
        [
            ("类别", KindMeasures.Of(old.Kind).Name, KindMeasures.Of(draft.Kind).Name),
            ("时限和频次", wasDue, isDue),
            ("数量", old.Need.Words(oldMeasure?.Unit ?? ""), draft.Need.Words(measure.Unit)),
            ("怎么计数", oldMeasure?.Name ?? old.MeasureKey, measure.Name),
            ("对象", Words(old.Audiences), Words(draft.Audiences)),
            ("渠道", Words(old.Channels), Words(draft.Channels)),
            ("佐证", Words(old.Evidence), Words(draft.Evidence)),
        ];
        foreach (var (field, before, after) in fields)
            if (before != after)
                yield return new FieldChange(field, before, after);

        var (was, will) = (old.Assignments.Select(to => to.UnitId).ToHashSet(), planned.Units.Select(unit => unit.Id).ToHashSet());
        if (!was.SetEquals(will))
            yield return new FieldChange("单位", Names(was.Except(will), names, "减少"), Names(will.Except(was), names, "增加"));
    }

    private static string Words(IReadOnlyList<string> entries) => entries.Count == 0 ? "没有写明" : string.Join("、", entries);

    private static string Names(IEnumerable<Guid> units, Dictionary<Guid, string> names, string verb)
    {
        var listed = units.Select(unit => names.GetValueOrDefault(unit, "已不参加的单位")).ToList();
        return listed.Count switch
        {
            0 => $"不{verb}",
            > 6 => $"{verb}{string.Join("、", listed.Take(5))}等 {listed.Count} 个",
            _ => verb + string.Join("、", listed),
        };
    }
}
