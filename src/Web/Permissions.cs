using Wuzha.Directives;
using Wuzha.Duties;
using Wuzha.Guard;
using Wuzha.Messaging;
using Wuzha.Organisation;
using Wuzha.Plans;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Links;
using Wuzha.Platform.Numbers;
using Wuzha.Platform.Privacy;
using Wuzha.Reports;

namespace Wuzha.Web;

/// <summary>The role → acts table: the one place that says who may do what.</summary>
internal static class Permissions
{
    private static readonly Act[] Readers =
    [
        OrganisationActs.ReadUnits,
        OrganisationActs.ReadPeople,
        OrganisationActs.ReadGrids,
        CalendarActs.Read,
        NumberActs.Open,
        GuardActs.ReadRules,
        GuardActs.FileSuggestions,
        GuardActs.ReadBurden,
        DirectivesActs.ReadDirectives,
        DirectivesActs.ReadGroups,
    ];

    /// <summary>Those who carry out duties: of their own unit, or named for one.</summary>
    private static readonly Act[] Doers = [DutiesActs.ReadDuties, DutiesActs.RecordWork];

    /// <summary>Those who answer for a village or unit file its rosters, sign its letters, and say what it puts in.</summary>
    private static readonly Act[] CampaignUnits =
    [
        OrganisationActs.ReadCampaigns,
        OrganisationActs.EditCampaignBodies,
        OrganisationActs.FileRosters,
        OrganisationActs.ClaimResponsibility,
        OrganisationActs.EditResources,
        DirectivesActs.SignReceipts,
        DirectivesActs.PassOnDirectives,
        DirectivesActs.RelayDirectives,
        DirectivesActs.EditGroups,
        PlansActs.ReadImplementationPlans,
        PlansActs.FileImplementationPlans,
        .. Doers,
        DutiesActs.AnswerForDuties,
        ReportsActs.ReadBulletins,
    ];

    /// <summary>Those who answer for a village or unit keep its own people and figures.</summary>
    private static readonly Act[] UnitKeepers =
    [
        .. Readers,
        OrganisationActs.EditUnitProfiles,
        OrganisationActs.EditPeople,
        OrganisationActs.RevealPhones,
        MessagingActs.ReadReminders,
        MessagingActs.AnswerReminders,
    ];

    private static readonly Dictionary<string, Act[]> ByRole = new()
    {
        [Roles.OfficeClerk.Key] =
        [
            .. Readers,
            OrganisationActs.EditUnits,
            OrganisationActs.EditUnitProfiles,
            OrganisationActs.EditPeople,
            OrganisationActs.AppointToOffice,
            OrganisationActs.RevealPhones,
            OrganisationActs.ExportPhones,
            OrganisationActs.ImportUnitsAndPeople,
            .. CampaignUnits,
            OrganisationActs.EditCampaigns,
            DutiesActs.DecideDuties,
            OrganisationActs.RecordTrainings,
            DirectivesActs.IssueDirectives,
            CalendarActs.Edit,
            LinkActs.Manage,
            PrivacyActs.Read,
            MessagingActs.ReadOutgoing,
            MessagingActs.ManageOutgoing,
            MessagingActs.ReadReminders,
            MessagingActs.ManageReminders,
            GuardActs.ReadSuggestions,
            GuardActs.AnswerSuggestions,
            GuardActs.EditCeiling,
            PlansActs.ReadPlans,
            PlansActs.EditPlans,
            PlansActs.ActivatePlans,
            PlansActs.DecideImplementationPlans,
            ReportsActs.IssueBulletins,
        ],
        [Roles.Leader.Key] =
        [
            .. Readers,
            MessagingActs.ReadReminders,
            OrganisationActs.ReadCampaigns,
            DutiesActs.ReadDuties,
            OrganisationActs.RevealPhones,
            PlansActs.ReadPlans,
            PlansActs.ReadImplementationPlans,
            DirectivesActs.ApproveDirectives,
            ReportsActs.ReadBulletins,
        ],
        [Roles.FirstResponsible.Key] = [.. UnitKeepers, .. CampaignUnits],
        [Roles.DirectResponsible.Key] = [.. UnitKeepers, .. CampaignUnits],
        [Roles.Liaison.Key] = [.. UnitKeepers, .. CampaignUnits],
        [Roles.Lecturer.Key] = [.. Readers, .. Doers, OrganisationActs.ReadCampaigns, OrganisationActs.ClaimResponsibility],
        [Roles.GridChief.Key] =
        [
            .. Readers,
            .. Doers,
            OrganisationActs.ReadCampaigns,
            OrganisationActs.RevealPhones,
            DirectivesActs.SignReceipts,
            DirectivesActs.RelayDirectives,
        ],
        [Roles.GridOfficer.Key] = [.. Readers, .. Doers, OrganisationActs.ReadCampaigns, DirectivesActs.SignReceipts, DirectivesActs.RelayDirectives],
        [Roles.BeatOfficer.Key] =
        [
            .. Readers,
            .. Doers,
            OrganisationActs.ReadCampaigns,
            OrganisationActs.RecordTrainings,
            OrganisationActs.RevealPhones,
            DirectivesActs.RelayDirectives,
        ],
        [Roles.PoliceAnalyst.Key] = [.. Readers, .. Doers, OrganisationActs.ReadCampaigns, OrganisationActs.RecordTrainings],
        [Roles.Teacher.Key] =
        [
            OrganisationActs.ReadUnits,
            .. Doers,
            GuardActs.FileSuggestions,
            DirectivesActs.ReadDirectives,
            DirectivesActs.RelayDirectives,
        ],
        [Roles.LobbyManager.Key] = [OrganisationActs.ReadUnits, .. Doers, GuardActs.FileSuggestions],
        [Roles.Auditor.Key] =
        [
            .. Readers,
            GuardActs.ReadSuggestions,
            OrganisationActs.ReadCampaigns,
            DutiesActs.ReadDuties,
            MessagingActs.ReadOutgoing,
            MessagingActs.ReadReminders,
            PrivacyActs.Read,
            PlansActs.ReadPlans,
            PlansActs.ReadImplementationPlans,
            ReportsActs.ReadBulletins,
        ],
        [Roles.SystemAdministrator.Key] = [IdentityActs.ManageAccounts, IdentityActs.EditInstallation, IdentityActs.ReadHealth],
        [Roles.SecurityAdministrator.Key] =
        [
            IdentityActs.ApproveAccounts,
            IdentityActs.ReadPermissions,
            IdentityActs.EditSecurityPolicy,
            PrivacyActs.Read,
        ],
        [Roles.AuditAdministrator.Key] = [IdentityActs.ReadAudit, PrivacyActs.Read],
    };

    private static readonly Dictionary<string, IReadOnlySet<string>> KeysByRole = ByRole.ToDictionary(
        role => role.Key,
        IReadOnlySet<string> (role) => role.Value.Select(act => act.Key).ToHashSet()
    );

    private static readonly HashSet<string> Nothing = [];

    public static IReadOnlyList<Act> Named(string role) => ByRole.GetValueOrDefault(role, []);

    public static IReadOnlySet<string> ActsOf(string role) => KeysByRole.GetValueOrDefault(role, Nothing);
}
