using System.Reflection;
using Wuzha.Rules.Trespasser;
using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class RefusalTests
{
    private static readonly Assembly Trespasser = typeof(TrespasserModule).Assembly;

    [Fact]
    public void Every_refusal_has_one_code_and_one_sentence() => Breaches.None(RefusalRules.Breaches([.. Product.Assemblies]));

    [Fact]
    public void Canary_faulty_refusals_are_found() =>
        Assert.Equal(
            [
                "trespasser.same-code stands for 2 refusals",
                "TrespasserRefusals.Foreign: the code platform.not-mine is not trespasser.reason-in-words",
                "Describer.Misplaced: the code rules.misplaced is not trespasser.reason-in-words",
                "TrespasserRefusals.Crash: status 500",
                "TrespasserRefusals.Endless: the sentence does not end with 。",
                "TrespasserRefusals.English: English word “upload”",
                "TrespasserRefusals.English: narrow punctuation “败,”",
            ],
            RefusalRules.Breaches([Trespasser])
        );
}
