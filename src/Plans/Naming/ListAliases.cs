using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Naming;

public sealed record AliasRow
{
    public required Guid Id { get; init; }
    public required string Written { get; init; }
    public required AliasTarget Target { get; init; }
    public required string Groups { get; init; }
    public required int Units { get; init; }
    public required DateTime DecidedAt { get; init; }

    public string Words =>
        Target switch
        {
            AliasTarget.Groups => string.Join('、', Proposal.Lines(Groups).Select(key => UnitGroups.Find(key)?.Name).OfType<string>()),
            AliasTarget.Units => $"指定的 {Units} 个单位",
            AliasTarget.External => "上级或外单位",
            AliasTarget.Office => "本单位自己办",
            _ => "不指任何单位",
        };
}

/// <summary>单位写法: what this office has decided about names until now.</summary>
internal static class ListAliases
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer)
    {
        var known = db.Set<UnitAlias>().Where(alias => alias.TenantId == viewer.TenantId && alias.UnitId == viewer.UnitId);
        if (query.Search.Length > 0)
            known = known.Where(alias => alias.Written.Contains(query.Search));
        var rows =
            from alias in known
            orderby alias.DecidedAt descending, alias.Id
            select new AliasRow
            {
                Id = alias.Id,
                Written = alias.Written,
                Target = alias.Target,
                Groups = alias.Groups,
                Units = db.Set<UnitAliasUnit>().Count(one => one.TenantId == viewer.TenantId && one.AliasId == alias.Id),
                DecidedAt = alias.DecidedAt,
            };
        var listing = await Listing<AliasRow>.Of(rows, query, Columns);
        return query.AsSheet ? listing.AsSheet("单位写法", viewer) : Page.Of<AliasListPage>(new { Listing = listing });
    }

    private static readonly IReadOnlyList<Column<AliasRow>> Columns =
    [
        new("written", "方案的写法", row => row.Written) { Href = row => $"/plans/aliases/{row.Id}", Sort = row => row.Written },
        new("target", "指的是", row => row.Words) { OnCard = true },
        new("decided", "指定时间", row => row.DecidedAt) { Sort = row => row.DecidedAt },
    ];
}
