using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.People;

/// <summary>Names of staff by id, opened for the screen.</summary>
internal static class PersonNames
{
    public static async Task<IReadOnlyDictionary<Guid, string>> Of(Db db, string tenant, Vault vault, IReadOnlyCollection<Guid> ids)
    {
        var wanted = ids.Where(id => id != Guid.Empty).Distinct().ToList();
        var sealedNames = await db
            .People.Where(person => person.TenantId == tenant && wanted.Contains(person.Id))
            .Select(person => new { person.Id, person.NameSealed })
            .ToListAsync();
        return sealedNames.ToDictionary(person => person.Id, person => vault.Open(person.NameSealed));
    }
}
