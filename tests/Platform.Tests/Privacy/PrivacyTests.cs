using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Privacy;

public sealed class PrivacyTests
{
    [Fact]
    public async Task Every_sealed_column_stands_in_the_inventory_and_every_entry_has_its_column()
    {
        await using var town = await Town.Build();
        await using var db = town.Open();
        var all = db
            .Model.GetEntityTypes()
            .Where(type => type.GetTableName() is not null)
            .SelectMany(type => type.GetProperties().Select(property => $"{type.GetTableName()}.{property.GetColumnName()}"))
            .ToHashSet();
        var declared = town.Host.Services.GetServices<PersonalColumn>().Select(column => $"{column.Table}.{column.Column}").ToList();
        Assert.Equal(declared.Count, declared.Distinct().Count());
        Assert.Empty(all.Where(column => column.EndsWith("_sealed", StringComparison.Ordinal)).Except(declared));
        Assert.Empty(declared.Except(all));
    }

    [Fact]
    public async Task The_inventory_is_read_by_the_office_and_the_auditors()
    {
        await using var town = await Town.Build();
        Assert.Contains("工作人员电话", (await town.Client(Roles.OfficeClerk).Visit("/privacy")).Text);
        Assert.Equal(200, (await town.Client(Roles.Auditor).Visit("/privacy")).Code);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Visit("/privacy")).Code);
        Assert.Equal(302, (await town.Stranger().Visit("/privacy")).Code);
    }

    [Theory]
    [InlineData("13800000001", "138****0001")]
    [InlineData("057180000001", "057****0001")]
    [InlineData("80000001", "****01")]
    [InlineData("1", "****1")]
    [InlineData("", "****")]
    public void A_phone_shows_its_ends_only(string phone, string shown) => Assert.Equal(shown, Mask.Phone(phone));

    [Theory]
    [InlineData("甄小明", "甄**")]
    [InlineData("欧阳甄", "欧**")]
    [InlineData("甄", "甄")]
    [InlineData("", "")]
    public void A_name_shows_its_first_character_only(string name, string shown) => Assert.Equal(shown, Mask.Name(name));
}
