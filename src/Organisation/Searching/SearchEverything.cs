using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
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

public sealed record SearchView(string Words, IReadOnlyList<FoundUnit> Units, IReadOnlyList<FoundPerson> People);

/// <summary>The search of the top bar: units by words of their name, people by whole name, whole phone or its last four digits.</summary>
internal static class SearchEverything
{
    private const int Most = 30;

    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer, Vault vault, TimeProvider clock)
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
                    ]
                ),
            }
        );
    }
}
