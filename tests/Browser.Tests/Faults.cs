using Xunit;

namespace Wuzha.Browser.Tests;

/// <summary>Says every fault in full, one a line.</summary>
internal static class Faults
{
    public static void None(IReadOnlyCollection<string> faults) =>
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults)}");
}
