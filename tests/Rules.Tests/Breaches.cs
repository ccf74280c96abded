using Xunit;

namespace Wuzha.Rules.Tests;

/// <summary>Says every breach in full, one a line.</summary>
internal static class Breaches
{
    public static void None(IEnumerable<string> breaches)
    {
        var all = breaches.ToList();
        Assert.True(all.Count == 0, $"{all.Count} breaches:\n{string.Join('\n', all)}");
    }
}
