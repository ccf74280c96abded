using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Plans.Naming;

/// <summary>A name as plans write it, what it means, and how many duties of the plan it stands in.</summary>
internal sealed record ReadName(NameReading Reading, IReadOnlyList<NamedUnit> Units, int Duties);

/// <summary>Who owes one duty.</summary>
/// <param name="Units">Units under the office, each once, in the order of lists.</param>
/// <param name="Open">Names that a person has still to explain.</param>
/// <param name="Outside">Names that mean units above or elsewhere.</param>
/// <param name="Missing">Names that mean units of which there is none now.</param>
/// <param name="Office">The office itself is named.</param>
internal sealed record DutyUnits(
    IReadOnlyList<NamedUnit> Units,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> Outside,
    IReadOnlyList<string> Missing,
    bool Office
)
{
    /// <summary>Every name is explained, and no unit here owes it.</summary>
    public bool IsNobodys => Units.Count == 0 && Open.Count == 0;
}

/// <summary>From the names in a plan to the units that owe its duties.</summary>
internal sealed class PlanUnits
{
    private readonly Dictionary<string, ReadName> names;

    private PlanUnits(NameSurroundings around, Dictionary<string, ReadName> names) => (Around, this.names) = (around, names);

    public NameSurroundings Around { get; }

    /// <summary>Every name, most used first; what needs a person's word before the rest.</summary>
    public IReadOnlyList<ReadName> Names =>
        [
            .. names
                .Values.OrderBy(name => name.Reading.IsSure)
                .ThenByDescending(name => name.Duties)
                .ThenBy(name => name.Reading.Written, StringComparer.Ordinal),
        ];

    /// <summary>Reads every name in the duties of a plan that are not dropped, by what its office decided before and by the units that stand today.</summary>
    public static async Task<PlanUnits> Resolve(Db db, PlanHere here, TimeProvider clock)
    {
        var written = await here.Proposals(db)
            .Where(proposal => proposal.Decision != Decision.Dropped && proposal.Units != "")
            .Select(proposal => proposal.Units)
            .ToListAsync();
        var uses = written
            .SelectMany(list => Proposal.Lines(list).Distinct(StringComparer.Ordinal))
            .GroupBy(name => name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var around = await Surroundings(db, here.Unit, clock);
        var decided = await Decided(db, here.Viewer.TenantId, here.Plan.UnitId);
        return new PlanUnits(
            around,
            uses.ToDictionary(
                use => use.Key,
                use =>
                {
                    var reading = decided.GetValueOrDefault(UnitNames.KeyOf(use.Key)) is { } known
                        ? known with
                        {
                            Written = use.Key,
                        }
                        : UnitNames.Read(use.Key, around);
                    return new ReadName(reading, [.. reading.Of(around.Under)], use.Value);
                },
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>Who owes a duty; what a name only seems to mean does not count yet.</summary>
    public DutyUnits Of(Proposal duty)
    {
        var read = duty.UnitNames.Select(name => names.GetValueOrDefault(name)).OfType<ReadName>().ToList();
        var sure = read.Where(name => name.Reading.IsSure).ToList();
        var ids = sure.SelectMany(name => name.Units).Select(unit => unit.Id).ToHashSet();
        return new DutyUnits(
            [.. Around.Under.Where(unit => ids.Contains(unit.Id))],
            [.. read.Where(name => !name.Reading.IsSure).Select(name => name.Reading.Written)],
            [.. sure.Where(name => name.Reading.Target == AliasTarget.External).Select(name => name.Reading.Written)],
            [
                .. sure.Where(name => name.Reading.Target is AliasTarget.Units or AliasTarget.Groups && name.Units.Count == 0)
                    .Select(name => name.Reading.Written),
            ],
            sure.Exists(name => name.Reading.Target == AliasTarget.Office)
        );
    }

    /// <summary>What stands around an office today.</summary>
    public static async Task<NameSurroundings> Surroundings(Db db, Unit office, TimeProvider clock)
    {
        var under = await CampaignQuestions.UnitsUnder(db, office.TenantId, office.Id, LocalDay.Today(clock));
        var ancestors = office.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(Guid.Parse).ToList();
        var above = await db
            .Units.Where(unit => unit.TenantId == office.TenantId && ancestors.Contains(unit.Id))
            .Select(unit => unit.Name)
            .ToListAsync();
        return new NameSurroundings(
            new NamedUnit(office.Id, office.Name, office.Kind),
            above,
            [.. under.Select(unit => new NamedUnit(unit.Id, unit.Name, unit.Kind))]
        );
    }

    private static async Task<Dictionary<string, NameReading>> Decided(Db db, string tenant, Guid office)
    {
        var aliases = await db.Set<UnitAlias>().AsNoTracking().Where(alias => alias.TenantId == tenant && alias.UnitId == office).ToListAsync();
        var units = await (
            from one in db.Set<UnitAliasUnit>()
            join alias in db.Set<UnitAlias>() on new { one.TenantId, Id = one.AliasId } equals new { alias.TenantId, alias.Id }
            where one.TenantId == tenant && alias.UnitId == office
            select one
        )
            .AsNoTracking()
            .ToListAsync();
        var byAlias = units.ToLookup(one => one.AliasId, one => one.UnitId);
        return aliases.ToDictionary(
            alias => alias.Key,
            alias => new NameReading(alias.Written, alias.Target, NameHow.Decided)
            {
                Groups = Proposal.Lines(alias.Groups),
                UnitIds = [.. byAlias[alias.Id]],
            },
            StringComparer.Ordinal
        );
    }
}
