using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Groups;

public sealed record GroupUnitRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required string SortKey { get; init; }

    /// <summary>Groups that stand or are to be set up.</summary>
    public required int Groups { get; init; }
}

/// <summary>登记工作群: first at which unit, then the group itself.</summary>
internal static class RegisterGroup
{
    internal static async Task<IResult> Get(ListQuery query, Db db, Viewer viewer)
    {
        var units = Units(db, viewer);
        if (!query.AsSheet && query.Search.Length == 0 && await units.CountAsync() == 1)
            return TypedResults.LocalRedirect($"/groups/new/{viewer.UnitId}");

        var rows = units.Select(unit => new GroupUnitRow
        {
            Id = unit.Id,
            Name = unit.Name,
            Kind = unit.Kind,
            SortKey = unit.SortKey,
            Groups = db.Set<Group>().Count(group => group.TenantId == viewer.TenantId && group.UnitId == unit.Id && group.DissolvedOn == null),
        });
        if (query.Search.Length > 0)
            rows = rows.Where(row => row.Name.Contains(query.Search));
        return Page.Of<ChooseGroupUnitPage>(
            new
            {
                Listing = await Listing<GroupUnitRow>.Of(
                    rows.OrderBy(row => row.SortKey).ThenBy(row => row.Id),
                    query with
                    {
                        AsSheet = false,
                    },
                    new Column<GroupUnitRow>("unit", "单位", row => row.Name) { Sort = row => row.SortKey, Href = row => $"/groups/new/{row.Id}" },
                    new Column<GroupUnitRow>("kind", "类别", row => UnitKinds.Of(row.Kind).Name) { Sort = row => row.Kind, OnCard = true },
                    new Column<GroupUnitRow>("groups", "已登记的群", row => row.Groups)
                    {
                        Number = true,
                        Sort = row => row.Groups,
                        OnCard = true,
                    }
                ),
            }
        );
    }

