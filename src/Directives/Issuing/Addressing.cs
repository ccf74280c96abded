using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Groups;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Issuing;

/// <summary>One whole kind of units or groups below an office, and how many there are today.</summary>
public sealed record ReachChoice(string Reach, string Name, int Count);

/// <summary>One unit that can be ticked by itself.</summary>
public sealed record UnitChoice(Guid Id, Guid? ParentId, string Name, string Kind);

/// <summary>发给谁: what an office may choose from, all of it below its own unit.</summary>
/// <param name="Ticks">Units to be ticked one by one; none where there are too many.</param>
/// <param name="Parents">Names of the units that group the ticks.</param>
/// <param name="Books">Saved selections.</param>
public sealed record AddressChoices(
    IReadOnlyList<ReachChoice> Units,
    IReadOnlyList<ReachChoice> Groups,
    IReadOnlyList<UnitChoice> Ticks,
    IReadOnlyDictionary<Guid, string> Parents,
    IReadOnlyList<(Guid Id, string Name)> Books
)
{
    /// <summary>Nobody stands below this unit, and it has no group.</summary>
    public bool IsEmpty => Units.Count == 0 && Groups.Count == 0;
}

/// <summary>Chooses, keeps and counts whom a directive is for.</summary>
internal static class Addressing
{
    public const string ReachName = "reach";
    public const string UnitName = "unit";
    public const string BookName = "book";

    /// <summary>More units than this are not ticked one by one.</summary>
    public const int MostTicked = 1000;

    /// <summary>Carries the error of the whole choice.</summary>
    public static readonly ChoiceField Whom = new("whom", "发给谁");
    public static readonly TextField SaveAs = new("saveAs", "把这次的范围存为常用")
    {
        Optional = true,
        Max = AddressBook.NameLength,
        Hint = "例如：山区各村。下次起草时可以直接选。",
    };

    /// <summary>Counted parts in which nobody serves who could sign.</summary>
    private static readonly string[] Nobody = [UnitKinds.VillagersGroup.Key, UnitKinds.Entrance.Key, UnitKinds.Class.Key];

    public static IQueryable<Unit> Below(Db db, Viewer viewer) =>
        DirectiveHere.InScope(db, viewer).Where(unit => unit.Id != viewer.UnitId && unit.ClosedOn == null && !Nobody.Contains(unit.Kind));

