using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class PageTests
{
    private const string Canary = "tests/Rules.Trespasser/TrespassingPage.razor";

    private static IEnumerable<string> Pages => Repository.Files("src", ".razor");

    [Fact]
    public void Pages_speak_good_Chinese() => Breaches.None(Pages.SelectMany(PageRules.Language));

    [Fact]
    public void Canary_English_on_a_page_is_found() =>
        Assert.Equal(
            [
                $"{Canary}:4 English word “Welcome”",
                $"{Canary}:5 English word “Close”",
                $"{Canary}:5 narrow punctuation “闭,”",
                $"{Canary}:13 English word “Late”",
                $"{Canary}:23 English word “Please”",
            ],
            PageRules.Language(Canary)
        );

    [Fact]
    public void Pages_hold_no_inline_style_or_script() =>
        Breaches.None(Pages.SelectMany(path => PageRules.Inline(path).Concat(PageRules.InlineElements(path))));

    [Fact]
    public void Canary_inline_style_and_script_are_found() =>
        Assert.Equal(
            [$"{Canary}:5 p.style", $"{Canary}:5 p.onclick", $"{Canary}:6 <script>"],
            PageRules.Inline(Canary).Concat(PageRules.InlineElements(Canary))
        );
}
