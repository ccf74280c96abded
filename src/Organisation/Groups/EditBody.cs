using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Groups;

/// <summary>The fields of a seat.</summary>
public static class SeatForm
{
    public static readonly ChoiceField Seat = new("seat", "职位");
    public static readonly ChoiceField Person = new("person", "人员") { Optional = true, Hint = "从所选单位的在任人员中选；按职务确定的不选" };
    public static readonly TextField Post = new("post", "职务")
    {
        Max = 60,
        Optional = true,
        Hint = "例如：镇党委副书记；按职务确定的写“各村党支部书记”这样",
    };
    public static readonly DayField FromOn = new("fromOn", "开始日期");
    public static readonly FlagField Seconded = new("seconded", "从所选单位抽调");
}

/// <summary>What the page of one body needs.</summary>
/// <param name="From">The unit whose people are offered.</param>
public sealed record BodyEdit(
    CampaignHead Head,
    BodyView Body,
    ChoiceField Unit,
    ChoiceField Seat,
    ChoiceField Person,
    IReadOnlyList<(Guid Id, string Name)> Units,
    Guid From,
    bool OfficeEdits
);

internal static class EditBody
{
    internal static async Task<IResult> Get(Guid id, Guid bodyId, Guid? from, Db db, Viewer viewer, Vault vault, TimeProvider clock) =>
        (await BodyHere.Edit(id, bodyId, db, viewer, clock)).Is(out var here, out var refusal)
            ? await Show(here, db, vault, Blank(here), from)
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Guid bodyId, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await BodyHere.Edit(id, bodyId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var (name, duties) = (form.Read(BodyForm.Name), form.Read(BodyForm.Duties));
        var unit = here.Campaign.MayEdit ? form.Read(BodyForm.UnitAmong(await BodyHere.Places(db, here.Campaign))) : null;
        if (form.Failed)
            return await Show(here, db, vault, form, null);

        var body = here.Body;
        (body.Name, body.Duties) = (name!, duties);
        if (unit is not null && body.Kind != BodyKind.UnitGroup)
            body.UnitId = Guid.Parse(unit);
        body.Version++;
        db.Record(viewer, new CampaignBodyChanged(id, bodyId, body.UnitId), id);
        await db.SaveChangesAsync();
        return Platform.Page.Done($"/campaigns/{id}/groups/{bodyId}", "已保存。");
    }

    internal static Form Blank(BodyHere here) =>
        Form.Empty(
            (BodyForm.Name.Name, here.Body.Name),
            (BodyForm.Duties.Name, here.Body.Duties),
            (BodyForm.Unit.Name, here.Body.UnitId.ToString()),
            (SeatForm.FromOn.Name, SeatForm.FromOn.Show(here.Campaign.Today))
        );

    internal static ChoiceField SeatOf(BodyKind kind) =>
        SeatForm.Seat.With(CampaignBody.SeatsOf(kind).Select(seat => (seat.ToString(), CampaignBody.SeatName(kind, seat))));

    /// <summary>The unit whose people are offered; only units of the campaign can be named.</summary>
    internal static Unit From(IReadOnlyList<Unit> places, BodyHere here, Guid? from) =>
        here.Campaign.MayEdit ? places.FirstOrDefault(unit => unit.Id == from) ?? here.Campaign.Issuer : here.Unit;

    internal static async Task<IResult> Show(BodyHere here, Db db, Vault vault, Form form, Guid? from, Refusal? refusal = null)
    {
        var places = await BodyHere.Places(db, here.Campaign);
        var unit = From(places, here, from);
        var people = await CampaignPeople.Serving(db, unit, vault, here.Campaign.Today);
        var bodies = await ListBodies.Bodies(
            db,
            here.Campaign,
            db.Set<CampaignBody>().Where(body => body.TenantId == here.Body.TenantId && body.Id == here.Body.Id),
            vault
        );
        var view = new BodyEdit(
            here.Campaign.Head,
            bodies.Single(),
            BodyForm.UnitAmong(places),
            SeatOf(here.Body.Kind),
            SeatForm.Person.With(people.Select(person => (person.Id.ToString(), person.Choice))),
            here.Campaign.MayEdit ? [.. places.Select(place => (place.Id, place.Name))] : [],
            unit.Id,
            here.Campaign.MayEdit
        );
        return Platform.Page.Of<BodyPage>(
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

/// <summary>撤销机构: the body and its list go; the facts of its changes stay.</summary>
internal static class DissolveBody
{
    internal static async Task<IResult> Post(Guid id, Guid bodyId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await BodyHere.Edit(id, bodyId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        db.Remove(here.Body);
        db.Record(viewer, new CampaignBodyChanged(id, bodyId, here.Body.UnitId, Dissolved: true), id);
        await db.SaveChangesAsync();
        return Platform.Page.Done($"/campaigns/{id}/groups", $"已撤销“{here.Body.Name}”。");
    }
}
