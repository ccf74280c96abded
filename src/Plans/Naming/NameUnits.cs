using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Naming;

/// <summary>A name, what it may mean, and where the form about it stands.</summary>
public sealed record NamingView(
    string Written,
    string Action,
    string Back,
    string BackTitle,
    IReadOnlyList<NamingGroup> Groups,
    IReadOnlyList<NamingUnit> Units
)
{
    /// <summary>Where the decision is taken back; null where there is none yet.</summary>
    public string? Remove { get; init; }
}

public sealed record NamingGroup(string Key, string Name, int Units);

public sealed record NamingUnit(Guid Id, string Name);

/// <summary>指定单位: a person says once whom a name means; first one sees how many units that is, then it holds, also for the next plan.</summary>
internal static class NameUnits
{
    internal static string Href(Guid plan, string written) => $"/plans/{plan}/units/name?written={Uri.EscapeDataString(written)}";

    internal static async Task<IResult> Get(Guid id, string? written, Db db, Viewer viewer, TimeProvider clock) =>
        (await Find(id, written, db, viewer, clock)).Is(out var found, out var refusal)
            ? Shown(ViewOf(id, found), NamingForm.Of(found.Name.Reading))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await Find(id, form.Typed(NamingForm.Written), db, viewer, clock)).Is(out var found, out var refusal))
            return refusal.AsPage();

        var reading = NamingForm.Read(form, found.Name.Reading.Written, found.Units.Around);
        var view = ViewOf(id, found);
        if (form.Failed)
            return Shown(view, form);
        if (!Confirmed(form, reading, found.Units.Around))
            return Preview(view, form, reading, found.Units.Around);

        var key = UnitNames.KeyOf(reading.Written);
        var unit = found.Here.Plan.UnitId;
        var alias = await db.Set<UnitAlias>()
            .SingleOrDefaultAsync(alias => alias.TenantId == viewer.TenantId && alias.UnitId == unit && alias.Key == key);
        if (alias is null)
            db.Add(
                alias = new UnitAlias
                {
                    TenantId = viewer.TenantId,
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    UnitId = unit,
                    Written = reading.Written,
                    Key = key,
                }
            );
        await Decide(db, viewer, alias, reading, clock);
        await db.SaveChangesAsync();
        return Page.Done($"/plans/{id}/units", $"已指定“{reading.Written}”，以后的方案也照这样认。");
    }

    /// <summary>The person has seen how many units it is now.</summary>
    internal static bool Confirmed(Form form, NameReading reading, NameSurroundings around) =>
        form.Typed(NamingForm.Seen) == $"{reading.Target} {reading.Of(around.Under).Count()}";

    /// <summary>Writes a decision down, the earlier one's fact withdrawn; the caller saves.</summary>
    internal static async Task Decide(Db db, Viewer viewer, UnitAlias alias, NameReading reading, TimeProvider clock)
    {
        if (alias.FactId != Guid.Empty)
            db.Record(viewer, new FactWithdrawn(alias.FactId));
        var fact = db.Record(viewer, new UnitNameDecided(alias.Id, alias.UnitId, $"{reading.Target}".ToLowerInvariant(), reading.UnitIds.Count));
        alias.Decide(reading.Target!.Value, reading.Groups, (viewer.PersonId, clock.GetUtcNow().UtcDateTime, fact));

        var before = await db.Set<UnitAliasUnit>().Where(one => one.TenantId == alias.TenantId && one.AliasId == alias.Id).ToListAsync();
        db.RemoveRange(before.Where(one => !reading.UnitIds.Contains(one.UnitId)));
        db.AddRange(
            reading
                .UnitIds.Where(unit => !before.Exists(one => one.UnitId == unit))
                .Select(unit => new UnitAliasUnit
                {
                    TenantId = alias.TenantId,
                    AliasId = alias.Id,
                    UnitId = unit,
                })
        );
    }

    internal static IResult Shown(NamingView view, Form form) => Page.Of<NameUnitsPage>(new { View = view, Form = form }, form.Failed ? 422 : 200);

    internal static IResult Preview(NamingView view, Form form, NameReading reading, NameSurroundings around)
    {
        var units = reading.Of(around.Under).ToList();
        return Page.Of<NamingPreviewPage>(
            new
            {
                View = view,
                Form = form,
                Words = NamingForm.WordsOf(reading, units),
                Seen = $"{reading.Target} {units.Count}",
                Units = (IReadOnlyList<string>)units.ConvertAll(unit => unit.Name),
            }
        );
    }

    internal static IReadOnlyList<NamingGroup> GroupsOf(NameSurroundings around) =>
        [
            .. UnitGroups.All.Select(group => new NamingGroup(
                group.Key,
                group.Name,
                around.Under.Count(unit => group.Kinds.Count == 0 || group.Kinds.Contains(unit.Kind))
            )),
        ];

    internal static IReadOnlyList<NamingUnit> UnitsOf(NameSurroundings around) =>
        [.. around.Under.Select(unit => new NamingUnit(unit.Id, unit.Name))];

    private static NamingView ViewOf(Guid id, FoundName found) =>
        new(
            found.Name.Reading.Written,
            $"/plans/{id}/units/name",
            $"/plans/{id}/units",
            "单位对应",
            GroupsOf(found.Units.Around),
            UnitsOf(found.Units.Around)
        );

    private static async Task<Result<FoundName>> Find(Guid id, string? written, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Edit(id, db, viewer)).Is(out var here, out var refusal))
            return refusal;

        var units = await PlanUnits.Resolve(db, here, clock);
        return
            units.Names.FirstOrDefault(name => name.Reading.Written == written && name.Reading.Written.Length <= UnitAlias.WrittenLength) is { } name
            ? new FoundName(here, units, name)
            : Refusal.NotFound;
    }

    private sealed record FoundName(PlanHere Here, PlanUnits Units, ReadName Name);
}