    public static async Task<AddressChoices> Choices(Db db, Viewer viewer)
    {
        var kinds = await Below(db, viewer).GroupBy(unit => unit.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToListAsync();
        var groups = await (
            from work in db.Set<Group>()
            join unit in DirectiveHere.InScope(db, viewer) on new { work.TenantId, work.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where work.TenantId == viewer.TenantId && work.SetUpOn != null && work.DissolvedOn == null
            group work by work.Kind into kind
            select new { kind.Key, Count = kind.Count() }
        ).ToListAsync();
        // Grids are ticked only where nothing greater stands below.
        var tickable = kinds.Exists(kind => kind.Key != UnitKinds.Grid.Key) ? kinds.Where(kind => kind.Key != UnitKinds.Grid.Key).ToList() : kinds;
        var names = tickable.Select(kind => kind.Key).ToList();
        List<UnitChoice> ticks =
            tickable.Sum(kind => kind.Count) > MostTicked
                ? []
                : await Below(db, viewer)
                    .Where(unit => names.Contains(unit.Kind))
                    .OrderBy(unit => unit.SortKey)
                    .ThenBy(unit => unit.Id)
                    .Select(unit => new UnitChoice(unit.Id, unit.ParentId, unit.Name, unit.Kind))
                    .ToListAsync();
        var parents = ticks.Select(unit => unit.ParentId).OfType<Guid>().Distinct().ToList();
        return new AddressChoices(
            [
                .. kinds
                    .OrderBy(kind => UnitKinds.Of(kind.Key).Order)
                    .Select(kind => new ReachChoice(AddressLine.UnitsOf + kind.Key, UnitKinds.Of(kind.Key).Name, kind.Count)),
            ],
            [.. groups.OrderBy(kind => kind.Key).Select(kind => new ReachChoice(ReachOf(kind.Key), GroupWords.Of(kind.Key), kind.Count))],
            ticks,
            await db
                .Units.Where(unit => unit.TenantId == viewer.TenantId && parents.Contains(unit.Id))
                .ToDictionaryAsync(unit => unit.Id, unit => unit.Name),
            (await Books(db, viewer).OrderBy(book => book.Name).Select(book => new { book.Id, book.Name }).ToListAsync()).ConvertAll(book =>
                (book.Id, book.Name)
            )
        );
    }

    /// <summary>The lines that are ticked; what the office may not choose is passed over. Fails the form when nobody is left.</summary>
    public static async Task<IReadOnlyList<(Guid UnitId, string Reach)>> Read(Form form, AddressChoices choices, Db db, Viewer viewer)
    {
        var ticked = form.Ids(UnitName).ToHashSet();
        var known = choices.Units.Concat(choices.Groups).Select(choice => choice.Reach).ToHashSet();
        var lines = choices.Ticks.Where(unit => ticked.Contains(unit.Id)).Select(unit => (unit.Id, AddressLine.Itself)).ToHashSet();
        lines.UnionWith(form.TypedAll(ReachName).Where(known.Contains).Select(reach => (viewer.UnitId, reach)));
        var books = form.Ids(BookName).Intersect(choices.Books.Select(book => book.Id)).ToList();
        if (books.Count > 0)
            lines.UnionWith((await Lines(db, viewer.TenantId, books)).Select(line => (line.UnitId, line.Reach)));
        if (lines.Count == 0)
            form.Fail(Whom, "还没有选发给谁，请勾选一类单位、工作群，或者逐个勾选。");
        return [.. lines];
    }

    /// <summary>These lines and no others stand for the directive; with a name they are kept for another time too.</summary>
    public static async Task Write(Db db, Viewer viewer, Guid ownerId, IReadOnlyList<(Guid UnitId, string Reach)> lines, string? saveAs)
    {
        db.RemoveRange(await Lines(db, viewer.TenantId, [ownerId]));
        Add(db, viewer.TenantId, ownerId, lines);
        if (saveAs is null)
            return;

        var book = await Books(db, viewer).SingleOrDefaultAsync(one => one.Name == saveAs);
        if (book is null)
            db.Add(
                book = new AddressBook
                {
                    TenantId = viewer.TenantId,
                    Id = Guid.CreateVersion7(),
                    UnitId = viewer.UnitId,
                    Name = saveAs,
                }
            );
        db.RemoveRange(await Lines(db, viewer.TenantId, [book.Id]));
        Add(db, viewer.TenantId, book.Id, lines);
    }

    /// <summary>Selections that the viewer's own unit has saved.</summary>
    public static IQueryable<AddressBook> Books(Db db, Viewer viewer) =>
        db.Set<AddressBook>().Where(book => book.TenantId == viewer.TenantId && book.UnitId == viewer.UnitId);

    public static Task<List<AddressLine>> Lines(Db db, string tenantId, IReadOnlyCollection<Guid> owners) =>
        db.Set<AddressLine>().Where(line => line.TenantId == tenantId && owners.Contains(line.OwnerId)).ToListAsync();

    /// <summary>The units that the lines of a directive mean today.</summary>
    public static IQueryable<Unit> Meant(Db db, Directive directive, Scope issuer) =>
        db.Units.Where(unit =>
            unit.TenantId == directive.TenantId
            && unit.ClosedOn == null
            && unit.Id != directive.UnitId
            && unit.Path.CompareTo(issuer.From) >= 0
            && unit.Path.CompareTo(issuer.To) < 0
            && db.Set<AddressLine>()
                .Any(line =>
                    line.TenantId == directive.TenantId
                    && line.OwnerId == directive.Id
                    && (line.Reach == AddressLine.Itself ? line.UnitId == unit.Id : line.Reach == AddressLine.UnitsOf + unit.Kind)
                )
        );

    /// <summary>The kinds of groups that the lines of a directive mean.</summary>
    public static async Task<IReadOnlyList<GroupKind>> GroupKinds(Db db, Directive directive)
    {
        var reaches = await db.Set<AddressLine>()
            .Where(line => line.TenantId == directive.TenantId && line.OwnerId == directive.Id && line.Reach != AddressLine.Itself)
            .Select(line => line.Reach)
            .ToListAsync();
        return [.. Enum.GetValues<GroupKind>().Where(kind => reaches.Contains(ReachOf(kind)))];
    }

    /// <summary>How many standing groups the lines of a directive mean today.</summary>
    public static async Task<int> CountGroups(Db db, Directive directive, Scope issuer)
    {
        var kinds = await GroupKinds(db, directive);
        if (kinds.Count == 0)
            return 0;

        return await db.Set<Group>()
            .CountAsync(work =>
                work.TenantId == directive.TenantId
                && kinds.Contains(work.Kind)
                && work.SetUpOn != null
                && work.DissolvedOn == null
                && db.Units.Any(unit =>
                    unit.TenantId == work.TenantId
                    && unit.Id == work.UnitId
                    && unit.Path.CompareTo(issuer.From) >= 0
                    && unit.Path.CompareTo(issuer.To) < 0
                )
            );
    }

    private static string ReachOf(GroupKind kind) => AddressLine.GroupsOf + GroupWords.KeyOf(kind);

    private static void Add(Db db, string tenantId, Guid ownerId, IEnumerable<(Guid UnitId, string Reach)> lines) =>
        db.AddRange(
            lines.Select(line => new AddressLine
            {
                TenantId = tenantId,
                OwnerId = ownerId,
                UnitId = line.UnitId,
                Reach = line.Reach,
            })
        );
}
