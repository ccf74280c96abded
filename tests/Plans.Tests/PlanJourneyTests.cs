using Wuzha.Duties.Exports;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;
using static Wuzha.Plans.Tests.PlanTown;

namespace Wuzha.Plans.Tests;

/// <summary>From a Word file to a board and back to a new file: the whole way, through the pages alone.</summary>
public sealed class PlanJourneyTests
{
    [Theory, EveryDatabase]
    public async Task A_word_file_becomes_duties_that_a_liaison_does_and_a_new_file_amends(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var (clerk, liaison) = (town.Client(Roles.OfficeClerk), town.Client(town.Of(Roles.Liaison, town.EastVillage)));

        // The file is read in, and the clerk corrects two of its duties and takes the third.
        var read = await clerk.Upload("/plans", "file", "青溪镇方案.docx", Plans.Docx(AmendmentTests.Plan));
        var plan = Guid.Parse(read.Location!["/plans/".Length..]);
        foreach (var proposal in await town.Proposals(plan))
        {
            var duty = $"/plans/{plan}/duties/{proposal.Id}";
            var answer = proposal.Kind switch
            {
                "display" => await clerk.Submit(await clerk.Visit($"{duty}/edit"), $"{duty}/edit", ("deadline", "2026-04-15")),
                _ when proposal.Times == 2 => await clerk.Submit(await clerk.Visit($"{duty}/edit"), $"{duty}/edit", ("units", town.School.Name)),
                _ => await clerk.Send($"{duty}/take"),
            };
            Assert.True(answer.Code == 303, $"{proposal.Title}: {answer.Text}");
        }
        Went(await clerk.Send($"/plans/{plan}/finish"), $"/plans/{plan}");

        // What will happen, and then it happens.
        var outcome = await clerk.Visit($"/plans/{plan}/outcome");
        Assert.Contains("4月15日前完成", outcome.Text, StringComparison.Ordinal);
        Went(await clerk.Submit(outcome, $"/plans/{plan}/activate"), $"/plans/{plan}/activated");
        var campaign = (await town.Plan(plan)).CampaignId!.Value;

        // The liaison finds the duty on the own list and writes down what was done.
        Assert.Contains("横幅", (await liaison.Visit("/duties")).Text, StringComparison.Ordinal);
        var banner = (await Running(town, campaign)).Single(duty => duty.Kind == "display");
        var assignment = banner.Assignments.Single(to => to.UnitId == town.EastVillage.Id).Id;
        var form = await liaison.Visit($"/assignments/{assignment}/work");
        Went(await liaison.Submit(form, $"/assignments/{assignment}/work", ("amount", "3")), $"/assignments/{assignment}");
        Assert.Contains("已完成", (await liaison.Visit($"/assignments/{assignment}")).TextOf(".page-head"), StringComparison.Ordinal);
        var board = await clerk.Visit($"/campaigns/{campaign}/board");
        Assert.Equal(200, board.Code);
        Assert.Contains("东沟村", board.Text, StringComparison.Ordinal);

        // A week later a new file changes one duty and adds one; what was done stays done.
        town.Clock.Advance(TimeSpan.FromDays(7));
        (clerk, liaison) = (town.Client(Roles.OfficeClerk), town.Client(town.Of(Roles.Liaison, town.EastVillage)));
        var amended = await clerk.Upload($"/plans?campaign={campaign}", "file", "补充方案.docx", Plans.Docx(AmendmentTests.Supplement));
        var supplement = Guid.Parse(amended.Location!["/plans/".Length..]);
        foreach (var proposal in await town.Proposals(supplement))
            Assert.Equal(303, (await clerk.Send($"/plans/{supplement}/duties/{proposal.Id}/take")).Code);
        Went(await clerk.Send($"/plans/{supplement}/finish"), $"/plans/{supplement}");
        var difference = await clerk.Visit($"/plans/{supplement}/difference");
        Went(await clerk.Submit(difference, $"/plans/{supplement}/amend"), $"/plans/{supplement}/activated");
        var after = await Running(town, campaign);
        Assert.Equal(4, after.Count);
        Assert.Equal(2, after.Single(duty => duty.Number == 1).Timing.Times);
        Assert.Contains("已完成", (await liaison.Visit($"/assignments/{assignment}")).TextOf(".page-head"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<RunningDuty>> Running(Town town, Guid campaign)
    {
        await using var db = town.Open();
        return await DutyBook.Of(db, Town.TenantId, campaign, new DateOnly(2026, 4, 10));
    }
}
