using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Lecturers;

/// <summary>One lecturer on the filed roster of one unit.</summary>
/// <param name="Trainings">How many trainings of this campaign the lecturer attended for this unit.</param>
internal sealed record LecturerAt(Guid PersonId, Guid UnitId, string UnitName, string SortKey, string Post, int Trainings)
{
    /// <summary>The lecturers in the viewer's scope, by unit.</summary>
    public static IQueryable<LecturerAt> Of(CampaignHere here, Db db) =>
        db
            .Database.SqlQuery<LecturerAt>(
                $"""
                select e.person_id, e.unit_id, u.name as unit_name, u.sort_key, e.post,
                    (select cast(count(*) as int) from lecturer_training_attendees a where a.tenant_id = e.tenant_id
                       and a.campaign_id = e.campaign_id and a.person_id = e.person_id and a.unit_id = e.unit_id) as trainings
                from campaign_roster_entries e
                join campaign_rosters r on r.tenant_id = e.tenant_id and r.campaign_id = e.campaign_id and r.unit_id = e.unit_id
                join units u on u.tenant_id = e.tenant_id and u.id = e.unit_id
                where e.tenant_id = {here.Viewer.TenantId} and e.campaign_id = {here.Campaign.Id} and e.role = {Roles.Lecturer.Key}
                  and r.filed_fact_id is not null and u.path >= {LecturerScope(here).From} and u.path < {LecturerScope(here).To}
                """
            )
            .OrderBy(lecturer => lecturer.SortKey)
            .ThenBy(lecturer => lecturer.PersonId);

    /// <summary>A police station trains the lecturers of the whole campaign, so who records trainings sees them all by name; the others see their own.</summary>
    private static Platform.Units.Scope LecturerScope(CampaignHere here) =>
        here.Viewer.May(OrganisationActs.RecordTrainings) ? here.Issuer.Scope : here.Viewer.Scope;
}
