using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Issuing;

/// <summary>代价 (DIR9): what a directive costs before it goes out.</summary>
/// <param name="Units">Units that it addresses today.</param>
/// <param name="Groups">Groups into which it is to be forwarded.</param>
/// <param name="Minutes">Expected minutes at all units together.</param>
/// <param name="Ceiling">Minutes a week that may be asked of a village.</param>
/// <param name="Over">Villages that it would take over the ceiling this week, in order.</param>
public sealed record DirectivePrice(int Units, int Groups, long Minutes, int Ceiling, IReadOnlyList<string> Over)
{
    internal static async Task<DirectivePrice> Of(DirectiveQuestion asked, Directive directive)
    {
        var (db, issuer) = (asked.Db, asked.Viewer.Scope);
        var (units, groups) = (await Addressing.Meant(db, directive, issuer).CountAsync(), await Addressing.CountGroups(db, directive, issuer));
        var (ceiling, over) = await OverCeiling(asked, directive);
        return new DirectivePrice(units, groups, (long)units * directive.Minutes, ceiling, over);
    }

    /// <summary>The ceiling, and the villages that the directive would take over it this week: all that has to be known when it goes out.</summary>
    internal static async Task<(int Ceiling, IReadOnlyList<string> Over)> OverCeiling(DirectiveQuestion asked, Directive directive)
    {
        var db = asked.Db;
        var villages = await Addressing
            .Meant(db, directive, asked.Viewer.Scope)
            .Where(unit => unit.Kind == UnitKinds.Village.Key)
            .OrderBy(unit => unit.SortKey)
            .ThenBy(unit => unit.Id)
            .Select(unit => new { unit.Id, unit.Name })
            .ToListAsync();
        var ceiling = await Burden.Ceiling(db, directive.TenantId);
        var sums = await Burden.Of(
            db,
            asked.Burdens,
            directive.TenantId,
            villages.ConvertAll(village => village.Id),
            LocalDay.Today(asked.Clock),
            new BurdenSum(1, directive.Minutes, 0)
        );
        return (ceiling, [.. villages.Where(village => sums[village.Id].IsOver(ceiling)).Select(village => village.Name)]);
    }
}
