using System.Text.RegularExpressions;
using Wuzha.Duties.Exports;
using Wuzha.PlanReading;

namespace Wuzha.Plans.Activation;

/// <summary>What a reviewed proposal becomes: the same words, put into days and amounts of a campaign.</summary>
internal static partial class DutyDrafts
{
    private const int SourceLength = 2000;
    private const int WordsLength = 600;

    /// <summary>Kinds whose share is counted on households where the plan does not say on what.</summary>
    private static readonly string[] ByHousehold = ["visit", "sign", "letter"];

    /// <param name="text">The whole text of the plan.</param>
    /// <param name="campaign">The days of the campaign; a day without a year falls into it.</param>
    /// <param name="fromOn">From which day the units owe it.</param>
    /// <param name="units">Who owes it.</param>
    public static DutyDraft Of(Proposal proposal, string text, CampaignPeriod campaign, DateOnly fromOn, IEnumerable<Guid> units)
    {
        var source = proposal.Span.Of(text).Trim();
        return new DutyDraft
        {
            Title = proposal.Title,
            Source = source.Length <= SourceLength ? source : source[..SourceLength],
            Kind = proposal.Kind,
            PlanId = proposal.PlanId,
            Timing = TimingOf(proposal, campaign),
            Need = IsInEachGroup(proposal, source) ? new Need(1, NeedBasis.Groups) : NeedOf(proposal),
            Audiences = Fitting(Proposal.Lines(proposal.Audiences)),
            Channels = Fitting(Proposal.Lines(proposal.Channels)),
            Evidence = Fitting(Proposal.Lines(proposal.Evidence)),
            MeasureKey = proposal.MeasureKey,
            FromOn = fromOn,
            Assignments = [.. units.Distinct().Select(unit => new AssignmentDraft(unit))],
        };
    }

    public static Timing TimingOf(Proposal proposal, CampaignPeriod campaign) =>
        Timing.Read(proposal.Per is { } per ? new Cadence(proposal.Times ?? 1, per, proposal.IsLeast) : null, proposal.Deadline, campaign);

    /// <summary>
    /// How much each unit owes each time. A quota for each so many people, households, grids … counts on the unit's own figures; a share counts on households
    /// where the duty is done house by house. A share of anything else has no denominator here: then it is done once, see <see cref="HasNoDenominator"/>.
    /// </summary>
    public static Need NeedOf(Proposal proposal) =>
        proposal is { QuotaCount: { } count, QuotaUnit: { } unit } ? Quota(count, proposal.QuotaPer ?? 1, unit)
        : proposal.TargetValue is not { } value ? Need.One
        : proposal.TargetUnit == "%"
            ? IsByHousehold(proposal) ? Need.Percent(Math.Clamp((int)Math.Ceiling(value), 1, 100), NeedBasis.Households)
                : Need.One
        : new Need((int)Math.Clamp(Math.Ceiling(value), 1, 10_000_000));

    /// <summary>The plan asks for a share that no figure of ours can be divided by.</summary>
    public static bool HasNoDenominator(Proposal proposal) =>
        proposal.QuotaUnit is null && proposal is { TargetUnit: "%", TargetValue: not null } && !IsByHousehold(proposal);

    private static Need Quota(int count, int per, string unit) =>
        unit switch
        {
            "person" when per > 1 => new Need(count, NeedBasis.Population, per),
            "household" => new Need(count, NeedBasis.Households, per),
            "grid" => new Need(count, NeedBasis.Grids, per),
            "group" => new Need(count, NeedBasis.VillagersGroups, per),
            "class" => new Need(count, NeedBasis.Classes, per),
            // So many for each village, unit or school: each of them owes just that.
            _ => new Need(count),
        };

    /// <summary>每群每周推送不少于2次: what is pushed and asked of each group is owed in every one of them.</summary>
    private static bool IsInEachGroup(Proposal proposal, string source) =>
        proposal is { Kind: "push", QuotaUnit: null, TargetValue: null } && EachGroup().IsMatch(source);

    [GeneratedRegex("[每各](?:一?个)?(?:工作|宣传|微信|业主|班级|村民?|单位)*群(?!众)")]
    private static partial Regex EachGroup();

    private static bool IsByHousehold(Proposal proposal) =>
        ByHousehold.Contains(proposal.Kind) || proposal.TargetMetric?.Contains('户', StringComparison.Ordinal) == true;

    /// <summary>As many entries as a duty holds.</summary>
    private static IReadOnlyList<string> Fitting(IReadOnlyList<string> entries)
    {
        var length = 0;
        return [.. entries.TakeWhile(entry => (length += entry.Length + 1) <= WordsLength)];
    }
}
