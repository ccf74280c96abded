using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

public sealed class GateTests
{
    [Fact]
    public async Task An_address_that_leads_nowhere_answers_404()
    {
        await using var town = await Town.Build();
        Assert.Equal(404, (await town.Stranger().Visit("/nowhere")).Code);
    }
}
