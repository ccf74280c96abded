using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Claims;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Groups;
using Wuzha.Organisation.Lecturers;
using Wuzha.Organisation.Resources;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Campaigns;

/// <summary>One unit in one campaign: where it stands with everything it was asked for, and its own working group.</summary>
public sealed record ParticipantView(
    CampaignHead Head,
    Guid UnitId,
    string UnitName,
    DateOnly? RostersDueOn,
    DateOnly? FiledOn,
    bool IsAsked,
    bool IsLate,
    LecturerRow? Lecturers,
    ClaimCount? Claims,
    IReadOnlyList<ResourceRow> Resources,
    IReadOnlyList<BodyView> Groups
);

internal static class ShowParticipant
{
    internal static async Task<IResult> Get(Guid id, Guid unitId, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await RosterHere.Read(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var campaign = here.Campaign;
        var view = new ParticipantView(
            campaign.Head,
            unitId,
            here.Unit.Name,
            campaign.Campaign.RostersDueOn,
            here.Roster?.FiledOn,
            here.Roster is { IsAsked: true },
            campaign.Today > campaign.Campaign.RostersDueOn,
            (await ListLecturers.Rows(campaign, db)).FirstOrDefault(row => row.Count.UnitId == unitId),
            await ListClaims.Counts(campaign, db).SingleOrDefaultAsync(row => row.UnitId == unitId),
            await ListResources.Rows(campaign, db).Where(row => row.UnitId == unitId).OrderBy(row => row.Id).ToListAsync(),
            await ListBodies.Bodies(db, campaign, BodyHere.Seen(db, campaign).Where(body => body.UnitId == unitId), vault)
        );
        return Page.Of<ParticipantPage>(new { View = view });
    }
}
