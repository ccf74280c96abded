using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Platform;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Relays;

/// <summary>One relay with its directive and group, and what the one who asks may do with it.</summary>
internal sealed record RelayHere(Relay Relay, Directive Directive, Group Group, Unit Unit, Viewer Viewer)
{
    /// <summary>Relays of a unit in the scope, and those of groups in which the viewer is named, wherever he serves.</summary>
    public static async Task<RelayHere?> Find(Db db, Viewer viewer, Guid id) =>
        await All(db, viewer).SingleOrDefaultAsync(one => one.Relay.Id == id) is { } found
            ? new RelayHere(found.Relay, found.Directive, found.Group, found.Unit, viewer)
            : null;

    public static async Task<IReadOnlyList<RelayHere>> Of(Db db, Viewer viewer, Guid directiveId) =>
        (
            await All(db, viewer)
                .Where(one => one.Relay.DirectiveId == directiveId)
                .OrderBy(one => one.Unit.SortKey)
                .ThenBy(one => one.Relay.Id)
                .ToListAsync()
        ).ConvertAll(found => new RelayHere(found.Relay, found.Directive, found.Group, found.Unit, viewer));

    private sealed record Found
    {
        public required Relay Relay { get; init; }
        public required Directive Directive { get; init; }
        public required Group Group { get; init; }
        public required Unit Unit { get; init; }
    }

    private static IQueryable<Found> All(Db db, Viewer viewer)
    {
        var person = viewer.PersonId;
        return from relay in db.Set<Relay>()
            join work in db.Set<Group>() on new { relay.TenantId, relay.GroupId } equals new { work.TenantId, GroupId = work.Id }
            join unit in db.Units on new { relay.TenantId, relay.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            join directive in db.Set<Directive>()
                on new { relay.TenantId, relay.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
            where
                relay.TenantId == viewer.TenantId
                && (
                    unit.Path.CompareTo(viewer.Scope.From) >= 0 && unit.Path.CompareTo(viewer.Scope.To) < 0
                    || work.ForwarderId == person
                    || work.WitnessId == person
                    || work.SecondWitnessId == person
                )
            select new Found
            {
                Relay = relay,
                Directive = directive,
                Group = work,
                Unit = unit,
            };
    }

    /// <summary>Why the viewer may not say that it was sent, or was not after all; null when he may.</summary>
    public Refusal? MayMark() =>
        !RelayPowers.Marks(Viewer, Viewer.Scope.Covers(Unit.Path), Group.ForwarderId) ? DirectiveRefusals.RelayNotYours : Runs();

    /// <summary>Why the viewer may not confirm it; null when he may.</summary>
    public Refusal? MayConfirm() =>
        !RelayPowers.Confirms(Viewer, Viewer.Scope.Covers(Unit.Path), Group.WitnessId, Group.SecondWitnessId)
            ? DirectiveRefusals.RelayNotYoursToConfirm
            : Runs();

    private Refusal? Runs() =>
        Directive.State switch
        {
            DirectiveState.Withdrawn => DirectiveRefusals.Withdrawn,
            DirectiveState.Expired => DirectiveRefusals.DirectiveExpired,
            _ => null,
        };
}

/// <summary>Who says what about a relay.</summary>
internal static class RelayPowers
{
    /// <summary>The group's forwarder, and whoever keeps the groups of its unit.</summary>
    public static bool Marks(Viewer viewer, bool inScope, Guid? forwarderId) =>
        viewer.May(DirectivesActs.RelayDirectives) && (forwarderId == viewer.PersonId || inScope && viewer.May(DirectivesActs.EditGroups));

    /// <summary>The group's supervisors, and an office above it that issues directives.</summary>
    public static bool Confirms(Viewer viewer, bool inScope, Guid? witnessId, Guid? secondWitnessId) =>
        viewer.May(DirectivesActs.RelayDirectives)
        && (witnessId == viewer.PersonId || secondWitnessId == viewer.PersonId || inScope && viewer.May(DirectivesActs.IssueDirectives));
}
