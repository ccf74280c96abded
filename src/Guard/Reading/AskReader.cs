using Wuzha.Guard.Exports;
using Wuzha.PlanReading;

namespace Wuzha.Guard.Reading;

/// <summary>What is forbidden in a configuration apart from its words: the proof, the rhythm, the measure, the hour, the person.</summary>
internal static class AskReader
{
    /// <summary>Last words of the keys of measures that count clicks and looks, whichever module declares them.</summary>
    private static readonly string[] Clicks = ["opens", "reads", "clicks", "likes", "forwards", "views", "followers", "votes"];

    private static readonly string[] Logins = ["logins", "sign-ins", "active-users"];

    public static IEnumerable<GuardFinding> Read(GuardAsk ask) =>
        OfEvidence(ask)
            .Concat(OfMeasure(ask))
            .Concat(OfRhythm(ask))
            .Concat(OfPersons(ask))
            .Concat(OfHour(ask))
            .Select(rule => new GuardFinding(rule, new TextSpan(0, ask.Text.Length), rule.UsualTurn));

    /// <summary>A photo of one put-up banner is a document; a photo of each of many acts, or against a name, is a forced trace.</summary>
    private static IEnumerable<GuardRule> OfEvidence(GuardAsk ask) =>
        ask.Evidence switch
        {
            EvidenceWanted.Track => [GuardRules.Track],
            EvidenceWanted.Screenshot => [GuardRules.Screenshot],
            EvidenceWanted.Photo or EvidenceWanted.Video when ask.Cadence is not null || ask.IsPerPerson || IsVisit(ask) => [GuardRules.ForcedPhoto],
            _ => [],
        };

    private static bool IsVisit(GuardAsk ask) => ask.Measure?.StartsWith("households.", StringComparison.Ordinal) == true;

    private static IEnumerable<GuardRule> OfMeasure(GuardAsk ask)
    {
        var counted = ask.Measure?.Split('.')[^1];
        if (Clicks.Contains(counted))
            yield return GuardRules.ClickRanking;
        if (Logins.Contains(counted))
            yield return GuardRules.ForcedLogin;
        if (counted is "online-minutes")
            yield return GuardRules.OnlineTime;
        if (counted is "installs" or "registrations")
            yield return GuardRules.InstallRate;
    }

    /// <summary>A number typed again and again without a measure behind it is a report; what has a measure is counted by itself.</summary>
    private static IEnumerable<GuardRule> OfRhythm(GuardAsk ask) =>
        ask is { Evidence: EvidenceWanted.Count, Measure: null, Cadence: not null } ? [GuardRules.RepeatedReport] : [];

    private static IEnumerable<GuardRule> OfPersons(GuardAsk ask) =>
        ask is { Kind: GuardAskKind.ScoreItem, IsPerPerson: true } ? [GuardRules.PersonRanking] : [];

    private static IEnumerable<GuardRule> OfHour(GuardAsk ask) => ask.LeavesAt is { } at && ask.Hours.IsQuiet(at) ? [GuardRules.NightReply] : [];
}
