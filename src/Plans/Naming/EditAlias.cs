using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Naming;

/// <summary>修改单位写法: another decision about a name; plans that are not activated yet follow it at once.</summary>
internal static class EditAlias
{
    internal static async Task<IResult> Get(Guid aliasId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await Find(aliasId, db, viewer) is not { } alias)
            return Refusal.NotFound.AsPage();

        var around = await Around(db, viewer, clock);
        return NameUnits.Shown(ViewOf(alias, around), NamingForm.Of(await ReadingOf(db, alias)));
    }

    internal static async Task<IResult> Post(Guid aliasId, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await Find(aliasId, db, viewer) is not { } alias)
            return Refusal.NotFound.AsPage();

        var around = await Around(db, viewer, clock);
        var reading = NamingForm.Read(form, alias.Written, around);
        if (form.Failed)
            return NameUnits.Shown(ViewOf(alias, around), form);
        if (!NameUnits.Confirmed(form, reading, around))
            return NameUnits.Preview(ViewOf(alias, around), form, reading, around);

        await NameUnits.Decide(db, viewer, alias, reading, clock);
        await db.SaveChangesAsync();
        return Page.Done("/plans/aliases", $"已改定“{alias.Written}”。");
    }

    internal static Task<UnitAlias?> Find(Guid aliasId, Db db, Viewer viewer) =>
        db.Set<UnitAlias>().SingleOrDefaultAsync(alias => alias.TenantId == viewer.TenantId && alias.UnitId == viewer.UnitId && alias.Id == aliasId);

    private static async Task<NameSurroundings> Around(Db db, Viewer viewer, TimeProvider clock)
    {
        var office = await db.Units.SingleAsync(unit => unit.TenantId == viewer.TenantId && unit.Id == viewer.UnitId);
        return await PlanUnits.Surroundings(db, office, clock);
    }

    private static async Task<NameReading> ReadingOf(Db db, UnitAlias alias) =>
        new(alias.Written, alias.Target, NameHow.Decided)
        {
            Groups = Proposal.Lines(alias.Groups),
            UnitIds = await db.Set<UnitAliasUnit>()
                .Where(one => one.TenantId == alias.TenantId && one.AliasId == alias.Id)
                .Select(one => one.UnitId)
                .ToListAsync(),
        };

    private static NamingView ViewOf(UnitAlias alias, NameSurroundings around) =>
        new(alias.Written, $"/plans/aliases/{alias.Id}", "/plans/aliases", "单位写法", NameUnits.GroupsOf(around), NameUnits.UnitsOf(around))
        {
            Remove = $"/plans/aliases/{alias.Id}/remove",
        };
}

/// <summary>删去单位写法: the name is unknown again.</summary>
internal static class RemoveAlias
{
    internal static async Task<IResult> Post(Guid aliasId, Db db, Viewer viewer)
    {
        if (await EditAlias.Find(aliasId, db, viewer) is not { } alias)
            return Refusal.NotFound.AsPage();

        db.Remove(alias);
        db.Record(viewer, new FactWithdrawn(alias.FactId));
        await db.SaveChangesAsync();
        return Page.Done("/plans/aliases", $"已删去“{alias.Written}”，下次再出现时重新指定。");
    }
}
