using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Groups;

/// <summary>One printed line of a body's list.</summary>
public sealed record SeatLine(Guid Id, string Seat, string? Name, string? Post, string? FromUnit, DateOnly FromOn, DateOnly? UntilOn);

public sealed record BodyView(Guid Id, BodyKind Kind, string Name, string UnitName, string? Duties, bool MayEdit, IReadOnlyList<SeatLine> Seats);

/// <summary>谁负责？ The leading group, its offices, the headquarters, the working groups.</summary>
internal static class ListBodies
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        return Page.Of<BodyListPage>(
            new
            {
                here.Head,
                Bodies = await Bodies(db, here, BodyHere.Seen(db, here), vault),
                MayAddOwn = !here.MayEdit && viewer.May(OrganisationActs.EditCampaignBodies) && await here.UnitOf(db, viewer.UnitId) is not null,
            }
        );
    }

    internal static async Task<IReadOnlyList<BodyView>> Bodies(Db db, CampaignHere here, IQueryable<CampaignBody> bodies, Vault vault)
    {
        var tenant = here.Viewer.TenantId;
        var rows = await (
            from body in bodies
            join unit in db.Units on new { body.TenantId, Id = body.UnitId } equals new { unit.TenantId, unit.Id }
            orderby body.Kind, unit.SortKey, body.Position
            select new { Body = body, UnitName = unit.Name }
        ).ToListAsync();
        var seats = await (
            from seat in db.Set<CampaignSeat>()
            where seat.TenantId == tenant && seat.CampaignId == here.Campaign.Id
            join unit in db.Units on new { seat.TenantId, Id = seat.FromUnitId } equals new { unit.TenantId, Id = (Guid?)unit.Id } into units
            from unit in units.DefaultIfEmpty()
            orderby seat.Kind, seat.Position
            select new { Seat = seat, FromUnit = unit.Name }
        ).ToListAsync();
        var people = await CampaignPeople.Of(db, tenant, vault, seats.Select(row => row.Seat.PersonId).OfType<Guid>());
        var current = seats.Where(row => row.Seat.IsCurrent(here.Today)).ToLookup(row => row.Seat.BodyId);
        return
        [
            .. rows.Select(row => new BodyView(
                row.Body.Id,
                row.Body.Kind,
                row.Body.Name,
                row.UnitName,
                row.Body.Duties,
                BodyHere.MayEdit(here, row.Body.Kind, row.Body.UnitId),
                [.. current[row.Body.Id].Select(one => Line(row.Body.Kind, one.Seat, one.FromUnit, people))]
            )),
        ];
    }

    private static SeatLine Line(BodyKind kind, CampaignSeat seat, string? fromUnit, IReadOnlyDictionary<Guid, PersonLine> people)
    {
        var person = seat.PersonId is { } personId ? people.GetValueOrDefault(personId, PersonLine.Unknown) : null;
        return new SeatLine(
            seat.Id,
            CampaignBody.SeatName(kind, seat.Kind),
            person?.Name,
            seat.Post ?? person?.Post,
            fromUnit,
            seat.FromOn,
            seat.UntilOn
        );
    }
}
