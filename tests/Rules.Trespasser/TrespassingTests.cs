namespace Wuzha.Rules.Trespasser;

/// <summary>Stand-ins: this assembly has no test framework, the rules read only the text.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactAttribute : Attribute
{
    public string? Skip { get; set; }
}

internal sealed class TrespassingTests
{
    [Fact]
    public static void Test1() { }

    [Fact(Skip = "later")]
    public static void A_test_left_out() { }

    [Fact]
    public static Task A_test_that_sleeps() => Task.Delay(1);

    [Fact]
    public static void A_test_as_it_should_be() { }
}
