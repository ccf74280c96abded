using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Groups;

/// <summary>A person of a group as its page shows one.</summary>
public sealed record GroupPerson(string Name, bool Serves);

public sealed record GroupView(
    Guid Id,
    string Name,
    string KindName,
    string PlaceName,
    GroupState State,
    Guid UnitId,
    string UnitName,
    string? CampaignName,
    GroupPerson? Forwarder,
    IReadOnlyList<GroupPerson> Witnesses,
    DateOnly? DueOn,
    DateOnly? SetUpOn,
    int? Members,
    DateOnly? CountedOn,
    DateOnly? DissolvedOn,
    bool DissolvedWithCampaign,
    bool MayEdit
)
{
    public string Href => $"/groups/{Id}";
}

/// <summary>One group and its unit, as the one who asks may see it.</summary>
internal sealed record GroupHere(Group Group, Unit Unit)
{
    public static async Task<GroupHere?> Find(Db db, Viewer viewer, Guid id)
    {
        var found = await (
            from g in db.Set<Group>()
            join u in db.Units on new { g.TenantId, g.UnitId } equals new { u.TenantId, UnitId = u.Id }
            where g.TenantId == viewer.TenantId && g.Id == id && u.Path.CompareTo(viewer.Scope.From) >= 0 && u.Path.CompareTo(viewer.Scope.To) < 0
            select new { g, u }
        ).SingleOrDefaultAsync();
        return found is null ? null : new GroupHere(found.g, found.u);
    }
}

internal static class ShowGroup
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock) =>
        await GroupHere.Find(db, viewer, id) is { } here ? await Shown(here, db, viewer, vault, clock) : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Shown(GroupHere here, Db db, Viewer viewer, Vault vault, TimeProvider clock, Refusal? refusal = null)
    {
        var (group, today) = (here.Group, LocalDay.Today(clock));
        var people = await People(db, vault, group, today);
        var campaign = group.CampaignId is { } campaignId ? await CampaignQuestions.Find(db, viewer, campaignId, clock) : null;
        var view = new GroupView(
            group.Id,
            group.Name,
            GroupWords.Of(group.Kind),
            GroupWords.Of(group.Place),
            group.State(today),
            here.Unit.Id,
            here.Unit.Name,
            campaign?.Name,
            group.ForwarderId is { } forwarder ? people[forwarder] : null,
            [.. new[] { group.WitnessId, group.SecondWitnessId }.OfType<Guid>().Select(witness => people[witness])],
            group.DueOn,
            group.SetUpOn,
            group.Members,
            group.CountedOn,
            group.DissolvedOn,
            group.DissolvedWithCampaign,
            viewer.May(DirectivesActs.EditGroups)
        );
        return Page.Of<GroupPage>(new { View = view, Refusal = refusal }, refusal?.Status ?? 200);
    }

    private static async Task<Dictionary<Guid, GroupPerson>> People(Db db, Vault vault, Group group, DateOnly today)
    {
        var ids = new[] { group.ForwarderId, group.WitnessId, group.SecondWitnessId }.OfType<Guid>().ToList();
        var people = await db
            .People.Where(person => person.TenantId == group.TenantId && ids.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                person.NameSealed,
                Serves = db.Appointments.Any(a =>
                    a.TenantId == person.TenantId && a.PersonId == person.Id && a.FromOn <= today && (a.UntilOn == null || a.UntilOn >= today)
                ),
            })
            .ToListAsync();
        return people.ToDictionary(person => person.Id, person => new GroupPerson(vault.Open(person.NameSealed), person.Serves));
    }
}
