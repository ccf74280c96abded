using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Units;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>增加任职, first step: at which unit. The second is <see cref="AddPerson"/>.</summary>
internal static class ChooseUnit
{
    private const int MostFound = 50;

    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, Vault vault)
    {
        if (await PeopleInScope.Find(db, viewer, id) is not { } person)
            return Refusal.NotFound.AsPage();

        return Page.Of<ChooseUnitPage>(
            new
            {
                PersonId = id,
                Name = vault.Open(person.NameSealed),
                Query = query,
                Found = await ListUnits.Find(db, viewer, query.Search, withClosed: false, MostFound),
            }
        );
    }
}
