using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Numbers;

/// <summary>One fact behind a number.</summary>
public sealed record NumberRow
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public required DateOnly OnDay { get; init; }
    public required DateTime OccurredAt { get; init; }
    public required string Place { get; init; }
    public byte[]? NameSealed { get; init; }
    public required FactSource Source { get; init; }
    public required bool IsWithdrawn { get; init; }
}

/// <summary>Somebody who has opened the same number.</summary>
public sealed record NumberLook(string Name, DateTime At);

/// <summary>A number with what it means and where it is counted.</summary>
public sealed record NumberView(
    Measure Measure,
    string UnitName,
    DateOnly From,
    DateOnly To,
    long Value,
    IReadOnlyList<string> KindNames,
    IReadOnlyList<NumberLook> Looks
);

/// <summary>这个数从哪里来？ Opens a number to the facts it is the sum of.</summary>
public static class OpenNumber
{
    private const int MostLooks = 20;
    private const string OpenedKind = "platform.number-opened";

    private sealed record LookRow(string Payload, DateTime OccurredAt, byte[] NameSealed);

    /// <summary>What is asked for: the measure, the unit, the days, and a campaign or none.</summary>
    internal sealed record Question(Measure Measure, Guid UnitId, string UnitName, Scope Scope, DateOnly From, DateOnly To, Guid? CampaignId);

    /// <summary>The address behind a figure: every number on a page is a door to its facts.</summary>
    public static string Href(Measure measure, Guid unitId, DateOnly from, DateOnly to, Guid? campaignId = null) =>
        $"/numbers/{measure.Key}?unit={unitId}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}" + (campaignId is null ? "" : $"&campaign={campaignId}");

    internal static async Task<IResult> Get(
        string measure,
        ListQuery query,
        Db db,
        Viewer viewer,
        FactCatalog catalog,
        Vault vault,
        TimeProvider clock
    )
    {
        if (await Ask(measure, query, db, viewer, catalog, LocalDay.Today(clock)) is not { } question)
            return Refusal.NotFound.AsPage();

        var kinds = catalog.KindsPosting(question.Measure).ToList();
        var rows = Rows(db, viewer.TenantId, question, [.. kinds.Select(kind => kind.Key)]);
        var listing = await Listing<NumberRow>.Of(
            rows.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id),
            query,
            Columns(question.Measure, catalog, vault)
        );
        await Note(db, viewer, question, LocalDay.Today(clock));
        if (query.AsSheet)
            return listing.AsSheet(question.Measure.Name, viewer);

