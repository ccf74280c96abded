using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Files;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Implementation;

/// <summary>One filing as the page shows it.</summary>
public sealed record FilingView(
    int Number,
    string? Text,
    Guid? FileId,
    string? FileName,
    DateTime FiledAt,
    DateOnly DueOn,
    bool IsLate,
    bool IsTakenBack,
    bool? IsApproved,
    string? Answer,
    DateTime? DecidedAt
);

/// <summary>One unit's own plan: where it stands, what was filed and what the office said, newest first.</summary>
public sealed record ImplementationView(
    CampaignHead Head,
    Guid UnitId,
    string UnitName,
    ImplementationState State,
    DateOnly DueOn,
    DateOnly Today,
    IReadOnlyList<FilingView> Filings,
    bool MayFile,
    bool MayDecide
)
{
    public string Href => $"{Head.Href}/implementation-plans/{UnitId}";

    public bool IsOwed => State is ImplementationState.Asked or ImplementationState.Returned;
}

internal static class ShowImplementationPlan
{
    private const int DaysToFileAgain = 3;

    internal static async Task<IResult> Get(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await UnitPlanHere.Read(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        // What was returned is corrected, not typed again.
        var known = here.Plan.IsOwed
            ? Form.Empty((FileImplementationPlan.Text.Name, here.Last?.Text))
            : Form.Empty(
                (
                    DecideImplementationPlan.DueOn.Name,
                    DecideImplementationPlan.DueOn.Show(
                        (await TenantCalendar.Load(db, viewer.TenantId)).AddWorkingDays(here.Campaign.Today, DaysToFileAgain)
                    )
                )
            );
        return await Page(here, db, known, null);
    }

    internal static async Task<IResult> Page(UnitPlanHere here, Db db, Form form, Refusal? refusal)
    {
        var (campaign, viewer) = (here.Campaign, here.Campaign.Viewer);
        var fileIds = here.Filings.Select(filing => filing.FileId).OfType<Guid>().ToList();
        var names = await db.Set<StoredFile>()
            .Where(file => file.TenantId == viewer.TenantId && fileIds.Contains(file.Id))
            .ToDictionaryAsync(file => file.Id, file => file.Name);
        var view = new ImplementationView(
            campaign.Head,
            here.Unit.Id,
            here.Unit.Name,
            here.Plan.State,
            here.Plan.DueOn,
            campaign.Today,
            [
                .. here.Filings.Select(filing => new FilingView(
                    filing.Number,
                    filing.Text,
                    filing.FileId,
                    filing.FileId is { } file ? names.GetValueOrDefault(file) : null,
                    filing.FiledAt,
                    filing.DueOn,
                    filing.IsLate,
                    filing.TakenBackAt is not null,
                    filing.IsApproved,
                    filing.Answer,
                    filing.DecidedAt
                )),
            ],
            campaign.IsRunning && viewer.May(PlansActs.FileImplementationPlans),
            campaign.IsRunning && campaign.IsOffice
        );
        return Platform.Page.Of<ImplementationPage>(
            new
            {
                View = view,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }
}
