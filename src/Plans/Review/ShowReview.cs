using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Exports;
using Wuzha.Guard.Exports;
using Wuzha.PlanReading;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>A forbidden ask as a card says it.</summary>
public sealed record GuardNote(string Name, string Forbids, string Source, bool IsStated, string LawfulForm);

/// <summary>One proposal as a card.</summary>
public sealed record DutyCard
{
    public required Guid Id { get; init; }

    /// <summary>Its place in the plan, from 1.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Sentence { get; init; }
    public required string Kind { get; init; }
    public required IReadOnlyList<string> Units { get; init; }
    public required string? When { get; init; }
    public required string? HowMuch { get; init; }
    public required string Audiences { get; init; }
    public required string Channels { get; init; }
    public required string Evidence { get; init; }

    /// <summary>What would count it.</summary>
    public required string CountedBy { get; init; }

    /// <summary>Something else could count it as well.</summary>
    public required bool CanChooseMeasure { get; init; }
    public required string Why { get; init; }
    public required bool IsFromModel { get; init; }
    public required Decision Decision { get; init; }
    public required IReadOnlyList<GuardNote> Notes { get; init; }

    /// <summary>Forbidden asks whose lawful form has been taken.</summary>
    public required IReadOnlyList<string> Turned { get; init; }

    /// <summary>A lawful form is left to be taken.</summary>
    public required bool CanTurn { get; init; }
    public required bool CanSplit { get; init; }
    public required bool CanMerge { get; init; }
    public required int Hue { get; init; }
    public required bool IsCurrent { get; init; }

    public bool Forbids => Notes.Count > 0;
}

/// <summary>One filter of the cards, and how many it lets through in the whole plan.</summary>
public sealed record ReviewFilter(string Key, string Name, int Count);

/// <summary>One page of the review.</summary>
public sealed record ReviewView
{
    public required PlanHead Head { get; init; }
    public required string Show { get; init; }
    public required IReadOnlyList<ReviewFilter> Filters { get; init; }
    public required ReviewPart Part { get; init; }

    /// <summary>All parts, each with how many cards the filter lets through there.</summary>
    public required IReadOnlyList<(ReviewPart Part, int Cards)> Parts { get; init; }
    public required IReadOnlyList<TextLine> Lines { get; init; }
    public required IReadOnlyList<DutyCard> Cards { get; init; }

    /// <summary>The act that 撤销 would take back; null when there is none.</summary>
    public required string? LastAct { get; init; }

    /// <summary>How many cards of this page can be taken at one press.</summary>
    public required int Takeable { get; init; }

    public string Href(int? at = null, Guid? duty = null, string? show = null) => ReviewPlace.Href(Head.Id, show ?? Show, at, duty);
}

/// <summary>Addresses inside the review.</summary>
internal static class ReviewPlace
{
    /// <param name="at">A character of the part that is shown.</param>
    /// <param name="duty">The duty in hand; its part is shown.</param>
    public static string Href(Guid plan, string? show, int? at = null, Guid? duty = null)
    {
        var words = new[]
        {
            string.IsNullOrEmpty(show) ? null : $"show={Uri.EscapeDataString(show)}",
            at is null ? null : $"at={at}",
            duty is null ? null : $"duty={duty}",
        }.OfType<string>();
        var query = string.Join('&', words);
        return $"/plans/{plan}/review{(query.Length == 0 ? "" : "?" + query)}{(duty is null ? "" : $"#d-{duty}")}";
    }

    public static string Act(Guid plan, Guid duty, string act, string show) =>
        $"/plans/{plan}/duties/{duty}/{act}{(show.Length == 0 ? "" : "?show=" + Uri.EscapeDataString(show))}";
}

/// <summary>Which part of a review is shown.</summary>
/// <param name="Show">Key of a filter; anything else shows all.</param>
/// <param name="At">A character of the text; null for the first card.</param>
/// <param name="Duty">The duty in hand; goes before <paramref name="At"/>.</param>
internal sealed record ReviewSpot(string? Show, int? At = null, Guid? Duty = null);

