using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

public sealed record SelectionRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>What it stands for: 全部村（社区）、泊云派出所.</summary>
    public required string Words { get; init; }

    /// <summary>Units that it means today.</summary>
    public required int Units { get; init; }

    /// <summary>Work groups that it means today.</summary>
    public required int Groups { get; init; }
}

/// <summary>常用发送范围: the selections that this unit has saved, and whom each means today.</summary>
internal static class ListSelections
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer)
    {
        var books = Addressing.Books(db, viewer);
        if (query.Search.Length > 0)
            books = books.Where(book => book.Name.Contains(query.Search));
        var listing = Listing<SelectionRow>.OfRows(await Rows(db, viewer, await books.OrderBy(book => book.Name).ToListAsync()), query, Columns);
        return query.AsSheet ? listing.AsSheet("常用范围", viewer) : Page.Of<SelectionListPage>(new { Listing = listing });
    }

    /// <summary>These selections with what stands behind them; units that were closed or moved away since are not counted.</summary>
    internal static async Task<IReadOnlyList<SelectionRow>> Rows(Db db, Viewer viewer, IReadOnlyList<AddressBook> books)
    {
        if (books.Count == 0)
            return [];

        var ids = books.Select(book => book.Id).ToList();
        var lines = (await Addressing.Lines(db, viewer.TenantId, ids)).ToLookup(line => line.OwnerId);
        var choices = await Addressing.Choices(db, viewer);
        var counts = choices.Units.Concat(choices.Groups).ToDictionary(choice => choice.Reach, choice => choice.Count);
        var named = await Addressing
            .Below(db, viewer)
            .Where(unit =>
                db.Set<AddressLine>()
                    .Any(line =>
                        line.TenantId == viewer.TenantId && line.Reach == AddressLine.Itself && line.UnitId == unit.Id && ids.Contains(line.OwnerId)
                    )
            )
            .OrderBy(unit => unit.SortKey)
            .ThenBy(unit => unit.Id)
            .Select(unit => new UnitChoice(unit.Id, unit.ParentId, unit.Name, unit.Kind))
            .ToListAsync();
        return [.. books.Select(book => Row(book, [.. lines[book.Id]], counts, named))];
    }

    private static SelectionRow Row(AddressBook book, AddressLine[] lines, Dictionary<string, int> counts, IReadOnlyList<UnitChoice> named)
    {
        var kinds = lines.Select(line => line.Reach).Where(reach => reach != AddressLine.Itself).Distinct().ToList();
        var ticked = lines.Where(line => line.Reach == AddressLine.Itself).Select(line => line.UnitId).ToHashSet();
        // A unit that its kind brings in already is not counted twice.
        var besides = named.Where(unit => ticked.Contains(unit.Id) && !kinds.Contains(AddressLine.UnitsOf + unit.Kind)).ToList();
        return new SelectionRow
        {
            Id = book.Id,
            Name = book.Name,
            Words = AddressLine.WordsOf(kinds, [.. besides.Select(unit => unit.Name)]),
            Units = besides.Count + kinds.Where(AddressLine.IsUnits).Sum(reach => counts.GetValueOrDefault(reach)),
            Groups = kinds.Where(reach => !AddressLine.IsUnits(reach)).Sum(reach => counts.GetValueOrDefault(reach)),
        };
    }

    private static readonly IReadOnlyList<Column<SelectionRow>> Columns =
    [
        new("name", "名称", row => row.Name) { Href = row => $"/directives/selections/{row.Id}" },
        new("words", "发给谁", row => row.Words) { OnCard = true },
        new("units", "单位（个）", row => row.Units) { Number = true, OnCard = true },
        new("groups", "工作群（个）", row => row.Groups) { Number = true, OnCard = true },
        new("act", "办理", _ => "改名、删除") { Href = row => $"/directives/selections/{row.Id}" },
    ];
}
