using FsCheck;
using FsCheck.Fluent;
using Wuzha.PlanReading;
using Wuzha.Plans.Review;
using Xunit;

namespace Wuzha.Plans.Tests.Review;

public sealed class ReviewActsTests
{
    private static readonly PlanReading.Plan Read = PlanReader.Read(Plans.Text)[0];

    private static List<Proposal> Found() =>
        [
            .. Read.Duties.Select(
                (duty, position) =>
                    new Proposal
                    {
                        TenantId = "qingxi",
                        Id = new Guid(position + 1, 0, 0, new byte[8]),
                        PlanId = Guid.Empty,
                        Position = position,
                        Start = duty.Span.Start,
                        End = duty.Span.End,
                        Title = ShortTitle.Of(duty.Span.Of(Read.Text), duty.Units),
                        Kind = duty.Kind,
                        Units = Proposal.List(duty.Units),
                        Times = duty.Cadence?.Times,
                        Per = duty.Cadence?.Per,
                        Deadline = duty.Deadline,
                        Rule = duty.Rule,
                    }
            ),
        ];

    private static GuardReading Guard(Proposal proposal) => GuardReading.Of(Read.Text, proposal);

    /// <summary>Any acts in any order, undone to the first: every span stays inside, what was covered stays covered, and the first state comes back.</summary>
    [Fact]
    public void Any_review_keeps_every_span_and_every_sentence_and_can_be_undone_to_the_start() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ListOf(30).ToArbitrary(),
                numbers =>
                {
                    var board = Found();
                    var first = board.ToHashSet();
                    var covered = Covered(board);
                    var acts = new Stack<Replacement>();
                    var undone = 0;
                    foreach (var number in numbers)
                    {
                        if (number % 5 == 4 && acts.Count > 0)
                        {
                            Put(board, acts.Pop().Reversed);
                            undone++;
                        }
                        else if (Act(board, number).Is(out var act, out _))
                        {
                            Put(board, act);
                            acts.Push(act);
                        }
                        Assert.All(board, one => Assert.True(one.Start >= 0 && one.Start < one.End && one.End <= Read.Text.Length));
                        Assert.Equal(board.Count, board.DistinctBy(one => one.Id).Count());
                        var now = Covered(board);
                        Assert.All(Enumerable.Range(0, covered.Length).Where(at => covered[at]), at => Assert.True(now[at]));
                    }
                    while (acts.Count > 0)
                        Put(board, acts.Pop().Reversed);
                    Assert.True(first.SetEquals(board));
                }
            )
            .QuickCheckThrowOnFailure();

    private static Platform.Result<Replacement> Act(List<Proposal> board, int number)
    {
        var ordered = board.OrderBy(one => one.Start).ThenBy(one => one.Position).ToList();
        var at = number / 7 % ordered.Count;
        var one = ordered[at];
        var points = SplitPoints.Of(Read.Text, one.Span);
        return (number % 7) switch
        {
            0 => ReviewActs.Take(one, Guard(one)),
            1 => ReviewActs.Drop(one),
            2 => ReviewActs.Merge(one, ordered.Skip(at + 1).FirstOrDefault(other => other.Decision != Decision.Dropped)),
            3 => ReviewActs.Split(one, points.Count == 0 ? -1 : points[number % points.Count], Read.Text, Guid.CreateVersion7()),
            4 => ReviewActs.Correct(one, one with { Title = $"任务{number % 100}" }, Guard(one)),
            5 => ReviewActs.TakeAll(ordered.Select(each => (each, Guard(each)))),
            _ => ReviewActs.Adopt(one, Guard(one)),
        };
    }

    private static void Put(List<Proposal> board, Replacement act)
    {
        Assert.All(act.Before, gone => Assert.Contains(gone, board));
        board.RemoveAll(one => act.Before.Contains(one));
        board.AddRange(act.After);
    }

    private static bool[] Covered(IEnumerable<Proposal> board)
    {
        var covered = new bool[Read.Text.Length];
        foreach (var one in board)
            Array.Fill(covered, true, one.Start, one.End - one.Start);
        return covered;
    }

    [Fact]
    public void Merging_unites_spans_and_units_and_keeps_what_the_first_says()
    {
        var board = Found();
        var (first, second) = (board[0] with { Units = "东沟村", Deadline = null }, board[1] with { Units = "东沟村\n西岭村", Deadline = "---25" });
        Assert.True(ReviewActs.Merge(first, second).Is(out var act, out _));
        var merged = Assert.Single(act.After);
        Assert.Equal((first.Start, second.End, "东沟村\n西岭村", "---25"), (merged.Start, merged.End, merged.Units, merged.Deadline));
        Assert.False(ReviewActs.Merge(first, null).Is(out _, out var refusal));
        Assert.Equal(PlansRefusals.NothingToMerge, refusal);
    }

    [Fact]
    public void Splitting_reads_each_half_by_itself()
    {
        const string text = "各村每月走访一次群众，并在村口悬挂横幅不少于3条。";
        var whole = Found()[0] with { Start = 0, End = text.Length, Units = "各村", Kind = "visit", Times = 1, Per = "month" };
        Assert.False(ReviewActs.Split(whole, 3, text, Guid.CreateVersion7()).Is(out _, out _));
        Assert.True(ReviewActs.Split(whole, text.IndexOf('并', StringComparison.Ordinal), text, Guid.CreateVersion7()).Is(out var act, out _));
        Assert.Equal(["visit", "display"], act.After.Select(one => one.Kind));
        Assert.Equal(["month", null], act.After.Select(one => one.Per));
        Assert.Equal(["各村", "各村"], act.After.Select(one => one.Units));
        Assert.Equal(whole.Span, new TextSpan(act.After[0].Start, act.After[1].End));
    }

    [Fact]
    public void A_forbidden_ask_is_not_taken_as_it_stands_and_its_lawful_form_is()
    {
        const string text = "各村每周在微信群转发反诈信息，并将转发截图上报镇平安办。";
        var duty = Found()[0] with
        {
            Start = 0,
            End = text.Length,
            Title = ShortTitle.Of(text, ["各村"]),
            Kind = "push",
            Units = "各村",
            Evidence = "截图",
        };
        var guard = GuardReading.Of(text, duty);
        Assert.False(ReviewActs.Take(duty, guard).Is(out _, out var refusal));
        Assert.Equal("plans.forbidden-ask", refusal.Code);
        Assert.False(ReviewActs.TakeAll([(duty, guard)]).Is(out _, out _));

        Assert.True(ReviewActs.Adopt(duty, guard).Is(out var act, out _));
        var turned = Assert.Single(act.After);
        Assert.Equal(Decision.Taken, turned.Decision);
        Assert.DoesNotContain("截图", turned.Title + turned.Evidence);
        Assert.Contains("screenshot", Proposal.Lines(turned.GuardTurn!));
        Assert.False(GuardReading.Of(text, turned).Forbids);
    }

    [Fact]
    public void What_leaves_nothing_lawful_can_only_be_dropped()
    {
        const string text = "国家反诈中心APP安装率达到100%。";
        var duty = Found()[0] with { Start = 0, End = text.Length, Title = "国家反诈中心APP安装率达到100%", Units = "", Evidence = "" };
        var guard = GuardReading.Of(text, duty);
        Assert.True(guard.Forbids);
        Assert.False(ReviewActs.Adopt(duty, guard).Is(out _, out var refusal));
        Assert.Equal("plans.nothing-lawful-left", refusal.Code);
        Assert.True(ReviewActs.Drop(duty).Is(out _, out _));
    }

    [Theory]
    [InlineData("5月18日", "--05-18", "5 月 18 日")]
    [InlineData("2026-05-18", "2026-05-18", "2026 年 5 月 18 日")]
    [InlineData("2026年5月18日前", "2026-05-18", "2026 年 5 月 18 日")]
    [InlineData("每月25日", "---25", "25 日")]
    [InlineData("2月29日", "--02-29", "2 月 29 日")]
    public void A_deadline_is_typed_as_people_write_it(string typed, string code, string words)
    {
        Assert.Equal(code, DutyWords.ReadDay(typed));
        Assert.Equal(words, DutyWords.ShowDay(code));
        Assert.Equal(code, DutyWords.ReadDay(DutyWords.TypeDay(code)));
    }

    [Theory]
    [InlineData("32日")]
    [InlineData("2月30日")]
    [InlineData("2027-02-29")]
    [InlineData("尽快")]
    [InlineData("13月1日")]
    public void What_is_no_day_is_no_deadline(string typed) => Assert.Null(DutyWords.ReadDay(typed));

    [Fact]
    public void Parts_cover_the_text_without_gaps_and_stay_small()
    {
        var text = string.Concat(Enumerable.Repeat("各村每月走访一次群众，及时报告情况。\n", 4000));
        List<int> starts = [.. Enumerable.Range(0, 4000).Select(line => line * 18)];
        var parts = ReviewParts.Of(text, [], starts);
        Assert.Equal(0, parts[0].Start);
        Assert.Equal(text.Length, parts[^1].End);
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.All(parts, part => Assert.True(starts.Count(start => part.Holds(start)) <= ReviewParts.MostDuties + 1));
        Assert.Single(ReviewParts.Of("短文", [], []));
    }

    [Fact]
    public void Copied_words_are_found_whatever_blanks_came_along()
    {
        const string text = "各村每户走访一次，\n　　并登记。";
        Assert.Equal("每户走访一次，\n　　并登记", WordsInText.Find(text, "每户走访 一次，并登记")!.Value.Of(text));
        Assert.Equal("走访一次", WordsInText.Find(text, "走访一次")!.Value.Of(text));
        Assert.Null(WordsInText.Find(text, "每户走访两次"));
        Assert.Null(WordsInText.Find(text, " \n"));
    }
}