        var view = new NumberView(
            question.Measure,
            question.UnitName,
            question.From,
            question.To,
            await Tallies.Sum(db, viewer.TenantId, question.Measure, question.Scope, question.From, question.To, question.CampaignId),
            [.. kinds.Select(kind => kind.Name)],
            await Looks(db, viewer.TenantId, question, vault)
        );
        return Page.Of<NumberPage>(new { View = view, Listing = listing });
    }

    private static async Task<Question?> Ask(string key, ListQuery query, Db db, Viewer viewer, FactCatalog catalog, DateOnly today)
    {
        if (catalog.FindMeasure(key) is not { } measure)
            return null;

        var unitId = Guid.TryParse(query.Filter("unit"), out var asked) ? asked : viewer.UnitId;
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(row => row.TenantId == viewer.TenantId && row.Id == unitId);
        if (unit is null || !viewer.Scope.Covers(unit.Path))
            return null;

        var from = query.Day("from") ?? new DateOnly(today.Year, today.Month, 1);
        var to = query.Day("to") ?? today;
        return new Question(
            measure,
            unit.Id,
            unit.Name,
            unit.Scope,
            from,
            to < from ? from : to,
            Guid.TryParse(query.Filter("campaign"), out var campaign) ? campaign : null
        );
    }

    /// <summary>The facts whose node stood under the unit on their day, as the sum counts them; withdrawn ones too.</summary>
    internal static IQueryable<NumberRow> Rows(Db db, string tenant, Question question, IReadOnlyList<string> kinds)
    {
        var (unit, first, last, campaign) = (question.UnitId, question.From, question.To, question.CampaignId);
#pragma warning disable CA1845 // In a query this becomes SQL; a span cannot.
        return from fact in db.Set<FactRow>()
            where fact.TenantId == tenant && kinds.Contains(fact.Kind) && fact.OnDay >= first && fact.OnDay <= last
            where campaign == null || fact.CampaignId == campaign
            from above in db.UnitPlacements
            where above.TenantId == tenant && above.NodeId == unit && fact.OnDay >= above.FromOn && fact.OnDay <= above.UntilOn
            from place in db.UnitPlacements
            where place.TenantId == tenant && place.NodeId == fact.NodeId && fact.OnDay >= place.FromOn && fact.OnDay <= place.UntilOn
            where place.Path.CompareTo(above.Path) >= 0 && place.Path.CompareTo(above.Path.Substring(0, above.Path.Length - 1) + "0") < 0
            from node in db.Units.Where(one => one.TenantId == tenant && one.Id == fact.NodeId).DefaultIfEmpty()
            from recorder in db.Units.Where(one => one.TenantId == tenant && one.Id == fact.UnitId).DefaultIfEmpty()
            from actor in db.People.Where(one => one.TenantId == tenant && one.Id == fact.ActorId).DefaultIfEmpty()
            select new NumberRow
            {
                Id = fact.Id,
                Kind = fact.Kind,
                Payload = fact.Payload,
                OnDay = fact.OnDay,
                OccurredAt = fact.OccurredAt,
                Place =
                    node != null ? node.Name
                    : recorder != null ? recorder.Name
                    : "",
                NameSealed = actor != null ? actor.NameSealed : null,
                Source = fact.Source,
                IsWithdrawn = db.Set<FactRow>().Any(later => later.TenantId == tenant && later.Withdraws == fact.Id),
            };
#pragma warning restore CA1845
    }

    private static Column<NumberRow>[] Columns(Measure measure, FactCatalog catalog, Vault vault) =>
        [
            new("kind", "记录", row => catalog.Find(row.Kind)?.Name),
            new("who", "谁", row => row.NameSealed is null ? "系统" : vault.Open(row.NameSealed)) { OnCard = true },
            new("when", "时间", row => LocalDay.Wall(row.OccurredAt)) { OnCard = true },
            new("day", "计入哪天", row => row.OnDay),
            new("place", "在哪里", row => row.Place) { OnCard = true },
            new("source", "怎样录入", row => SourceName(row.Source)),
            new("value", $"计入（{measure.Unit}）", row => row.IsWithdrawn ? 0 : Counted(catalog, measure, row)) { Number = true, OnCard = true },
            new("state", "状态", row => row.IsWithdrawn ? "已撤销，不计入" : "有效") { OnCard = true },
        ];

    private static long Counted(FactCatalog catalog, Measure measure, NumberRow row) =>
        catalog.Read(row.Kind, row.Payload).Postings.Where(posting => posting.Measure == measure).Sum(posting => posting.Value);

    internal static string SourceName(FactSource source) =>
        source switch
        {
            FactSource.Console => "网页录入",
            FactSource.Field => "手机现场",
            FactSource.Paper => "纸质补录",
            FactSource.Resident => "群众填写",
            FactSource.Player => "播放设备",
            FactSource.Import => "表格导入",
            FactSource.Gateway => "短信网关",
            FactSource.Server => "服务器命令",
            _ => "系统自动",
        };

    private static async Task Note(Db db, Viewer viewer, Question question, DateOnly today)
    {
        var opened = new NumberOpened(question.Measure.Key, question.UnitId, question.From, question.To);
        var payload = FactCatalog.Write(opened);
        var isNoted = await db.Set<FactRow>()
            .AnyAsync(fact =>
                fact.TenantId == viewer.TenantId
                && fact.Kind == OpenedKind
                && fact.OnDay == today
                && fact.NodeId == question.UnitId
                && fact.ActorId == viewer.PersonId
                && fact.Payload == payload
            );
        if (isNoted)
            return;

        db.Record(viewer, opened);
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<NumberLook>> Looks(Db db, string tenant, Question question, Vault vault)
    {
        var rows = await (
            from fact in db.Set<FactRow>()
            where fact.TenantId == tenant && fact.Kind == OpenedKind && fact.NodeId == question.UnitId
            join person in db.People on new { fact.TenantId, Id = fact.ActorId } equals new { person.TenantId, person.Id }
            orderby fact.OccurredAt descending
            select new LookRow(fact.Payload, fact.OccurredAt, person.NameSealed)
        )
            .Take(MostLooks * 10)
            .ToListAsync();
        return
        [
            .. rows.Where(row => row.Payload.Contains($"\"{question.Measure.Key}\"", StringComparison.Ordinal))
                .Take(MostLooks)
                .Select(row => new NumberLook(vault.Open(row.NameSealed), row.OccurredAt)),
        ];
    }
}
