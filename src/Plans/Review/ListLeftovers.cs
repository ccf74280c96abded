using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.PlanReading;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Review;

/// <summary>One piece of a plan that is no duty, or one that was dropped.</summary>
public sealed record LeftoverRow
{
    public required int Start { get; init; }
    public required int End { get; init; }
    public required string Words { get; init; }
    public required string Class { get; init; }
    public required string ClassName { get; init; }

    /// <summary>The duty that it has become since; null for none.</summary>
    public Guid? DutyId { get; init; }

    /// <summary>Where it leads: to its duty, else to its place in the text.</summary>
    public required string Href { get; init; }
}

/// <summary>没有列为任务的文字: what was passed over, so that the clerk sees that nothing is lost (requirements PLN5).</summary>
internal static class ListLeftovers
{
    private const string DroppedClass = "dropped";

    internal static readonly ListFilter Classes = new(
        "class",
        "类别",
        [(DroppedClass, "不要的任务"), .. LeftoverClasses.All.Select(one => (one.Key, one.Name)), ("other", "其他")]
    );

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer)
    {
        if (!(await PlanHere.Read(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var text = await here.Text(db);
        var proposals = await ShowReview.InOrder(here, db);
        var taken = proposals.Where(proposal => proposal.Decision != Decision.Dropped).ToList();
        var leftovers = await here.Leftovers(db).OrderBy(leftover => leftover.Start).ToListAsync();
        var rows = leftovers
            .Select(leftover => Row(here, text, leftover.Span, leftover.Class, DutyOver(taken, leftover.Span)))
            .Concat(
                proposals
                    .Where(proposal => proposal.Decision == Decision.Dropped)
                    .Select(proposal => Row(here, text, proposal.Span, DroppedClass, proposal.Id))
            )
            .Where(row => query.Filter("class") is not { } wanted || row.Class == wanted)
            .Where(row => query.Search.Length == 0 || row.Words.Contains(query.Search, StringComparison.Ordinal))
            .OrderBy(row => row.Start)
            .ToList();
        var mayAdd = here.MayEdit && here.Plan.State == PlanState.Reading;
        var listing = Listing<LeftoverRow>.OfRows(rows, query, Columns(here, mayAdd));
        return query.AsSheet
            ? listing.AsSheet("没有列为任务的文字", viewer)
            : Page.Of<LeftoverListPage>(new { Head = await here.Head(db), Listing = listing });
    }

    private static LeftoverRow Row(PlanHere here, string text, TextSpan span, string kind, Guid? duty) =>
        new()
        {
            Start = span.Start,
            End = span.End,
            Words = span.Of(text).Trim().ReplaceLineEndings(" "),
            Class = kind,
            ClassName = kind == DroppedClass ? "不要的任务" : LeftoverClasses.NameOf(kind),
            DutyId = duty,
            Href = ReviewPlace.Href(here.Plan.Id, null, duty is null ? span.Start : null, duty),
        };

    private static Guid? DutyOver(List<Proposal> taken, TextSpan span) =>
        taken.Find(proposal => proposal.Start < span.End && span.Start < proposal.End)?.Id;

    private static IReadOnlyList<Column<LeftoverRow>> Columns(PlanHere here, bool mayAdd)
    {
        var columns = new List<Column<LeftoverRow>>
        {
            new("words", "文字", row => row.Words) { Href = row => row.Href },
            new("class", "类别", row => row.ClassName) { Sort = row => row.ClassName, OnCard = true },
        };
        if (mayAdd)
            columns.Add(
                new(
                    "add",
                    "办理",
                    row =>
                        row.DutyId is null ? "列为任务"
                        : row.Class == DroppedClass ? "改为采纳"
                        : "已在任务里"
                )
                {
                    Href = row => row.DutyId is null ? $"/plans/{here.Plan.Id}/duties/new?start={row.Start}&end={row.End}" : row.Href,
                    OnCard = true,
                }
            );
        return columns;
    }
}