/// <summary>审阅: the text beside the duties that were found in it.</summary>
internal static class ShowReview
{
    private const int Hues = 6;

    internal static async Task<IResult> Get(Guid id, string? show, string? at, string? duty, Db db, Viewer viewer, FactCatalog catalog) =>
        (await PlanHere.Read(id, db, viewer)).Is(out var here, out var refusal)
            ? await Page(
                here,
                db,
                catalog,
                new ReviewSpot(show, int.TryParse(at, out var place) ? place : null, Guid.TryParse(duty, out var one) ? one : null),
                null
            )
            : refusal.AsPage();

    internal static async Task<IResult> Page(PlanHere here, Db db, FactCatalog catalog, ReviewSpot spot, Refusal? refusal)
    {
        var text = await here.Text(db);
        var sections = await Sections(db, here);
        var all = (await InOrder(here, db)).Select((proposal, place) => new Seen(place + 1, proposal, GuardReading.Of(text, proposal))).ToList();
        var current = all.Find(one => one.Proposal.Id == spot.Duty);
        var show = Filters.Any(filter => filter.Key == spot.Show) ? spot.Show! : "";
        var shown = all.Where(one => Passes(one, show)).ToList();

        var parts = ReviewParts.Of(text, sections, [.. all.Select(one => one.Proposal.Start)]);
        var start = current?.Proposal.Start ?? spot.At ?? shown.FirstOrDefault()?.Proposal.Start ?? 0;
        var part = parts.FirstOrDefault(part => part.Holds(start)) ?? parts[^1];
        var inPart = shown.Where(one => part.Holds(one.Proposal.Start)).ToList();
        if (current is null || !inPart.Contains(current))
            current = inPart.Find(one => one.Proposal.Start >= start) ?? inPart.FirstOrDefault();

        var mayChange = here.MayEdit && here.Plan.State == PlanState.Reading;
        var head = await here.Head(db);
        var view = new ReviewView
        {
            Head = head,
            Show = show,
            Filters =
            [
                .. Filters
                    .Where(filter => filter.Key != FromModel || all.Exists(one => one.Proposal.IsFromModel))
                    .Select(filter => new ReviewFilter(filter.Key, filter.Name, all.Count(one => Passes(one, filter.Key)))),
            ],
            Part = part,
            Parts = [.. parts.Select(each => (each, shown.Count(one => each.Holds(one.Proposal.Start))))],
            Lines = ReviewText.Lines(
                text,
                part,
                [.. all.Where(one => one.Proposal.Start < part.End && part.Start < one.Proposal.End).Select(one => MarkOf(one, current))],
                sections
            ),
            Cards = [.. inPart.Select(one => CardOf(one, all, text, current, catalog))],
            LastAct = mayChange && await ReviewBook.Last(db, here) is { } last ? Sentence(ReviewBook.ActOf(last)) : null,
            Takeable = mayChange ? inPart.Count(one => ReviewActs.MayTakeWithOthers(one.Proposal, one.Guard)) : 0,
        };
        return Platform.Page.Of<ReviewPage>(new { View = view, Refusal = refusal }, refusal?.Status ?? 200);
    }

    /// <summary>All proposals of the plan in the order of its text.</summary>
    internal static Task<List<Proposal>> InOrder(PlanHere here, Db db) =>
        here.Proposals(db).OrderBy(proposal => proposal.Start).ThenBy(proposal => proposal.Position).ThenBy(proposal => proposal.Id).ToListAsync();

    internal static Task<List<PlanSection>> Sections(Db db, PlanHere here) =>
        db.Set<PlanSection>()
            .AsNoTracking()
            .Where(section => section.TenantId == here.Viewer.TenantId && section.PlanId == here.Plan.Id)
            .OrderBy(section => section.Start)
            .ToListAsync();

