using Wuzha.Organisation;
using Wuzha.Platform;
using Wuzha.Platform.Identity;

namespace Wuzha.Web;

/// <summary>The role → acts table: the one place that says who may do what.</summary>
internal static class Permissions
{
    private static readonly Act[] Readers = [OrganisationActs.ReadUnits, OrganisationActs.ReadPeople, OrganisationActs.ReadGrids];

    /// <summary>Those who answer for a village or unit keep its own people and figures.</summary>
    private static readonly Act[] UnitKeepers =
    [
        .. Readers,
        OrganisationActs.EditUnitProfiles,
        OrganisationActs.EditPeople,
        OrganisationActs.RevealPhones,
    ];

    private static readonly Dictionary<string, Act[]> ByRole = new()
    {
        [Roles.OfficeClerk.Key] =
        [
            .. Readers,
            OrganisationActs.EditUnits,
            OrganisationActs.EditUnitProfiles,
            OrganisationActs.EditPeople,
            OrganisationActs.RevealPhones,
            OrganisationActs.ExportPhones,
            OrganisationActs.ImportUnitsAndPeople,
        ],
        [Roles.Leader.Key] = [.. Readers, OrganisationActs.RevealPhones],
        [Roles.FirstResponsible.Key] = [.. UnitKeepers],
        [Roles.DirectResponsible.Key] = [.. UnitKeepers],
        [Roles.Liaison.Key] = [.. UnitKeepers],
        [Roles.Lecturer.Key] = [.. Readers],
        [Roles.GridChief.Key] = [.. Readers, OrganisationActs.RevealPhones],
        [Roles.GridOfficer.Key] = [.. Readers],
        [Roles.BeatOfficer.Key] = [.. Readers, OrganisationActs.RevealPhones],
        [Roles.PoliceAnalyst.Key] = [.. Readers],
        [Roles.Teacher.Key] = [OrganisationActs.ReadUnits],
        [Roles.LobbyManager.Key] = [OrganisationActs.ReadUnits],
        [Roles.Auditor.Key] = [.. Readers],
        [Roles.SystemAdministrator.Key] = [],
        [Roles.SecurityAdministrator.Key] = [],
        [Roles.AuditAdministrator.Key] = [],
    };

    private static readonly Dictionary<string, IReadOnlySet<string>> KeysByRole = ByRole.ToDictionary(
        role => role.Key,
        IReadOnlySet<string> (role) => role.Value.Select(act => act.Key).ToHashSet()
    );

    private static readonly HashSet<string> Nothing = [];

    public static IReadOnlySet<string> ActsOf(string role) => KeysByRole.GetValueOrDefault(role, Nothing);
}