    internal static async Task<IResult> Form(Guid unitId, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await Find(db, viewer, unitId) is not { } unit)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var known = Platform.Forms.Form.Empty(
            (GroupForm.Kind.Name, KindFor(unit.Kind).ToString()),
            (GroupForm.Place.Name, nameof(GroupPlace.WeChat))
        );
        return Show(unit, known, await GroupChoices.For(db, viewer, vault, unit, null, today));
    }

    internal static async Task<IResult> Post(Guid unitId, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (await Find(db, viewer, unitId) is not { } unit)
            return Refusal.NotFound.AsPage();

        var today = LocalDay.Today(clock);
        var choices = await GroupChoices.For(db, viewer, vault, unit, null, today);
        var typed = GroupForm.Read(form, choices, today);
        await CheckName(form, db, unit, typed.Name, null);
        if (form.Failed || unit.ClosedOn < today)
            return Show(unit, form, choices, unit.ClosedOn < today ? DirectiveRefusals.UnitClosed : null);

        var group = Add(db, viewer, clock, unitId, typed);
        await UnitTree.CountSince(db, viewer.TenantId, group.Id, unitId, GroupForm.SetUpOn.Min);
        await SetUp(db, viewer, clock, group, typed.SetUpOn);
        await db.SaveChangesAsync();
        return Page.Done($"/groups/{group.Id}", "已登记。");
    }

    internal static Group Add(Db db, Viewer viewer, TimeProvider clock, Guid unitId, GroupTyped typed, FactSource source = FactSource.Console)
    {
        var group = new Group
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = unitId,
            Name = typed.Name,
        };
        group.Describe(typed);
        db.Add(group);
        db.Record(viewer, new GroupRegistered(group.Id, unitId, GroupWords.KeyOf(typed.Kind), typed.DueOn), typed.CampaignId ?? Guid.Empty, source);
        return group;
    }

    /// <summary>Counts the group on the day it was set up; what counted it before is withdrawn.</summary>
    internal static async Task SetUp(Db db, Viewer viewer, TimeProvider clock, Group group, DateOnly? setUpOn) =>
        SetUp(
            db,
            viewer,
            clock,
            group,
            setUpOn,
            await db.UnitPlacements.Where(place => place.TenantId == viewer.TenantId && place.NodeId == group.UnitId).MinAsync(place => place.FromOn)
        );

    /// <inheritdoc cref="SetUp(Db, Viewer, TimeProvider, Group, DateOnly?)"/>
    /// <param name="firstOn">The day on which the unit entered the system: groups are often older, and before it there is nowhere to count.</param>
    internal static void SetUp(
        Db db,
        Viewer viewer,
        TimeProvider clock,
        Group group,
        DateOnly? setUpOn,
        DateOnly firstOn,
        FactSource source = FactSource.Console
    )
    {
        if (setUpOn == group.SetUpOn)
            return;

        var campaign = group.CampaignId ?? Guid.Empty;
        if (group.SetUpFactId is { } before)
            db.Record(viewer, new FactWithdrawn(before), campaign, source);
        if (setUpOn is not { } day)
        {
            group.StandSince(null, null);
            return;
        }

        var countsOn = day < firstOn ? firstOn : day;
        var now = clock.GetUtcNow().UtcDateTime;
        var at = countsOn == LocalDay.Of(now) ? now : LocalDay.Start(countsOn).AddHours(12);
        var fact = Guid.CreateVersion7(clock.GetUtcNow());
        db.Record(
            FactEntry.By(viewer, fact, new GroupSetUp(group.Id, group.UnitId), now, campaign, source) with
            {
                OccurredAt = at,
                OnDay = countsOn,
            }
        );
        group.StandSince(day, fact);
    }

    /// <summary>Two standing groups of one unit may not be called alike: nobody could tell them apart in a list.</summary>
    internal static async Task CheckName(Form form, Db db, Unit unit, string name, Guid? except)
    {
        if (
            await db.Set<Group>()
                .AnyAsync(group =>
                    group.TenantId == unit.TenantId
                    && group.UnitId == unit.Id
                    && group.Name == name
                    && group.DissolvedOn == null
                    && group.Id != except
                )
        )
            form.Fail(GroupForm.Name, $"{unit.Name}已经登记了“{name}”，请换个名称，或者直接修改那一个。");
    }

    private static IQueryable<Unit> Units(Db db, Viewer viewer) =>
        db.Units.Where(unit =>
            unit.TenantId == viewer.TenantId
            && unit.Path.CompareTo(viewer.Scope.From) >= 0
            && unit.Path.CompareTo(viewer.Scope.To) < 0
            && unit.ClosedOn == null
        );

    private static Task<Unit?> Find(Db db, Viewer viewer, Guid unitId) =>
        db
            .Units.AsNoTracking()
            .SingleOrDefaultAsync(unit =>
                unit.TenantId == viewer.TenantId
                && unit.Id == unitId
                && unit.Path.CompareTo(viewer.Scope.From) >= 0
                && unit.Path.CompareTo(viewer.Scope.To) < 0
            );

    /// <summary>The usual kind of a group at such a unit.</summary>
    internal static GroupKind KindFor(string unitKind) =>
        unitKind == UnitKinds.County.Key || unitKind == UnitKinds.Township.Key ? GroupKind.Command
        : unitKind == UnitKinds.Village.Key || unitKind == UnitKinds.Grid.Key || unitKind == UnitKinds.VillagersGroup.Key ? GroupKind.Village
        : unitKind == UnitKinds.Entrance.Key ? GroupKind.Neighbourhood
        : unitKind == UnitKinds.Class.Key ? GroupKind.Class
        : GroupKind.Unit;

    private static IResult Show(Unit unit, Form form, GroupChoices choices, Refusal? refusal = null) =>
        Page.Of<GroupFormPage>(
            new
            {
                UnitName = unit.Name,
                Action = $"/groups/new/{unit.Id}",
                Form = form,
                Choices = choices,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
