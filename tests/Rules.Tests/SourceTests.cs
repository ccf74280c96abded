using Wuzha.Support;
using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class SourceTests
{
    private static readonly SourceRules Source = new("src");
    private static readonly SourceRules Tests = new("tests");
    private static readonly SourceRules Trespasser = new("tests/Rules.Trespasser");

    [Fact]
    public void No_method_only_forwards_to_its_namesake() => Breaches.None(Source.Forwarding());

    [Fact]
    public void Canary_a_forwarding_method_is_found() =>
        Assert.Equal([Line("Breaches.cs", "string Describe(string what) => Describer")], Trespasser.Forwarding());

    [Fact]
    public void Only_Platform_catches_every_exception() => Breaches.None(Source.CatchAll());

    [Fact]
    public void Canary_a_catch_of_everything_is_found() => Assert.Equal([Line("Breaches.cs", "catch (Exception)")], Trespasser.CatchAll());

    [Fact]
    public void Only_the_dialects_know_which_database_it_is() => Breaches.None(Source.Providers());

    [Fact]
    public void Canary_a_question_for_the_database_is_found() =>
        Assert.Equal([Line("Breaches.cs", "bool IsSqlite()") + " IsSqlite"], Trespasser.Providers());

    [Fact]
    public void Refusals_stand_in_the_refusals_file() => Breaches.None(Source.RefusalsElsewhere().Concat(Source.RefusalsMadeOnTheFly()));

    [Fact]
    public void Canary_a_misplaced_refusal_is_found() =>
        Assert.Equal(
            [Line("Breaches.cs", "Refusal Misplaced"), Line("Breaches.cs", "Refusal MadeUp")],
            Trespasser.RefusalsElsewhere().Concat(Trespasser.RefusalsMadeOnTheFly())
        );

    [Fact]
    public void Nothing_is_left_for_later() => Breaches.None(Source.LeftOvers().Concat(Tests.LeftOvers().Where(place => !IsCanary(place))));

    [Fact]
    public void Canary_a_left_over_is_found() => Assert.Equal([Line("Breaches.cs", "// TO" + "DO") + " // TO" + "DO"], Trespasser.LeftOvers());

    [Fact]
    public void Every_file_says_itself_which_namespaces_of_ours_it_uses() => Breaches.None(Source.GlobalUsings().Concat(Tests.GlobalUsings()));

    [Fact]
    public void Tests_are_sentences_and_none_is_left_out_or_waits_by_the_clock() => Breaches.None(Tests.Tests().Where(place => !IsCanary(place)));

    [Fact]
    public void Canary_tests_that_prove_nothing_are_found() =>
        Assert.Equal(
            [
                $"{Line("TrespassingTests.cs", "[Fact]")} is not named by a sentence",
                $"{Line("TrespassingTests.cs", "[Fact(Skip")} is left out",
                $"{Line("TrespassingTests.cs", "A_test_that_sleeps", above: 1)} waits by the clock or leaves itself out",
            ],
            Trespasser.Tests()
        );

    [Fact]
    public void Sentences_for_people_are_good_Chinese() =>
        Breaches.None(
            from found in Source.Sentences()
            // The command line speaks to operators in both languages.
            where !found.Place.StartsWith("src/Web/CommandLine/", StringComparison.Ordinal)
            from fault in Chinese.Faults(found.Text)
            select $"{found.Place} {fault}: {found.Text}"
        );

    [Fact]
    public void Canary_English_and_narrow_punctuation_are_found() =>
        Assert.Contains(
            $"{Line("Breaches.cs", "string English()")} English word “click”",
            from found in Trespasser.Sentences()
            from fault in Chinese.Faults(found.Text)
            select $"{found.Place} {fault}"
        );

    private static bool IsCanary(string place) => place.StartsWith("tests/Rules.Trespasser/", StringComparison.Ordinal);

    /// <summary>Where a piece of text stands in the canary.</summary>
    private static string Line(string file, string text, int above = 0)
    {
        var path = $"tests/Rules.Trespasser/{file}";
        var lines = Repository.Read(path).Split('\n');
        return $"{path}:{Array.FindIndex(lines, line => line.Contains(text, StringComparison.Ordinal)) + 1 - above}";
    }
}
