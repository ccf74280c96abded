using Wuzha.Organisation.Grids;
using Wuzha.Organisation.Imports;
using Wuzha.Organisation.People;
using Wuzha.Organisation.Searching;
using Wuzha.Organisation.Units;
using Wuzha.Platform;
using Wuzha.Platform.Imports;

namespace Wuzha.Organisation;

/// <summary>The addresses of units, people and grids.</summary>
internal static class UnitRoutes
{
    public static void Map(Pages pages)
    {
        pages.MapGet("/units", ListUnits.Get).Needs(OrganisationActs.ReadUnits);
        pages.MapGet("/units/new", OpenUnit.Get).Needs(OrganisationActs.EditUnits);
        pages.MapPost("/units", OpenUnit.Post).Needs(OrganisationActs.EditUnits);
        pages.MapGet("/units/{id:guid}", ShowUnit.Get).Needs(OrganisationActs.ReadUnits);
        pages.MapGet("/units/{id:guid}/profile", ShowUnitProfile.Get).Needs(OrganisationActs.ReadUnits);
        pages.MapGet("/units/{id:guid}/profile/edit", EditUnitProfile.Get).Needs(OrganisationActs.EditUnitProfiles);
        pages.MapPost("/units/{id:guid}/profile", EditUnitProfile.Post).Needs(OrganisationActs.EditUnitProfiles);
        pages.MapGet("/units/{id:guid}/history", ShowUnitHistory.Get).Needs(OrganisationActs.ReadUnits);
        pages.MapGet("/units/{id:guid}/rename", RenameUnit.Get).Needs(OrganisationActs.EditUnits);
        pages.MapPost("/units/{id:guid}/rename", RenameUnit.Post).Needs(OrganisationActs.EditUnits);
        pages.MapGet("/units/{id:guid}/move", MoveUnit.Get).Needs(OrganisationActs.EditUnits);
        pages.MapPost("/units/{id:guid}/move", MoveUnit.Post).Needs(OrganisationActs.EditUnits);
        pages.MapGet("/units/{id:guid}/close", CloseUnit.Get).Needs(OrganisationActs.EditUnits);
        pages.MapPost("/units/{id:guid}/close", CloseUnit.Post).Needs(OrganisationActs.EditUnits);
        pages.MapPost("/units/{id:guid}/reopen", ReopenUnit.Post).Needs(OrganisationActs.EditUnits);

        pages.MapGet("/people", ListPeople.Get).Needs(OrganisationActs.ReadPeople);
        pages.MapPost("/people/phones", ExportPhones.Post).Needs(OrganisationActs.ExportPhones);
        pages.MapGet("/people/new", AddPerson.Get).Needs(OrganisationActs.EditPeople);
        pages.MapPost("/people", AddPerson.Post).Needs(OrganisationActs.EditPeople);
        pages.MapGet("/people/{id:guid}", ShowPerson.Get).Needs(OrganisationActs.ReadPeople);
        pages.MapGet("/people/{id:guid}/edit", EditPerson.Get).Needs(OrganisationActs.EditPeople);
        pages.MapPost("/people/{id:guid}", EditPerson.Post).Needs(OrganisationActs.EditPeople);
        pages.MapPost("/people/{id:guid}/phone", RevealPhone.Post).Needs(OrganisationActs.RevealPhones);
        pages.MapGet("/people/{id:guid}/appointments/new", ChooseUnit.Get).Needs(OrganisationActs.EditPeople);
        pages.MapGet("/appointments/{id:guid}/end", EndAppointment.Get).Needs(OrganisationActs.EditPeople);
        pages.MapPost("/appointments/{id:guid}/end", EndAppointment.Post).Needs(OrganisationActs.EditPeople);
        pages.MapGet("/appointments/{id:guid}/hand-over", HandOver.Get).Needs(OrganisationActs.EditPeople);
        pages.MapPost("/appointments/{id:guid}/hand-over", HandOver.Post).Needs(OrganisationActs.EditPeople);

        pages.MapGet("/grids", ListGrids.Get).Needs(OrganisationActs.ReadGrids);
        pages.MapGet("/grids/unowned", ListUnowned.Get).Needs(OrganisationActs.ReadGrids);

        pages.MapImport("/imports/units", ImportUnits.Plan).Needs(OrganisationActs.ImportUnitsAndPeople);
        pages.MapImport("/imports/people", ImportPeople.Plan).Needs(OrganisationActs.ImportUnitsAndPeople);
        pages.MapImport("/imports/rosters", ImportRosters.Plan).Needs(OrganisationActs.ImportUnitsAndPeople);
        pages.MapImport("/imports/grids", ImportGrids.Plan).Needs(OrganisationActs.ImportUnitsAndPeople);

        pages.MapGet("/search", SearchEverything.Get).Needs(OrganisationActs.ReadUnits);
    }
}
