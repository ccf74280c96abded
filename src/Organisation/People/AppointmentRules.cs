using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.People;

/// <summary>Which role may be held at which kind of unit, and who may give it.</summary>
internal static class AppointmentRules
{
    private static readonly string[] Parts = [UnitKinds.Grid.Key, UnitKinds.VillagersGroup.Key, UnitKinds.Entrance.Key, UnitKinds.Class.Key];
    private static readonly string[] Authorities = [UnitKinds.County.Key, UnitKinds.Township.Key, UnitKinds.Department.Key];

    private static readonly Dictionary<string, Func<string, bool>> HeldAt = new()
    {
        [Roles.OfficeClerk.Key] = Authorities.Contains,
        [Roles.Leader.Key] = kind => kind == UnitKinds.County.Key || kind == UnitKinds.Township.Key,
        [Roles.Auditor.Key] = Authorities.Contains,
        [Roles.PoliceAnalyst.Key] = kind => kind == UnitKinds.PoliceStation.Key || kind == UnitKinds.Department.Key,
        [Roles.FirstResponsible.Key] = kind => !Parts.Contains(kind),
        [Roles.DirectResponsible.Key] = kind => !Parts.Contains(kind),
        [Roles.Liaison.Key] = kind => !Parts.Contains(kind),
        [Roles.Lecturer.Key] = kind => !Parts.Contains(kind),
        [Roles.GridChief.Key] = kind => kind == UnitKinds.Grid.Key,
        [Roles.GridOfficer.Key] = kind => kind == UnitKinds.Grid.Key,
        [Roles.BeatOfficer.Key] = kind => kind != UnitKinds.County.Key && kind != UnitKinds.Class.Key && kind != UnitKinds.Entrance.Key,
        [Roles.Teacher.Key] = kind => kind == UnitKinds.Class.Key || kind == UnitKinds.School.Key,
        [Roles.LobbyManager.Key] = kind => kind == UnitKinds.Bank.Key,
        [Roles.BuildingHead.Key] = kind => kind == UnitKinds.Entrance.Key || kind == UnitKinds.Grid.Key,
        [Roles.VisitingCadre.Key] = kind => kind == UnitKinds.Village.Key || kind == UnitKinds.Grid.Key || kind == UnitKinds.VillagersGroup.Key,
    };

    /// <summary>Roles that see a whole township or watch others; only the office gives them.</summary>
    private static readonly string[] GivenByOffice = [Roles.OfficeClerk.Key, Roles.Leader.Key, Roles.Auditor.Key, Roles.PoliceAnalyst.Key];

    /// <summary>Roles that can be held at such a unit. The three administrators are appointed by one another, never here.</summary>
    public static IEnumerable<Role> At(string unitKind) => Roles.All.Where(role => HeldAt.TryGetValue(role.Key, out var fits) && fits(unitKind));

    public static bool MayGive(Viewer viewer, string role) =>
        !Roles.IsAdministrator(role)
        && viewer.May(OrganisationActs.EditPeople)
        && (!GivenByOffice.Contains(role) || viewer.May(OrganisationActs.AppointToOffice));

    /// <summary>What one acts in now, and what ends anyway, is not ended.</summary>
    public static bool MayEnd(Viewer viewer, Guid appointmentId, string role, DateOnly? untilOn, DateOnly today) =>
        MayGive(viewer, role) && appointmentId != viewer.AppointmentId && (untilOn is null || untilOn > today);

    public static IReadOnlyList<Role> Offered(Viewer viewer, string unitKind) => [.. At(unitKind).Where(role => MayGive(viewer, role.Key))];
}
