using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

/// <summary>The town with a campaign that was started through its pages, and duties opened in it. Today is Friday, 3 April 2026.</summary>
internal sealed class PageTown(Town town, DutyCampaign campaign) : IAsyncDisposable
{
    public static readonly DateOnly First = new(2026, 4, 1);
    public static readonly DateOnly Last = new(2026, 6, 30);
    public static readonly Timing Monthly = Timing.Each(CadencePer.Month, 2, First, Last);

    public Town Town => town;

    public DutyCampaign Campaign => campaign;

    public Unit East => town.EastVillage;

    public Unit West => town.WestVillage;

    public TownClient Clerk => town.Client(Roles.OfficeClerk);

    /// <summary>东沟村's liaison.</summary>
    public TownClient Liaison => town.Client(town.Of(Roles.Liaison, East));

    /// <summary>西岭村's liaison.</summary>
    public TownClient WestLiaison => town.Client(town.Of(Roles.Liaison, West));

    public static async Task<PageTown> Build(DatabaseKind kind)
    {
        var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var drafted = await clerk.Send(
            "/campaigns",
            ("name", "2026年全民反诈专项行动"),
            ("fromOn", "2026-04-01"),
            ("untilOn", "2026-06-30"),
            ("planReference", ""),
            ("quota", "started")
        );
        var id = Guid.Parse(drafted.Location!.Split('?')[0]["/campaigns/".Length..]);
        Went(await clerk.Send($"/campaigns/{id}/start"), $"/campaigns/{id}");
        return new PageTown(town, new DutyCampaign(id, town.Township.Id, First, Last));
    }

    public Db Open() => town.Open();

    /// <summary>At noon of a day.</summary>
    public void On(int month, int day) => town.Clock.Set(new DateTime(2026, month, day, 4, 0, 0, DateTimeKind.Utc));

    public async Task<Guid> Opened(Timing timing, params Unit[] units) =>
        await Opened(
            new DutyDraft
            {
                Title = "入户走访宣传",
                Source = "各村（社区）每月入户走访不少于两次。",
                Kind = "visit",
                Timing = timing,
                FromOn = First,
                Assignments = [.. units.Select(unit => new AssignmentDraft(unit.Id))],
            }
        );

    public async Task<Guid> Opened(DutyDraft draft)
    {
        await using var db = Open();
        var catalog = town.Host.Services.GetRequiredService<FactCatalog>();
        var opened = await new DutyBook(db, town.ViewerOf(town.Of(Roles.OfficeClerk)), catalog, town.Clock).Open(Campaign, [draft]);
        Assert.Null(opened.Refusal);
        await db.SaveChangesAsync();
        return Assert.Single(opened.Value!);
    }

    /// <summary>A monthly duty of 东沟村, and its assignment.</summary>
    public async Task<Guid> Assigned() => (await AssignmentOf(await Opened(Monthly, East), East)).Id;

    public async Task<DutyAssignment> AssignmentOf(Guid dutyId, Unit unit)
    {
        await using var db = Open();
        return await db.Set<DutyAssignment>()
            .AsNoTracking()
            .Where(one => one.TenantId == Town.TenantId && one.DutyId == dutyId && one.UnitId == unit.Id)
            .OrderByDescending(one => one.Id)
            .FirstAsync();
    }

    public async Task<int> Facts(string kind)
    {
        await using var db = Open();
        return await db.Set<FactRow>().CountAsync(fact => fact.TenantId == Town.TenantId && fact.Kind == kind);
    }

    public static (string Name, string Value)[] Work(string day = "2026-04-03", string amount = "1") =>
        [("day", day), ("amount", amount), ("place", "村委会"), ("remark", "上门讲解")];

    public static void Went(Answer answer, string to)
    {
        Assert.True(answer.Code is 302 or 303, $"{answer.Code}: {answer.Text}");
        Assert.Equal(to, answer.Location);
    }

    public static void Refused(Answer answer, int status, string sentence)
    {
        Assert.Equal(status, answer.Code);
        Assert.Contains(sentence, answer.Text);
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();
}
