using System.Globalization;
using System.Runtime.CompilerServices;
using Wuzha.Guard.Exports;
using Wuzha.PlanReading;
using Wuzha.Platform.Imports;
using Xunit;

namespace Wuzha.Guard.Tests;

/// <summary>What the rulebook finds, and what it leaves alone: both stand as data in Corpus.</summary>
public sealed class RulebookTests
{
    private const int LeastForbidden = 3;
    private const int LeastLegitimate = 2;

    public static TheoryData<string, string> Sentences => [.. Lines("sentences.txt").Select(line => (line[0], line[1]))];

    public static TheoryData<string, string> Configurations =>
        [.. Lines("configurations.txt").Select(line => (line[0], string.Join('|', line[1..])))];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_asks_for_what_is_forbidden_or_does_not(string rules, string sentence) =>
        Assert.Equal(Expected(rules), Rulebook.Read(sentence).Select(finding => finding.Rule.Key).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Configurations))]
    public void A_configuration_is_refused_or_may_stand(string rule, string configuration) =>
        Assert.Equal(Expected(rule), Rulebook.Check(Ask(configuration.Split('|'))).Select(finding => finding.Rule.Key));

    [Fact]
    public void Every_rule_has_forbidden_and_legitimate_cases()
    {
        var cases = Lines("sentences.txt").Concat(Lines("configurations.txt")).SelectMany(line => line[0].Split(',')).ToLookup(key => key);

        Assert.All(GuardRules.All, rule => Assert.InRange(cases[rule.Key].Count(), LeastForbidden, int.MaxValue));
        Assert.All(GuardRules.All, rule => Assert.InRange(cases["-" + rule.Key].Count(), LeastLegitimate, int.MaxValue));
        Assert.Equal(GuardRules.All.Count, cases.Select(group => group.Key.TrimStart('-')).Distinct().Count());
        Assert.InRange(cases.Where(group => group.Key[0] != '-').Sum(group => group.Count()), 60, int.MaxValue);
        Assert.InRange(cases.Where(group => group.Key[0] == '-').Sum(group => group.Count()), 60, int.MaxValue);
    }

    [Fact]
    public void A_finding_stands_at_its_words_and_says_what_is_lawful()
    {
        const string text = "（三）发布+推送。各村、各单位要第一时间签收,第一时间推送。";

        var finding = Assert.Single(Rulebook.Read(text));

        Assert.Equal("第一时间签收", finding.Span.Of(text));
        Assert.Equal(Turn.WorkingTimeDeadline, finding.Turn);
        Assert.False(finding.IsRefused);
        Assert.Contains("工作时间", finding.LawfulForm, StringComparison.Ordinal);
        Assert.Contains("指尖上的形式主义", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Installation_rates_are_dropped_but_telling_people_of_the_app_is_turned()
    {
        Assert.True(Assert.Single(Rulebook.Read("安装率达到80%。")).IsRefused);
        Assert.Equal(Turn.Voluntary, Assert.Single(Rulebook.Read("逐户上门指导群众安装国家反诈中心APP。")).Turn);
    }

    [Fact]
    public void What_no_import_takes_is_refused_here_too() =>
        Assert.All(ForbiddenColumns.Words, head => Assert.NotEmpty(Rulebook.Check(new GuardAsk(GuardAskKind.ImportColumn, head))));

    [Fact]
    public void Reminders_keep_to_the_quiet_hours_of_the_tenant()
    {
        var noon = new GuardAsk(GuardAskKind.Reminder, "名单未报") { LeavesAt = new TimeOnly(12, 30) };

        Assert.Empty(Rulebook.Check(noon));
        Assert.Equal(
            GuardRules.NightReply,
            Assert.Single(Rulebook.Check(noon with { Hours = noon.Hours with { NoonQuiet = new(new(12, 0), new(14, 0)) } })).Rule
        );
    }

    [Fact]
    public void Every_rule_can_be_found_says_its_source_and_has_a_lawful_form_in_one_sentence_of_its_own()
    {
        Assert.All(
            GuardRules.All,
            rule =>
            {
                Assert.NotEmpty(rule.LawfulForms);
                Assert.All(rule.LawfulForms.Values, sentence => Assert.EndsWith("。", sentence, StringComparison.Ordinal));
                Assert.EndsWith("。", rule.Forbids, StringComparison.Ordinal);
                Assert.Same(rule, GuardRules.Of(rule.Key));
            }
        );
        // A rule without a purpose is dropped, and one that is dropped in every form has none.
        Assert.All(GuardRules.All, rule => Assert.Equal(rule.Purpose is null, rule.LawfulForms.Keys.All(turn => turn == Turn.Dropped)));
    }

    [Fact]
    public void A_long_text_without_a_mark_costs_no_more_than_one_with_them()
    {
        var plain = string.Concat(Enumerable.Repeat("每日打卡上报截图数据", 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.NotEmpty(Rulebook.Read(plain));

        // 200,000 characters in one clause; quadratic search would take minutes.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    /// <summary>Whole plans: a false alarm is a nuisance to whoever reviews one. What is found was read by a person.</summary>
    [Fact]
    public void In_whole_plans_just_the_forbidden_sentences_are_found()
    {
        var expected = Lines("plans.txt").ToLookup(line => line[0], line => line[1..]);

        Assert.All(
            expected,
            plan =>
            {
                var text = File.ReadAllText(Path.Combine(Here(), "../PlanReading.Tests/Corpus", plan.Key));
                Assert.Equal(
                    plan.Where(line => line.Length == 2).Select(line => $"{line[0]}|{line[1]}"),
                    Rulebook.Read(text).Select(finding => $"{finding.Rule.Key}|{finding.Span.Of(text)}")
                );
            }
        );
    }

    private static IEnumerable<string> Expected(string rules) => rules[0] == '-' ? [] : rules.Split(',').Order(StringComparer.Ordinal);

    private static GuardAsk Ask(string[] parts) =>
        new(Enum.Parse<GuardAskKind>(parts[0]), parts[1])
        {
            Evidence = Enum.Parse<EvidenceWanted>(parts[2]),
            Cadence = parts[3].Split('/') is [var times, var per] ? new Cadence(int.Parse(times, CultureInfo.InvariantCulture), per, false) : null,
            Measure = parts[4].Length > 0 ? parts[4] : null,
            IsPerPerson = parts[5] == "p",
            LeavesAt = parts[6].Length > 0 ? TimeOnly.Parse(parts[6], CultureInfo.InvariantCulture) : null,
        };

    private static List<string[]> Lines(string file) =>
        [
            .. File.ReadLines(Path.Combine(Here(), "Corpus", file))
                .Where(line => line.Length > 0 && !line.StartsWith('#'))
                .Select(line => line.Split('|')),
        ];

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
