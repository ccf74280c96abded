using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Relays;

/// <summary>One relay as a list shows it.</summary>
public sealed record RelayRow
{
    public required Guid Id { get; init; }
    public required Guid DirectiveId { get; init; }
    public required string Title { get; init; }
    public required DateTime? IssuedAt { get; init; }

    /// <summary>Withdrawn or expired: nobody is asked any more.</summary>
    public required bool IsOver { get; init; }
    public required Guid GroupId { get; init; }
    public required string GroupName { get; init; }
    public required GroupKind Kind { get; init; }
    public required bool IsDissolved { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required string UnitSortKey { get; init; }
    public required bool InScope { get; init; }
    public required Guid? ForwarderId { get; init; }
    public required byte[]? ForwarderSealed { get; init; }
    public required Guid? WitnessId { get; init; }
    public required Guid? SecondWitnessId { get; init; }
    public required DateTime? SentAt { get; init; }
    public required Guid? SentBy { get; init; }
    public required DateTime? ConfirmedAt { get; init; }
    public required long OpensToday { get; init; }
    public required long Opens { get; init; }
    public required long Previews { get; init; }

    public RelayState State => Relay.StateOf(SentAt, ConfirmedAt);
    public string Href => $"/relays/{Id}";

    public bool MayMark(Viewer viewer) => !IsOver && RelayPowers.Marks(viewer, InScope, ForwarderId);

    /// <summary>Never the one who sent it.</summary>
    public bool MayConfirm(Viewer viewer) =>
        !IsOver && SentBy != viewer.PersonId && RelayPowers.Confirms(viewer, InScope, WitnessId, SecondWitnessId);

    /// <summary>Relays of units in the scope, and those of groups in which the viewer is named, wherever he serves.</summary>
    internal static IQueryable<RelayRow> All(Db db, Viewer viewer, DateOnly today)
    {
        var (first, last, person) = (viewer.Scope.From, viewer.Scope.To, viewer.PersonId);
        return from relay in db.Set<Relay>()
            join work in db.Set<Group>() on new { relay.TenantId, relay.GroupId } equals new { work.TenantId, GroupId = work.Id }
            join unit in db.Units on new { relay.TenantId, relay.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            join directive in db.Set<Directive>()
                on new { relay.TenantId, relay.DirectiveId } equals new { directive.TenantId, DirectiveId = directive.Id }
            join p in db.People
                on new { work.TenantId, PersonId = work.ForwarderId } equals new { p.TenantId, PersonId = (Guid?)p.Id }
                into forwarders
            from forwarder in forwarders.DefaultIfEmpty()
            where
                relay.TenantId == viewer.TenantId
                && (
                    unit.Path.CompareTo(first) >= 0 && unit.Path.CompareTo(last) < 0
                    || work.ForwarderId == person
                    || work.WitnessId == person
                    || work.SecondWitnessId == person
                )
            select new RelayRow
            {
                Id = relay.Id,
                DirectiveId = relay.DirectiveId,
                Title = directive.Title,
                IssuedAt = directive.IssuedAt,
                IsOver = directive.WithdrawnAt != null || directive.ExpiredAt != null,
                GroupId = work.Id,
                GroupName = work.Name,
                Kind = work.Kind,
                IsDissolved = work.DissolvedOn != null,
                UnitId = unit.Id,
                UnitName = unit.Name,
                UnitSortKey = unit.SortKey,
                InScope = unit.Path.CompareTo(first) >= 0 && unit.Path.CompareTo(last) < 0,
                ForwarderId = work.ForwarderId,
                ForwarderSealed = forwarder == null ? null : forwarder.NameSealed,
                WitnessId = work.WitnessId,
                SecondWitnessId = work.SecondWitnessId,
                SentAt = relay.SentAt,
                SentBy = relay.SentBy,
                ConfirmedAt = relay.ConfirmedAt,
                OpensToday = db.Set<RelayDay>()
                    .Where(one => one.TenantId == relay.TenantId && one.RelayId == relay.Id && one.Day == today)
                    .Sum(one => one.Opens),
                Opens = db.Set<RelayDay>().Where(one => one.TenantId == relay.TenantId && one.RelayId == relay.Id).Sum(one => one.Opens),
                Previews = db.Set<RelayDay>().Where(one => one.TenantId == relay.TenantId && one.RelayId == relay.Id).Sum(one => one.Previews),
            };
    }

    /// <summary>What the viewer is to forward, as the group's forwarder.</summary>
    internal static IQueryable<RelayRow> ToSend(IQueryable<RelayRow> rows, Viewer viewer) =>
        rows.Where(row => row.ForwarderId == viewer.PersonId && row.SentAt == null && !row.IsOver && !row.IsDissolved);

    /// <summary>Both: what waits for the viewer.</summary>
    internal static IQueryable<RelayRow> Waiting(IQueryable<RelayRow> rows, Viewer viewer) =>
        rows.Where(row =>
            !row.IsOver
            && !row.IsDissolved
            && (
                row.ForwarderId == viewer.PersonId && row.SentAt == null
                || (row.WitnessId == viewer.PersonId || row.SecondWitnessId == viewer.PersonId)
                    && row.SentAt != null
                    && row.ConfirmedAt == null
                    && row.SentBy != viewer.PersonId
            )
        );

    /// <summary>What the viewer is to confirm, as the group's supervisor.</summary>
    internal static IQueryable<RelayRow> ToConfirm(IQueryable<RelayRow> rows, Viewer viewer) =>
        rows.Where(row =>
            (row.WitnessId == viewer.PersonId || row.SecondWitnessId == viewer.PersonId)
            && row.SentAt != null
            && row.ConfirmedAt == null
            && row.SentBy != viewer.PersonId
            && !row.IsOver
            && !row.IsDissolved
        );
}
