using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Audit;

/// <summary>One line of the audit log.</summary>
public sealed record AuditRow
{
    public required Guid Id { get; init; }
    public required long Position { get; init; }
    public required DateTime OccurredAt { get; init; }
    public required DateTime RecordedAt { get; init; }
    public required string Kind { get; init; }
    public required byte[]? ActorSealed { get; init; }
    public required string? UnitName { get; init; }
    public required FactSource Source { get; init; }
    public required string Payload { get; init; }
}

/// <summary>How far the chain of sealed blocks reaches.</summary>
public sealed record ChainState(long Blocks, DateTime? SealedAt, int Unsealed);

/// <summary>审计日志: every fact with who, when, where and from which address; looks at personal data are facts too (GB/T 22239 AU-b).</summary>
internal static class ListFacts
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, FactCatalog catalog)
    {
        var list = await Listing<AuditRow>.Of(
            Rows(db, viewer, vault, query).OrderByDescending(row => row.Position).ThenByDescending(row => row.Id),
            query,
            new Column<AuditRow>("at", "时间", row => LocalDay.Wall(row.RecordedAt).ToString("yyyy-MM-dd HH:mm:ss")) { OnCard = true },
            new Column<AuditRow>("kind", "事项", row => catalog.Find(row.Kind)?.Name ?? row.Kind) { OnCard = true },
            new Column<AuditRow>("who", "办理人", row => row.ActorSealed is { } name ? vault.Open(name) : "系统") { OnCard = true },
            new Column<AuditRow>("unit", "单位", row => row.UnitName ?? ""),
            new Column<AuditRow>("from", "来源", row => From(row)),
            new Column<AuditRow>("what", "内容", row => row.Payload) { Cell = row => AuditPage.Raw(row.Payload) }
        );
        return query.AsSheet
            ? list.AsSheet("审计日志", viewer)
            : Page.Of<AuditPage>(
                new
                {
                    List = list,
                    Kinds = catalog.Kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).ToList(),
                    Chain = await Chain(db, viewer),
                }
            );
    }

    private static IQueryable<AuditRow> Rows(Db db, Viewer viewer, Vault vault, ListQuery query)
    {
        var facts = db.Set<FactRow>().Where(fact => fact.TenantId == viewer.TenantId);
        if (query.Filter("kind") is { } kind)
            facts = facts.Where(fact => fact.Kind == kind);
        if (query.Day("from") is { } from)
            facts = facts.Where(fact => fact.RecordedAt >= LocalDay.Start(from));
        if (query.Day("to") is { } to)
        {
            var end = LocalDay.Start(to.AddDays(1));
            facts = facts.Where(fact => fact.RecordedAt < end);
        }
        if (query.Search.Length > 0)
        {
            var name = vault.Index(query.Search);
            var people = db.People.Where(person => person.TenantId == viewer.TenantId && person.NameIndex == name).Select(person => person.Id);
            facts = facts.Where(fact => people.Contains(fact.ActorId));
        }

        return from fact in facts
            join person in db.People on new { fact.TenantId, Id = fact.ActorId } equals new { person.TenantId, person.Id } into people
            from person in people.DefaultIfEmpty()
            join unit in db.Units on new { fact.TenantId, Id = fact.UnitId } equals new { unit.TenantId, unit.Id } into units
            from unit in units.DefaultIfEmpty()
            select new AuditRow
            {
                Id = fact.Id,
                Position = fact.Position,
                OccurredAt = fact.OccurredAt,
                RecordedAt = fact.RecordedAt,
                Kind = fact.Kind,
                ActorSealed = person == null ? null : person.NameSealed,
                UnitName = unit == null ? null : unit.Name,
                Source = fact.Source,
                Payload = fact.Payload,
            };
    }

    private static string From(AuditRow row)
    {
        using var payload = JsonDocument.Parse(row.Payload);
        var ip = payload.RootElement.TryGetProperty("clientIp", out var address) ? address.GetString() : null;
        return ip is null ? Words[row.Source] : $"{Words[row.Source]}（{ip}）";
    }

    private static readonly Dictionary<FactSource, string> Words = new()
    {
        [FactSource.Console] = "网页",
        [FactSource.Field] = "手机",
        [FactSource.Paper] = "纸质录入",
        [FactSource.Resident] = "群众",
        [FactSource.Player] = "播放端",
        [FactSource.Import] = "导入",
        [FactSource.Gateway] = "网关",
        [FactSource.Job] = "定时任务",
        [FactSource.Server] = "服务器命令",
    };

    private static async Task<ChainState> Chain(Db db, Viewer viewer)
    {
        var last = await db.Set<FactBlock>()
            .Where(block => block.TenantId == viewer.TenantId)
            .OrderByDescending(block => block.Number)
            .Select(block => new
            {
                block.Number,
                block.SealedAt,
                block.ToPosition,
            })
            .FirstOrDefaultAsync();
        var sealedTo = last?.ToPosition ?? -1;
        var unsealed = await db.Set<FactRow>().CountAsync(fact => fact.TenantId == viewer.TenantId && fact.Position > sealedTo);
        return new ChainState(last?.Number ?? 0, last?.SealedAt, unsealed);
    }
}
