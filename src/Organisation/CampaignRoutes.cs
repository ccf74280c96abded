using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Claims;
using Wuzha.Organisation.Groups;
using Wuzha.Organisation.Lecturers;
using Wuzha.Organisation.Resources;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform;

namespace Wuzha.Organisation;

/// <summary>The pages and forms of campaigns.</summary>
internal static class CampaignRoutes
{
    public static void Map(Pages pages)
    {
        pages.MapGet("/campaigns", ListCampaigns.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/new", DraftCampaign.Get).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns", DraftCampaign.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapGet("/campaigns/{id:guid}", ShowCampaign.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/edit", EditCampaign.Get).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/edit", EditCampaign.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/start", StartCampaign.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/end", EndCampaign.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/resume", ResumeCampaign.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapGet("/campaigns/{id:guid}/stages/new", AddStage.Get).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/stages", AddStage.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapGet("/campaigns/{id:guid}/stages/{stageId:guid}", EditStage.Get).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/stages/{stageId:guid}", EditStage.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/stages/{stageId:guid}/remove", RemoveStage.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapGet("/campaigns/{id:guid}/units", ListParticipants.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/units/{unitId:guid}", ShowParticipant.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapPost("/campaigns/{id:guid}/units/{unitId:guid}/exclude", ExcludeUnit.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/units/{unitId:guid}/include", IncludeUnit.Post).Needs(OrganisationActs.EditCampaigns);

        pages.MapGet("/campaigns/{id:guid}/groups", ListBodies.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/groups.xlsx", ExportBodies.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/groups.docx", ExportBodies.Word).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/groups/new", AddBody.Get).Needs(OrganisationActs.EditCampaignBodies);
        pages.MapPost("/campaigns/{id:guid}/groups", AddBody.Post).Needs(OrganisationActs.EditCampaignBodies);
        pages.MapGet("/campaigns/{id:guid}/groups/{bodyId:guid}", EditBody.Get).Needs(OrganisationActs.EditCampaignBodies);
        pages.MapPost("/campaigns/{id:guid}/groups/{bodyId:guid}", EditBody.Post).Needs(OrganisationActs.EditCampaignBodies);
        pages.MapPost("/campaigns/{id:guid}/groups/{bodyId:guid}/dissolve", DissolveBody.Post).Needs(OrganisationActs.EditCampaignBodies);
        pages.MapPost("/campaigns/{id:guid}/groups/{bodyId:guid}/seats", FillSeat.Post).Needs(OrganisationActs.EditCampaignBodies);
        pages
            .MapPost("/campaigns/{id:guid}/groups/{bodyId:guid}/seats/{seatId:guid}/vacate", VacateSeat.Post)
            .Needs(OrganisationActs.EditCampaignBodies);

        pages.MapGet("/campaigns/{id:guid}/rosters", ListRosters.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/rosters/ask", AskRosters.Get).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/rosters/ask", AskRosters.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapGet("/campaigns/{id:guid}/rosters/annex", ExportRoster.Get).Needs(OrganisationActs.ExportPhones);
        pages.MapPost("/campaigns/{id:guid}/rosters/annex", ExportRoster.Post).Needs(OrganisationActs.ExportPhones);
        pages.MapGet("/campaigns/{id:guid}/rosters/{unitId:guid}", ShowRoster.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapPost("/campaigns/{id:guid}/rosters/{unitId:guid}/entries", AddRosterEntry.Post).Needs(OrganisationActs.FileRosters);
        pages
            .MapPost("/campaigns/{id:guid}/rosters/{unitId:guid}/entries/{entryId:guid}/remove", RemoveRosterEntry.Post)
            .Needs(OrganisationActs.FileRosters);
        pages.MapPost("/campaigns/{id:guid}/rosters/{unitId:guid}/file", FileRoster.Post).Needs(OrganisationActs.FileRosters);
        pages.MapPost("/campaigns/{id:guid}/rosters/{unitId:guid}/withdraw", WithdrawRoster.Post).Needs(OrganisationActs.FileRosters);
        pages.MapGet("/campaigns/{id:guid}/duties", ShowDuties.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/duties/{role}/edit", EditDuties.Get).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/duties/{role}/edit", EditDuties.Post).Needs(OrganisationActs.EditCampaigns);

        pages.MapGet("/campaigns/{id:guid}/lecturers", ListLecturers.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/lecturers/untrained", ListUntrained.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/trainings", ListTrainings.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/trainings/new", RecordTraining.Get).Needs(OrganisationActs.RecordTrainings);
        pages.MapPost("/campaigns/{id:guid}/trainings", RecordTraining.Post).Needs(OrganisationActs.RecordTrainings);
        pages.MapGet("/campaigns/{id:guid}/trainings/{trainingId:guid}", ShowTraining.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapPost("/campaigns/{id:guid}/trainings/{trainingId:guid}/attendees", AddAttendees.Post).Needs(OrganisationActs.RecordTrainings);
        pages
            .MapPost("/campaigns/{id:guid}/trainings/{trainingId:guid}/attendees/remove", RemoveAttendee.Post)
            .Needs(OrganisationActs.RecordTrainings);
        pages.MapPost("/campaigns/{id:guid}/trainings/{trainingId:guid}/withdraw", WithdrawTraining.Post).Needs(OrganisationActs.RecordTrainings);

        pages.MapGet("/campaigns/{id:guid}/resources", ListResources.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/resources/new", RecordResource.Get).Needs(OrganisationActs.EditResources);
        pages.MapPost("/campaigns/{id:guid}/resources", RecordResource.Post).Needs(OrganisationActs.EditResources);
        pages.MapGet("/campaigns/{id:guid}/resources/{resourceId:guid}", EditResource.Get).Needs(OrganisationActs.EditResources);
        pages.MapPost("/campaigns/{id:guid}/resources/{resourceId:guid}", EditResource.Post).Needs(OrganisationActs.EditResources);
        pages.MapPost("/campaigns/{id:guid}/resources/{resourceId:guid}/remove", RemoveResource.Post).Needs(OrganisationActs.EditResources);

        pages.MapGet("/campaigns/{id:guid}/responsibility", ListClaims.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/responsibility/sign", SignLetter.Get).Needs(OrganisationActs.ClaimResponsibility);
        pages.MapPost("/campaigns/{id:guid}/responsibility/sign", SignLetter.Post).Needs(OrganisationActs.ClaimResponsibility);
        pages.MapGet("/campaigns/{id:guid}/responsibility/{unitId:guid}", ShowUnitClaims.Get).Needs(OrganisationActs.ReadCampaigns);
        pages.MapGet("/campaigns/{id:guid}/responsibility/claims/{claimId:guid}", ShowClaim.Get).Needs(OrganisationActs.ReadCampaigns);
        pages
            .MapPost("/campaigns/{id:guid}/responsibility/claims/{claimId:guid}/withdraw", WithdrawClaim.Post)
            .Needs(OrganisationActs.ClaimResponsibility);
        pages.MapGet("/campaigns/{id:guid}/letters", ListLetters.Get).Needs(OrganisationActs.EditCampaigns);
        pages.MapGet("/campaigns/{id:guid}/letters/{role}", WriteLetter.Get).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/letters/{role}", WriteLetter.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/letters/close", CloseLetters.Post).Needs(OrganisationActs.EditCampaigns);
        pages.MapPost("/campaigns/{id:guid}/letters/open", OpenLetters.Post).Needs(OrganisationActs.EditCampaigns);
    }
}
