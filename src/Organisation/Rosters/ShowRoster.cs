using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

/// <summary>The fields of one line of a roster: someone who serves already, or a person nobody has registered yet.</summary>
public static class RosterEntryForm
{
    public static readonly ChoiceField Role = new("role", "列入哪份名单") { Options = [.. Roster.Asked.Select(role => (role.Key, role.Name))] };
    public static readonly ChoiceField Person = new("person", "从本单位人员中选") { Optional = true };
    public static readonly TextField Name = new("name", "姓名")
    {
        Max = 20,
        Optional = true,
        Hint = "上面没有这个人时填写",
    };
    public static readonly TextField Post = new("post", "职务")
    {
        Max = 60,
        Optional = true,
        Hint = "例如：村党支部书记",
    };
    public static readonly PhoneField Phone = new("phone", "电话") { Optional = true };
}

public sealed record RosterLine(Guid Id, string Role, PersonLine Person, string Post);

/// <summary>One unit's roster with what filing it would do.</summary>
/// <param name="Appoints">People who would be appointed.</param>
/// <param name="Ends">People whose appointment would end.</param>
public sealed record RosterView(
    CampaignHead Head,
    Guid UnitId,
    string UnitName,
    DateOnly? DueOn,
    DateOnly? FiledOn,
    bool IsAsked,
    bool IsLate,
    bool MayChange,
    IReadOnlyList<RosterLine> Lines,
    IReadOnlyList<string> Appoints,
    IReadOnlyList<string> Ends
)
{
    public string Href => $"{Head.Href}/rosters/{UnitId}";
}

internal static class ShowRoster
{
    internal static async Task<IResult> Get(Guid id, Guid unitId, Db db, Viewer viewer, Vault vault, TimeProvider clock) =>
        (await RosterHere.Read(id, unitId, db, viewer, clock)).Is(out var here, out var refusal)
            ? await Page(here, db, vault, Form.Empty(), null)
            : refusal.AsPage();

    internal static async Task<IResult> Page(RosterHere here, Db db, Vault vault, Form form, Refusal? refusal)
    {
        var (campaign, viewer, today) = (here.Campaign, here.Campaign.Viewer, here.Campaign.Today);
        var lasting = await RosterAppointments.Lasting(db, viewer.TenantId, here.Unit.Id, today);
        var people = await CampaignPeople.Of(
            db,
            viewer.TenantId,
            vault,
            here.Entries.Select(entry => entry.PersonId).Concat(lasting.Select(appointment => appointment.PersonId))
        );
        var mayChange = viewer.May(OrganisationActs.FileRosters) && campaign.IsRunning && here.Roster is { IsAsked: true };
        string Named(Guid person, string role) => $"{people.GetValueOrDefault(person, PersonLine.Unknown).Name}（{Roles.Of(role).Name}）";
        var view = new RosterView(
            campaign.Head,
            here.Unit.Id,
            here.Unit.Name,
            campaign.Campaign.RostersDueOn,
            here.Roster?.FiledOn,
            here.Roster is { IsAsked: true },
            today > campaign.Campaign.RostersDueOn,
            mayChange,
            [
                .. here.Entries.Select(entry => new RosterLine(
                    entry.Id,
                    entry.Role,
                    people.GetValueOrDefault(entry.PersonId, PersonLine.Unknown),
                    entry.Post
                )),
            ],
            [.. here.Entries.Where(entry => !RosterAppointments.Serves(lasting, entry)).Select(entry => Named(entry.PersonId, entry.Role))],
            [.. lasting.Where(one => !RosterAppointments.Names(here.Entries, one)).Select(one => Named(one.PersonId, one.Role))]
        );
        var choices = mayChange ? await CampaignPeople.Serving(db, here.Unit, vault, today) : [];
        return Platform.Page.Of<RosterPage>(
            new
            {
                View = view,
                Form = form,
                Person = RosterEntryForm.Person.With(choices.Select(person => (person.Id.ToString(), person.Choice))),
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }
}
