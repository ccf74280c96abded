using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Duties.Tests;

/// <summary>The town with a campaign of the township's office; duties are opened and worked at without any page.</summary>
internal sealed class DutyTown(Town town) : IAsyncDisposable
{
    public static readonly DateOnly First = new(2026, 4, 1);
    public static readonly DateOnly Last = new(2026, 6, 30);

    public Town Town => town;

    public FactCatalog Catalog { get; } = town.Host.Services.GetRequiredService<FactCatalog>();

    public Viewer Clerk => town.ViewerOf(town.Of(Roles.OfficeClerk));

    public DutyCampaign Campaign { get; } = new(Guid.CreateVersion7(), town.Township.Id, First, Last);

    public static async Task<DutyTown> Build(DatabaseKind kind) => new(await Town.Build(kind));

    /// <summary>The same with a campaign that really runs.</summary>
    public static async Task<DutyTown> Started(DatabaseKind kind)
    {
        var duties = await Build(kind);
        await using var db = duties.Open();
        Assert.Null(
            CampaignBook.Open(db, duties.Clerk, duties.Town.Clock, new CampaignOpening(duties.Campaign.Id, "全民反诈专项行动", First, Last, null, []))
        );
        await db.SaveChangesAsync();
        return duties;
    }

    public Db Open() => town.Open();

    /// <summary>At noon of a day of 2026.</summary>
    public void On(DateOnly day) => town.Clock.Set(day.ToDateTime(new TimeOnly(4, 0)));

    public static DutyDraft Draft(Timing timing, params Unit[] units) =>
        new()
        {
            Title = "入户走访宣传",
            Source = "各村每月至少入户走访一次。",
            Kind = "visit",
            Timing = timing,
            FromOn = First,
            Assignments = [.. units.Select(unit => new AssignmentDraft(unit.Id))],
        };

    /// <summary>Opens one duty and answers its id.</summary>
    public async Task<Guid> Opened(DutyDraft draft)
    {
        await using var db = Open();
        var opened = await Book(db).Open(Campaign, [draft]);
        Assert.Null(opened.Refusal);
        await db.SaveChangesAsync();
        return Assert.Single(opened.Value!);
    }

    public DutyBook Book(Db db) => new(db, Clerk, Catalog, town.Clock);

    public async Task<Refusal?> Did(Func<DutyBook, Task<Refusal?>> what)
    {
        await using var db = Open();
        var refusal = await what(Book(db));
        if (refusal is null)
            await db.SaveChangesAsync();
        return refusal;
    }

    /// <summary>What a unit has of a duty now, running or the last one that ended.</summary>
    public async Task<DutyAssignment> AssignmentOf(Guid dutyId, Unit unit)
    {
        await using var db = Open();
        return await db.Set<DutyAssignment>()
            .AsNoTracking()
            .Where(one => one.TenantId == Town.TenantId && one.DutyId == dutyId && one.UnitId == unit.Id)
            .OrderByDescending(one => one.Id)
            .FirstAsync();
    }

    /// <summary>Records work of a day and answers the record.</summary>
    public async Task<Result<WorkRecord>> Work(Guid assignmentId, DateOnly day, int amount = 1)
    {
        await using var db = Open();
        var assignment = await db.Set<DutyAssignment>().SingleAsync(one => one.TenantId == Town.TenantId && one.Id == assignmentId);
        var record = await new DutyWork(db, Clerk, town.Clock).Record(assignment, new WorkEntry(day, amount, "村委会", "入户讲解"));
        if (record.Refusal is null)
            await db.SaveChangesAsync();
        return record;
    }

    /// <summary>Records a fact of a lower module at a unit, in the campaign.</summary>
    public async Task<Guid> Count(Fact fact, DateOnly day)
    {
        await using var db = Open();
        var at = DateTime.SpecifyKind(day.ToDateTime(new TimeOnly(4, 0)), DateTimeKind.Utc);
        var id = Guid.CreateVersion7(new DateTimeOffset(at));
        var entry = new FactEntry(
            Town.TenantId,
            id,
            fact,
            town.Township.Id,
            fact.Node ?? town.Township.Id,
            Clerk.PersonId,
            Campaign.Id,
            at,
            at,
            day,
            FactSource.Console
        );
        db.Record(entry);
        await db.SaveChangesAsync();
        return id;
    }

    public async Task<IReadOnlyList<Standing>> Standings(DateOnly today, Func<StandingQuestion, StandingQuestion>? narrowed = null)
    {
        await using var db = Open();
        var question = new StandingQuestion
        {
            Campaign = Campaign,
            Today = today,
            FromOn = First,
            UntilOn = Last,
            Scope = town.Township.Scope,
        };
        return await Exports.Standings.For(db, Town.TenantId, narrowed is null ? question : narrowed(question));
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();
}
