using Wuzha.Guard.Exports;
using Wuzha.PlanReading;

namespace Wuzha.Plans.Review;

/// <summary>What Guard says to one proposal (requirements GRD2): to the sentence it came from, and to what it asks as it stands now.</summary>
internal sealed class GuardReading
{
    private static readonly string[] PhotoWords = ["照片", "图片", "拍照", "影像"];
    private static readonly string[] VideoWords = ["视频", "录像"];
    private static readonly string[] TrackWords = ["轨迹", "定位"];

    private readonly string sentence;

    private GuardReading(string sentence, IReadOnlyList<GuardFinding> findings) => (this.sentence, Findings) = (sentence, findings);

    /// <summary>Each rule once; those whose lawful form has been taken are left out.</summary>
    public IReadOnlyList<GuardFinding> Findings { get; }

    /// <summary>It may not be taken as it stands.</summary>
    public bool Forbids => Findings.Count > 0;

    public string Names => string.Join('、', Findings.Select(finding => $"“{finding.Rule.Name}”"));

    /// <param name="text">The whole text of the plan.</param>
    public static GuardReading Of(string text, Proposal proposal)
    {
        var turned = Proposal.Lines(proposal.GuardTurn ?? "");
        var asked = InSentence(text, proposal.Span).Where(finding => !turned.Contains(finding.Rule.Key)).Concat(AsItStands(proposal));
        return new GuardReading(proposal.Span.Of(text), [.. asked.DistinctBy(finding => finding.Rule.Key)]);
    }

    /// <summary>The proposal with the lawful form of each forbidden ask; null when nothing lawful is left of it.</summary>
    public Proposal? Turned(Proposal proposal)
    {
        var turned = Findings.Aggregate(proposal, (so, finding) => After(so, finding.Turn));
        var title =
            ShortTitle.Of(sentence, proposal.UnitNames, piece => Rulebook.Read(piece).Count == 0)
            ?? Findings.Where(finding => !finding.IsRefused).Select(finding => TitleOf(finding.Turn)).FirstOrDefault();
        if (title is null)
            return null;

        turned = turned with
        {
            Title = title,
            GuardTurn = Proposal.List(Proposal.Lines(proposal.GuardTurn ?? "").Concat(Findings.Select(finding => finding.Rule.Key))),
        };
        return AsItStands(turned).Any() ? null : turned;
    }

    /// <summary>Rules read sentence by sentence and a sentence ends with its line, so the lines around the span are enough.</summary>
    private static IEnumerable<GuardFinding> InSentence(string text, TextSpan span)
    {
        var start = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        var end = span.End >= text.Length || text.IndexOf('\n', span.End) is var next && next < 0 ? text.Length : next;
        return Rulebook.Read(text[start..end]).Where(finding => finding.Span.Start + start < span.End && span.Start < finding.Span.End + start);
    }

    private static IEnumerable<GuardFinding> AsItStands(Proposal proposal)
    {
        var ask = new GuardAsk(GuardAskKind.Duty, proposal.Title) { Cadence = proposal.Cadence, Measure = proposal.MeasureKey };
        return Proposal
            .Lines(proposal.Evidence)
            .Select(Wanted)
            .Append(EvidenceWanted.None)
            .Distinct()
            .SelectMany(evidence => Rulebook.Check(ask with { Evidence = evidence }));
    }

    private static EvidenceWanted Wanted(string evidence) =>
        evidence.Contains("截图", StringComparison.Ordinal) ? EvidenceWanted.Screenshot
        : Says(evidence, TrackWords) ? EvidenceWanted.Track
        : Says(evidence, VideoWords) ? EvidenceWanted.Video
        : Says(evidence, PhotoWords) ? EvidenceWanted.Photo
        : EvidenceWanted.None;

    private static bool Says(string evidence, string[] words) => Array.Exists(words, word => evidence.Contains(word, StringComparison.Ordinal));

    private static Proposal After(Proposal proposal, Turn turn) =>
        turn switch
        {
            Turn.Relay => proposal with { Kind = "push", MeasureKey = null, Evidence = "" },
            Turn.DerivedReport => proposal with { Kind = "report", MeasureKey = null, Evidence = "" },
            Turn.LedgerLine or Turn.UnitTotals or Turn.CountsOnly => proposal with { Evidence = "" },
            Turn.SampledPhoto => proposal with
            {
                Evidence = Proposal.List(Proposal.Lines(proposal.Evidence).Where(entry => Wanted(entry) is EvidenceWanted.None)),
            },
            Turn.Dropped or Turn.Voluntary => proposal with
            {
                TargetMetric = null,
                TargetValue = null,
                TargetUnit = null,
                Evidence = Proposal.List(Proposal.Lines(proposal.Evidence).Where(entry => Wanted(entry) is EvidenceWanted.None)),
            },
            _ => proposal,
        };

    /// <summary>What is left to do where no part of the sentence can stand as it is written.</summary>
    private static string TitleOf(Turn turn) =>
        turn switch
        {
            Turn.Relay => "转发宣传内容，系统自动记打开数",
            Turn.DerivedReport => "核对系统汇总的情况",
            Turn.LedgerLine => "办完记一行台账",
            Turn.WorkingTimeDeadline => "在工作时间内办理",
            Turn.OutcomeRanking => "比较各单位发案和损失情况",
            Turn.UnitTotals => "查看本单位合计",
            Turn.CountsOnly => "记录宣传人数",
            Turn.Voluntary => "向群众介绍，自愿选用",
            _ => "如实开展工作",
        };
}
