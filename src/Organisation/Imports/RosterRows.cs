using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;

namespace Wuzha.Organisation.Imports;

/// <summary>Weighing a row that names people at one registered unit.</summary>
internal static class RosterRows
{
    public static void Weigh<TRow>(
        ImportRow<TRow> row,
        Field unitField,
        string unitTyped,
        IReadOnlyList<AppointmentEntry> entries,
        UnitLookup units,
        PeopleRegister register
    )
    {
        var (unit, error) = units.Find(unitTyped);
        if (unit is null)
        {
            row.Wrong(unitField, error!);
            return;
        }

        foreach (var entry in entries)
        {
            entry.Unit = unit;
            if (register.Weigh(entry, unit.Id, unit.Kind) is var (field, sentence))
                row.Wrong(field, sentence);
        }
        if (row.Verdict != ImportVerdict.Wrong)
            Judge(row, entries);
    }

    /// <summary>Of a row with a wrong cell only the unit is looked up.</summary>
    public static void WeighWrong<TRow>(ImportRow<TRow> row, Field unitField, string? unitTyped, UnitLookup units)
    {
        if (unitTyped is not null && units.Find(unitTyped) is (null, { } error))
            row.Wrong(unitField, error);
    }

    public static void Judge<TRow>(ImportRow<TRow> row, IReadOnlyList<AppointmentEntry> entries)
    {
        var (fresh, posts) = (entries.Where(entry => !entry.Held).ToList(), entries.Where(entry => entry.PostChanges).ToList());
        if (fresh.Count == 0 && posts.Count == 0)
            row.Same();
        else if (fresh.Count == entries.Count && entries.All(entry => entry.IsNew))
            row.New();
        else
            row.Change(
                string.Join(
                    "，",
                    [
                        .. fresh.Select(entry => $"{entry.Name}任{Roles.Of(entry.Role).Name}"),
                        .. posts.DistinctBy(entry => entry.Person!.Id).Select(entry => $"{entry.Name}职务改为{entry.Post}"),
                    ]
                )
            );
    }
}
