using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Organisation.Tests.Units;

/// <summary>What is unique is unique by the database too: whoever comes second is told so.</summary>
public sealed class TwoAtOnceTests
{
    private const string Sentence = "刚才已有人登记了同样的内容，您这次没有保存。";

    [Theory, EveryDatabase]
    public async Task Of_four_who_open_the_same_unit_at_once_one_succeeds(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answers = await AtOnce(town, $"/units?parent={town.EastVillage.Id}", ("kind", "grid"), ("name", "东沟村第三网格"));

        Assert.Single(answers, answer => answer.Code == 303);
        Assert.All(answers.Where(answer => answer.Code != 303), answer => Assert.True(answer.Code is 409 or 422, $"{answer.Code}"));
        await using var db = town.Open();
        Assert.Equal(1, await db.Units.CountAsync(unit => unit.TenantId == Town.TenantId && unit.Name == "东沟村第三网格"));
    }

    [Theory, EveryDatabase]
    public async Task Of_four_who_register_the_same_person_at_once_one_succeeds(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var answers = await AtOnce(
            town,
            $"/people?unit={town.EastSecondGrid.Id}",
            ("role", "grid-officer"),
            ("name", "江小舟"),
            ("phone", "13800007777"),
            ("fromOn", "2026-04-03")
        );

        Assert.Single(answers, answer => answer.Code == 303);
        Assert.All(answers.Where(answer => answer.Code != 303), answer => Assert.True(answer.Code is 409 or 422, $"{answer.Code}"));
        await using var db = town.Open();
        Assert.Equal(1, await db.Appointments.CountAsync(one => one.TenantId == Town.TenantId && one.UnitId == town.EastSecondGrid.Id));
    }

    [Theory, EveryDatabase]
    public async Task Whoever_passed_the_check_and_comes_second_reads_a_sentence(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        // A handler that checks nothing stands for one whose check was overtaken.
        town.MorePages = pages =>
            pages
                .MapPost(
                    "/test/unit",
                    async (Guid? parent, string name, Db db, Viewer viewer) =>
                    {
                        var above = parent is null ? null : await db.Units.SingleAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == parent);
                        UnitTree.Add(db, viewer.TenantId, above, Guid.CreateVersion7(), UnitKinds.Village.Key, name, name, new DateOnly(2026, 4, 3));
                        await db.SaveChangesAsync();
                        return TypedResults.Ok();
                    }
                )
                .NeedsSignIn();
        var clerk = town.Client(Roles.OfficeClerk);

        var second = await clerk.Send($"/test/unit?parent={town.Township.Id}&name=东沟村");
        Assert.Equal(409, second.Code);
        Assert.Contains(Sentence, second.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await clerk.Send("/test/unit?name=青溪镇")).Code);
        Assert.Equal(200, (await clerk.Send($"/test/unit?parent={town.WestVillage.Id}&name=东沟村")).Code);
        Assert.Equal(200, (await clerk.Send("/test/unit?name=东沟村")).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_name_of_a_closed_unit_is_free_again(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        Assert.Equal(303, (await clerk.Send($"/units/{town.SouthVillage.Id}/close", ("closedOn", "2026-04-02"))).Code);
        Assert.Equal(303, (await clerk.Send($"/units?parent={town.Township.Id}", ("kind", "village"), ("name", "南坡村"))).Code);
    }

    private static Task<Answer[]> AtOnce(Town town, string path, params (string, string)[] fields) =>
        Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => town.Client(Roles.OfficeClerk)).ToList().Select(clerk => Task.Run(() => clerk.Send(path, fields)))
        );
}