    /// <summary>What is said of an act that was done or undone.</summary>
    internal static string Sentence(Replacement act) =>
        act.Before.Count + act.After.Count > 3
            ? $"{ReviewWords.NameOf(act.What)} {Math.Max(act.Before.Count, act.After.Count)} 条"
            : $"{ReviewWords.NameOf(act.What)}“{(act.Before.Count > 0 ? act.Before[0] : act.After[0]).Title}”";

    private static readonly IReadOnlyList<(string Key, string Name)> Filters =
    [
        ("", "全部"),
        ("open", "未处理"),
        ("hints", "有提示"),
        ("taken", "已采纳"),
        ("dropped", "不要"),
        (FromModel, "来自模型"),
    ];

    /// <summary>Only offered where the model added something.</summary>
    private const string FromModel = "model";

    private static bool Passes(Seen one, string show) =>
        show switch
        {
            "open" => one.Proposal.Decision == Decision.Open,
            "hints" => one.Guard.Forbids && one.Proposal.Decision != Decision.Dropped,
            "taken" => one.Proposal.Decision == Decision.Taken,
            "dropped" => one.Proposal.Decision == Decision.Dropped,
            FromModel => one.Proposal.IsFromModel,
            _ => true,
        };

    private static TextMark MarkOf(Seen one, Seen? current) =>
        new(
            one.Proposal.Id,
            one.Proposal.Span,
            one.Number % Hues,
            one.Proposal.Decision,
            one.Guard.Forbids && one.Proposal.Decision != Decision.Dropped,
            one == current
        );

    private static DutyCard CardOf(Seen one, List<Seen> all, string text, Seen? current, FactCatalog catalog)
    {
        var duty = one.Proposal;
        var sentence = duty.Span.Of(text).Trim();
        return new DutyCard
        {
            Id = duty.Id,
            Number = one.Number,
            Title = duty.Title,
            Sentence = sentence,
            Kind = KindMeasures.Of(duty.Kind).Name,
            Units = duty.UnitNames,
            When = DutyWords.When(duty),
            HowMuch = DutyWords.HowMuch(duty),
            Audiences = Listed(duty.Audiences),
            Channels = Listed(duty.Channels),
            Evidence = Listed(duty.Evidence),
            CountedBy = KindMeasures.WordsOf(MeasureChoice.Of(catalog, duty)),
            CanChooseMeasure = KindMeasures.Offered(catalog, duty.Kind).Count > 1,
            Why = WhyOf(duty, sentence),
            IsFromModel = duty.IsFromModel,
            Decision = duty.Decision,
            Notes = duty.Decision == Decision.Dropped ? [] : [.. one.Guard.Findings.Select(NoteOf)],
            Turned = [.. Proposal.Lines(duty.GuardTurn ?? "").Select(key => GuardRules.Of(key).Name)],
            CanTurn = one.Guard.Forbids && one.Guard.Turned(duty) is not null,
            CanSplit = SplitPoints.Of(text, duty.Span).Count > 0,
            CanMerge = all.Exists(other => other.Number > one.Number && other.Proposal.Decision != Decision.Dropped),
            Hue = one.Number % Hues,
            IsCurrent = one == current,
        };
    }

    private static GuardNote NoteOf(GuardFinding finding) =>
        new(finding.Rule.Name, finding.Rule.Forbids, $"{finding.Rule.Source}", finding.Rule.IsStated, finding.LawfulForm);

    private static string WhyOf(Proposal duty, string sentence)
    {
        if (duty.Rule.Length == 0)
            return "由人工添加。";
        var words = PlanReader.Grounds(duty.Rule, sentence);
        var found = words.Count == 0 ? "" : $"，句中说到{string.Concat(words.Take(4).Select(word => $"“{word}”"))}";
        return $"{(duty.IsFromModel ? "由模型提出" : "按句子的说法读出")}，属于{KindMeasures.Of(duty.Kind).Name}{found}。";
    }

    private static string Listed(string list) => string.Join('、', Proposal.Lines(list));

    /// <summary>A proposal with its place in the plan and what Guard says to it.</summary>
    private sealed record Seen(int Number, Proposal Proposal, GuardReading Guard);
}
