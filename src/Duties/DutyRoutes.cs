using Wuzha.Duties.Board;
using Wuzha.Duties.Details;
using Wuzha.Duties.Lists;
using Wuzha.Duties.Work;
using Wuzha.Platform;

namespace Wuzha.Duties;

/// <summary>The pages and forms of duties.</summary>
internal static class DutyRoutes
{
    public static void Map(Pages pages)
    {
        pages.MapGet("/duties", ShowMyDuties.Get).Needs(DutiesActs.ReadDuties);
        pages.MapGet("/units/{id:guid}/duties", ShowUnitDuties.Get).Needs(DutiesActs.ReadDuties);
        pages.MapGet("/units/{id:guid}/duties.docx", ShowUnitDuties.Word).Needs(DutiesActs.ReadDuties);

        pages.MapGet("/campaigns/{id:guid}/board", ShowBoard.Get).Needs(DutiesActs.ReadDuties);

        pages.MapGet("/duties/{id:guid}", ShowDuty.Get).Needs(DutiesActs.ReadDuties);
        pages.MapGet("/duties/{id:guid}/measure", RebindDuty.Get).Needs(DutiesActs.DecideDuties);
        pages.MapPost("/duties/{id:guid}/measure", RebindDuty.Post).Needs(DutiesActs.DecideDuties);

        pages.MapGet("/assignments/{id:guid}", ShowAssignment.Get).Needs(DutiesActs.ReadDuties);
        pages.MapGet("/assignments/{id:guid}/periods/{day}", ShowPeriod.Get).Needs(DutiesActs.ReadDuties);
        pages.MapGet("/assignments/{id:guid}/work", RecordWork.Get).Needs(DutiesActs.RecordWork);
        pages.MapPost("/assignments/{id:guid}/work", RecordWork.Post).Needs(DutiesActs.RecordWork);
        pages.MapPost("/assignments/{id:guid}/work/{recordId:guid}/withdraw", WithdrawWork.Post).Needs(DutiesActs.RecordWork);
        pages.MapPost("/assignments/{id:guid}/doer", NameDoer.Post).Needs(DutiesActs.AnswerForDuties);
        pages.MapPost("/assignments/{id:guid}/doer/take-back", TakeDutyBack.Post).Needs(DutiesActs.AnswerForDuties);
        pages.MapGet("/assignments/{id:guid}/return", ReturnDuty.Get).Needs(DutiesActs.AnswerForDuties);
        pages.MapPost("/assignments/{id:guid}/return", ReturnDuty.Post).Needs(DutiesActs.AnswerForDuties);
        pages.MapGet("/assignments/{id:guid}/returns/{returnId:guid}", DecideReturn.Get).Needs(DutiesActs.DecideDuties);
        pages.MapPost("/assignments/{id:guid}/returns/{returnId:guid}", DecideReturn.Post).Needs(DutiesActs.DecideDuties);
        pages.MapGet("/assignments/{id:guid}/waive", WaiveDuty.Get).Needs(DutiesActs.DecideDuties);
        pages.MapPost("/assignments/{id:guid}/waive", WaiveDuty.Post).Needs(DutiesActs.DecideDuties);
        pages.MapPost("/assignments/{id:guid}/waivers/{waiverId:guid}/withdraw", WithdrawWaiver.Post).Needs(DutiesActs.DecideDuties);
    }
}
