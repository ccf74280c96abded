using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Groups;

/// <summary>Puts a person, or whoever holds a post, into a body.</summary>
internal static class FillSeat
{
    internal static async Task<IResult> Post(Guid id, Guid bodyId, Guid? from, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await BodyHere.Edit(id, bodyId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var unit = EditBody.From(await BodyHere.Places(db, here.Campaign), here, from);
        var people = await CampaignPeople.Serving(db, unit, vault, here.Campaign.Today);
        var kind = form.Read(EditBody.SeatOf(here.Body.Kind));
        var person = form.Read(SeatForm.Person.With(people.Select(one => (one.Id.ToString(), one.Choice))));
        var (post, fromOn, seconded) = (form.Read(SeatForm.Post), form.Read(SeatForm.FromOn), form.Read(SeatForm.Seconded));
        if (person is null && post is null && !form.Failed)
            form.Fail(SeatForm.Person, "请选择人员，或者写明按哪个职务确定。");
        if (form.Failed)
            return await EditBody.Show(here, db, vault, form, from);

        var personId = person is null ? (Guid?)null : Guid.Parse(person);
        var seat = Enum.Parse<SeatKind>(kind!);
        var seats = await here.Seats(db);
        if (here.Body.Seats(seats, seat, personId) is { } no)
            return await EditBody.Show(here, db, vault, form, from, no);

        db.Add(
            new CampaignSeat
            {
                TenantId = viewer.TenantId,
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                CampaignId = id,
                BodyId = bodyId,
                Kind = seat,
                PersonId = personId,
                Post = post ?? people.FirstOrDefault(one => one.Id == personId)?.Post,
                FromUnitId = seconded && personId is not null ? unit.Id : null,
                FromOn = fromOn!.Value,
                Position = seats.Count == 0 ? 1 : seats.Max(one => one.Position) + 1,
            }
        );
        here.Body.Version++;
        db.Record(viewer, new CampaignBodyChanged(id, bodyId, here.Body.UnitId), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/groups/{bodyId}?from={unit.Id}", "已添加。");
    }
}

/// <summary>免去: yesterday was the last day, so that the list is right at once.</summary>
internal static class VacateSeat
{
    internal static async Task<IResult> Post(Guid id, Guid bodyId, Guid seatId, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await BodyHere.Edit(id, bodyId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var seat = await db.Set<CampaignSeat>()
            .SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.BodyId == bodyId && one.Id == seatId);
        if (seat is null)
            return Refusal.NotFound.AsPage();
        if (seat.Vacate(here.Campaign.Today.AddDays(-1)) is { } no)
            return await EditBody.Show(here, db, vault, EditBody.Blank(here), null, no);

        here.Body.Version++;
        db.Record(viewer, new CampaignBodyChanged(id, bodyId, here.Body.UnitId), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/groups/{bodyId}", "已免去。");
    }
}
