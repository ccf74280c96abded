using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.People;
using Wuzha.Organisation.Units;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Searching;

public sealed record FoundPerson(Guid Id, string Name, string UnitName, string RoleName, string? MaskedPhone);

/// <param name="Others">What the other modules found, by heading.</param>
public sealed record SearchView(
    string Words,
    IReadOnlyList<FoundUnit> Units,
    IReadOnlyList<FoundPerson> People,
    IReadOnlyList<(string Heading, IReadOnlyList<Found> Found)> Others
);

/// <summary>The search of the top bar: units by words of their name, people by whole name, whole phone or its last four digits, and what the modules add.</summary>
internal static class SearchEverything
{
    private const int Most = 30;

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, IEnumerable<SearchSource> sources, TimeProvider clock)
    {
        var units = query.Search.Length == 0 ? [] : await ListUnits.Find(db, viewer, query.Search, withClosed: true, Most);
        var people =
            query.Search.Length == 0 || !viewer.May(OrganisationActs.ReadPeople)
                ? []
                : await ListPeople
                    .Rows(db, viewer, vault, query, null, LocalDay.Today(clock))
                    .OrderBy(row => row.UnitSortKey)
                    .Take(Most)
                    .ToListAsync();
        var others = new List<(string, IReadOnlyList<Found>)>();
        foreach (var source in query.Search.Length == 0 ? [] : sources.Where(source => viewer.May(source.Act)))
            others.Add((source.Heading, await source.Find(new SearchQuestion(db, viewer, query.Search, LocalDay.Today(clock), Most))));
        return Page.Of<SearchPage>(
            new
            {
                View = new SearchView(
                    query.Search,
                    units,
                    [
                        .. people.Select(row => new FoundPerson(
                            row.PersonId,
                            vault.Open(row.NameSealed),
                            row.UnitName,
                            Roles.Of(row.Role).Name,
                            row.PhoneSealed is null ? null : Mask.Phone(vault.Open(row.PhoneSealed))
                        )),
                    ],
                    [.. others.Where(other => other.Item2.Count > 0)]
                ),
            }
        );
    }
}
