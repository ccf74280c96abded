using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Support;

namespace Wuzha.Messaging.Tests;

/// <summary>The town with the listeners and jobs of messaging called by hand, and a channel that remembers what it was given.</summary>
internal sealed class World(Town town) : IAsyncDisposable
{
    public const string Template = "tests.note";

    private readonly MessageTemplates templates = new([
        .. RemindTexts.All,
        new MessageTemplate(Template, "测试通知", "{unit}请于{due}前办理，共{count}件。"),
    ]);
    private readonly MatterKinds kinds = new([new MatterKind("tests.matter", "名单报送", "/tests/{id}/{unit}")]);

    public Town Town => town;

    public MatterKinds Kinds => kinds;

    /// <summary>What really left, in order.</summary>
    public List<OutgoingText> Left { get; } = [];

    public static async Task<World> Build(DatabaseKind kind) => new(await Town.Build(kind));

    public DateTime Now => town.Clock.Now;

    public static DateTime Wall(string wall) => DateTime.SpecifyKind(DateTime.Parse(wall) - LocalDay.Offset, DateTimeKind.Utc);

    public Subject Matter(Guid? unit = null, Guid? id = null) =>
        new("tests.matter", id ?? Guid.Parse("0197d000-0000-7000-8000-00000000000a"), unit ?? town.EastVillage.Id);

    public MessageWanted Wish(string key, Recipient to, Subject? about = null, Urgency urgency = Urgency.Routine) =>
        new(
            key,
            Template,
            to,
            about ?? Matter(),
            new Dictionary<string, string>
            {
                ["unit"] = MessageValue.Unit(town.EastVillage.Id),
                ["due"] = MessageValue.Day(new DateOnly(2026, 5, 12)),
                ["count"] = "3",
            },
            urgency
        );

    public HeardFact Heard(Fact fact, DateTime? at = null, Guid? id = null) =>
        new(
            Town.TenantId,
            id ?? Guid.CreateVersion7(),
            fact,
            town.Township.Id,
            fact.Node ?? town.Township.Id,
            Guid.Empty,
            Guid.Empty,
            at ?? Now,
            at ?? Now
        );

    public async Task Queue(HeardFact heard)
    {
        await using var db = Open();
        await QueueMessage.Hear(town.Host.Services, db, (MessageWanted)heard.Fact, heard);
    }

    public Task Queue(MessageWanted wish) => Queue(Heard(wish));

    public async Task Hear(HeardFact heard)
    {
        await using var db = Open();
        if (heard.Fact is MatterUnsettled unsettled)
            await HearMatters.Unsettled(town.Host.Services, db, unsettled, heard);
        else
            await HearMatters.Settled(town.Host.Services, db, (MatterSettled)heard.Fact, heard);
    }

    /// <summary>One pass of the sender. The fault is struck before or after one of its commands.</summary>
    public async Task Send(Fault? fault = null)
    {
        await using var db = Open(fault);
        var sender = new MessageSender(
            db,
            templates,
            town.Host.Services.GetRequiredService<Vault>(),
            town.Clock,
            text =>
            {
                fault?.Strike("deliver");
                Left.Add(text);
                fault?.Strike("delivered");
                return Task.CompletedTask;
            }
        );
        await sender.NoteCutShort(Town.TenantId, TimeSpan.FromMinutes(10));
        await sender.SendDue(Town.TenantId, 100);
    }

    /// <summary>One pass of the ladder, then its wishes go into the outbox.</summary>
    public async Task Climb()
    {
        await using (var db = Open())
            await ClimbLadder.Climb(db, Town.TenantId, town.Clock, kinds);
        await QueueRecorded();
    }

    /// <summary>Hears every wish in the book, as often as it is called.</summary>
    public async Task QueueRecorded()
    {
        var catalog = town.Host.Services.GetRequiredService<FactCatalog>();
        await using var look = Open();
        var rows = await look.Set<FactRow>()
            .Where(f => f.TenantId == Town.TenantId && f.Kind == "messaging.message-wanted")
            .OrderBy(f => f.Position)
            .ThenBy(f => f.Id)
            .ToListAsync();
        foreach (var row in rows)
            await Queue(Heard(catalog.Read(row.Kind, row.Payload), row.OccurredAt, row.Id));
    }

    public async Task<List<Message>> Messages()
    {
        await using var db = Open();
        return await db.Set<Message>()
            .AsNoTracking()
            .Where(m => m.TenantId == Town.TenantId)
            .OrderBy(m => m.WantedAt)
            .ThenBy(m => m.Key)
            .ThenBy(m => m.RecipientId)
            .ToListAsync();
    }

    public async Task<Escalation> Escalation()
    {
        await using var db = Open();
        return await db.Set<Escalation>().AsNoTracking().SingleAsync(e => e.TenantId == Town.TenantId);
    }

    public async Task<List<Fact>> Facts(string kind)
    {
        var catalog = town.Host.Services.GetRequiredService<FactCatalog>();
        await using var db = Open();
        var rows = await db.Set<FactRow>().Where(f => f.TenantId == Town.TenantId && f.Kind == kind).ToListAsync();
        return [.. rows.Select(row => catalog.Read(row.Kind, row.Payload))];
    }

    public Db Open(Fault? fault = null)
    {
        if (fault is null)
            return town.Open();

        var services = town.Host.Services;
        var options = new DbContextOptionsBuilder<Db>();
        services.GetRequiredService<Dialect>().Configure(options);
        options.AddInterceptors(fault);
        var db = ActivatorUtilities.CreateInstance<Db>(services, options.Options);
        db.ActFor(Town.TenantId);
        return db;
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();
}
