using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Reports.Tests;

/// <summary>The town with a campaign from 1 April to 30 June 2026 and duties of its villages. Work is recorded through the pages, as units do.</summary>
internal sealed class BulletinTown(Town town, Guid campaign) : IAsyncDisposable
{
    public static readonly DateOnly First = new(2026, 4, 1);
    public static readonly DateOnly Last = new(2026, 6, 30);

    public Town Town => town;

    public Guid Campaign => campaign;

    public Unit Township => town.Township;

    public TownClient Clerk => town.Client(Roles.OfficeClerk);

    public TownClient East => town.Client(town.Of(Roles.Liaison, town.EastVillage));

    public TownClient West => town.Client(town.Of(Roles.Liaison, town.WestVillage));

    public string April => $"/bulletins/{Township.Id}/2026-04";

    public static async Task<BulletinTown> Build(DatabaseKind kind)
    {
        var town = await Town.Build(kind);
        var bulletins = new BulletinTown(town, Guid.CreateVersion7());
        await using var db = town.Open();
        var opening = new CampaignOpening(bulletins.Campaign, "全民反诈专项行动", First, Last, null, []);
        Assert.Null(CampaignBook.Open(db, bulletins.Viewer, town.Clock, opening));
        await db.SaveChangesAsync();
        return bulletins;
    }

    /// <summary>The same with work: weekly pushes and a monthly visit of three villages, a training that is over, one waiver. Today is Monday, 4 May 2026.</summary>
    public static async Task<BulletinTown> Worked(DatabaseKind kind)
    {
        var town = await Build(kind);
        var (east, west, south) = (town.Town.EastVillage, town.Town.WestVillage, town.Town.SouthVillage);
        var weekly = await town.Opened("推送防骗提示", "push", Timing.Each(CadencePer.Week, 1, First, Last), east, west, south);
        var monthly = await town.Opened("入户走访宣传", "visit", Timing.Each(CadencePer.Month, 2, First, Last, 25), east, west);
        var once = await town.Opened("召开动员部署会", "organize", Timing.Once(First, new DateOnly(2026, 4, 10)), east, west, south);
        foreach (var day in (int[])[3, 7, 14, 21, 28])
            await town.Work(weekly, east, new DateOnly(2026, 4, day));
        await town.Work(weekly, west, new DateOnly(2026, 4, 9));
        await town.Work(monthly, east, new DateOnly(2026, 4, 20), 2);
        await town.Work(monthly, west, new DateOnly(2026, 4, 28), 2);
        await town.Work(once, east, new DateOnly(2026, 4, 8));
        town.At(2026, 5, 4);
        var waived = await town.AssignmentOf(once, south);
        Went(await town.Clerk.Send($"/assignments/{waived}/waive", ("period", "2026-04-01"), ("reason", "村委会搬迁，经研究不再要求。")));
        return town;
    }

    /// <summary>At noon of a day.</summary>
    public void At(int year, int month, int day) => town.Clock.Set(new DateTime(year, month, day, 4, 0, 0, DateTimeKind.Utc));

    public async Task<Guid> Opened(string title, string kind, Timing timing, params Unit[] units)
    {
        await using var db = town.Open();
        var draft = new DutyDraft
        {
            Title = title,
            Kind = kind,
            Timing = timing,
            // What the units record themselves counts here; only the duty to report is counted as its kind is.
            MeasureKey = kind == "bulletin" ? null : DutyMeasures.Work.Key,
            FromOn = First,
            Assignments = [.. units.Select(unit => new AssignmentDraft(unit.Id))],
        };
        var catalog = town.Host.Services.GetRequiredService<FactCatalog>();
        var campaign = new DutyCampaign(Campaign, Township.Id, First, Last);
        var opened = await new DutyBook(db, Viewer, catalog, town.Clock).Open(campaign, [draft]);
        Assert.Null(opened.Refusal);
        await db.SaveChangesAsync();
        return Assert.Single(opened.Value!);
    }

    public async Task<Guid> AssignmentOf(Guid duty, Unit unit)
    {
        await using var db = town.Open();
        var running = await DutyBook.Of(db, Town.TenantId, Campaign, Last);
        return running.Single(one => one.Id == duty).Assignments.Single(one => one.UnitId == unit.Id).Id;
    }

    /// <summary>On that very day, by the liaison of the unit.</summary>
    public async Task Work(Guid duty, Unit unit, DateOnly day, int amount = 1)
    {
        At(day.Year, day.Month, day.Day);
        Went(await Record(town.Client(town.Of(Roles.Liaison, unit)), await AssignmentOf(duty, unit), day, amount));
    }

    public static Task<Answer> Record(TownClient who, Guid assignment, DateOnly day, int amount = 1) =>
        who.Send(
            $"/assignments/{assignment}/work",
            ("day", $"{day:yyyy-MM-dd}"),
            ("amount", $"{amount}"),
            ("place", "村委会"),
            ("remark", "上门讲解")
        );

    public async Task<IReadOnlyList<FactRow>> Facts(string kind)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().AsNoTracking().Where(fact => fact.TenantId == Town.TenantId && fact.Kind == kind).ToListAsync();
    }

    /// <summary>The numbers of one row of a table, by its first cell.</summary>
    public static IReadOnlyList<string> RowOf(Answer page, string table, string name)
    {
        var frame = page.Page.QuerySelector($"#{table}")?.NextElementSibling ?? throw new InvalidOperationException($"No table {table}.");
        var row = frame.QuerySelectorAll("tbody tr").Single(one => one.Children[0].TextContent.Trim() == name);
        return [.. row.Children.Skip(1).Select(cell => cell.TextContent.Trim().Replace(" （", "（", StringComparison.Ordinal))];
    }

    public static void Went(Answer answer) =>
        Assert.True(
            answer.Code is 302 or 303 && answer.Location?.StartsWith("/sign-in", StringComparison.Ordinal) == false,
            $"{answer.Code} {answer.Location}: {answer.Text}"
        );

    public ValueTask DisposeAsync() => town.DisposeAsync();

    private Viewer Viewer => town.ViewerOf(town.Of(Roles.OfficeClerk));
}
