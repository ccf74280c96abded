using Wuzha.Duties.Exports;

namespace Wuzha.Duties;

/// <summary>任务: what a plan asks of units in a campaign. An amended duty is another row that follows this one.</summary>
internal sealed class Duty
{
    public const int TitleLength = 100;
    public const int SourceLength = 2000;
    public const int AreaLength = 100;
    public const int WordsLength = 600;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }

    /// <summary>The unit whose campaign it is; its office decides about returns and is told at the top of the ladder.</summary>
    public required Guid IssuingUnitId { get; init; }

    /// <summary>Within the campaign; a successor keeps it.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }

    /// <summary>The plan's own sentence.</summary>
    public required string Source { get; init; }
    public required string Kind { get; init; }
    public Guid? PlanId { get; init; }
    public Guid? StageId { get; init; }

    /// <summary>The duty that this one amends.</summary>
    public Guid? PredecessorId { get; init; }
    public required TimingKind TimingKind { get; init; }
    public required DateOnly TimingFromOn { get; init; }
    public required DateOnly TimingUntilOn { get; init; }
    public required int Times { get; init; }
    public CadencePer? Per { get; init; }
    public int? DueDay { get; init; }
    public required int NeedCount { get; init; }
    public required NeedBasis NeedBasis { get; init; }
    public required int NeedPer { get; init; }
    public required bool NeedIsPercent { get; init; }
    public required bool IsPriority { get; init; }
    public string? PriorityArea { get; init; }

    /// <summary>One in a line.</summary>
    public required string AudienceWords { get; init; }
    public required string ChannelWords { get; init; }
    public required string EvidenceWords { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day it holds; null while it does.</summary>
    public DateOnly? EndedOn { get; private set; }
    public required Guid OpenedFactId { get; init; }
    public Guid? EndedFactId { get; private set; }
    public int Version { get; private set; }

    public Timing Timing => Timing.Stored(TimingKind, TimingFromOn, TimingUntilOn, Times, Per, DueDay);

    public Need Need => new(NeedCount, NeedBasis, NeedPer, NeedIsPercent);

    public IReadOnlyList<string> Audiences => Lines(AudienceWords);

    public IReadOnlyList<string> Channels => Lines(ChannelWords);

    public IReadOnlyList<string> Evidence => Lines(EvidenceWords);

    /// <summary>Ends before <paramref name="fromOn"/>: changed or dropped.</summary>
    public void End(Guid factId, DateOnly fromOn)
    {
        (EndedOn, EndedFactId) = (fromOn.AddDays(-1), factId);
        Version++;
    }

    /// <summary>Something about it changed that stands in another table; two people must not do so at once.</summary>
    public void Touch() => Version++;

    internal static string Words(IEnumerable<string> words) => string.Join('\n', words);

    private static string[] Lines(string words) => words.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>计数口径: which measure counts a duty from a day on. Days before stay with the earlier one, so that nothing counts twice.</summary>
internal sealed class DutyBinding
{
    public required string TenantId { get; init; }
    public required Guid DutyId { get; init; }
    public required DateOnly FromOn { get; init; }
    public required string MeasureKey { get; set; }
    public required Guid FactId { get; set; }
}
