using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

/// <summary>The one field of the request for rosters.</summary>
public static class AskRostersForm
{
    public static readonly DayField DueOn = new("dueOn", "报送期限") { Hint = "应为工作日。期限前一个工作日和逾期后每个工作日提醒一次未报单位。" };
}

/// <summary>要求报送名单: asks every unit that takes part and was not asked yet, and sets or moves the deadline.</summary>
internal static class AskRosters
{
    private const int DefaultWorkingDays = 3;

    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var due = here.Campaign.RostersDueOn ?? (await TenantCalendar.Load(db, viewer.TenantId)).AddWorkingDays(here.Today, DefaultWorkingDays);
        return await Show(here, db, Form.Empty((AskRostersForm.DueOn.Name, AskRostersForm.DueOn.Show(due))));
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var dueOn = form.Read(AskRostersForm.DueOn);
        if (dueOn is { } day && Wrong(here, day, await TenantCalendar.Load(db, viewer.TenantId)) is { } sentence)
            form.Fail(AskRostersForm.DueOn, sentence);
        if (form.Failed)
            return await Show(here, db, form);
        if (!here.Campaign.AskRosters(dueOn!.Value, here.Today).Is(out var moved, out var no))
            return await Show(here, db, form, no);

        if (moved)
            db.Record(viewer, new RosterDeadlineMoved(id, here.Campaign.IssuingUnitId, dueOn.Value), id);
        var asked = await Ask(here, db, dueOn.Value);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/rosters", asked == 0 ? "已更新报送期限。" : $"已要求 {asked} 个单位在 {dueOn:yyyy-MM-dd} 前报送名单。");
    }

    /// <returns>How many units were asked now.</returns>
    internal static async Task<int> Ask(CampaignHere here, Db db, DateOnly dueOn)
    {
        var (tenant, id) = (here.Viewer.TenantId, here.Campaign.Id);
        var rosters = await db.Set<Roster>()
            .Where(roster => roster.TenantId == tenant && roster.CampaignId == id)
            .ToDictionaryAsync(roster => roster.UnitId);
        var asked = 0;
        foreach (var unitId in await here.AllUnits(db).OrderBy(unit => unit.SortKey).Select(unit => unit.Id).ToListAsync())
        {
            if (!rosters.TryGetValue(unitId, out var roster))
            {
                roster = new Roster
                {
                    TenantId = tenant,
                    CampaignId = id,
                    UnitId = unitId,
                };
                db.Add(roster);
            }
            if (roster.IsAsked)
                continue;

            roster.Ask(db.Record(here.Viewer, new RosterAsked(id, unitId, dueOn), id));
            asked++;
        }
        return asked;
    }

    private static string? Wrong(CampaignHere here, DateOnly day, WorkingCalendar calendar)
    {
        if (day < here.Today && day != here.Campaign.RostersDueOn)
            return "报送期限不能早于今天，请修改。";
        if (day > here.Campaign.UntilOn)
            return $"报送期限应在专项行动截止日期（{here.Campaign.UntilOn:yyyy-MM-dd}）之前，请修改。";

        return calendar.IsWorkingDay(day) ? null : $"{day:yyyy-MM-dd} 不是工作日，请改为工作日，例如 {calendar.NextWorkingDay(day):yyyy-MM-dd}。";
    }

    private static async Task<IResult> Show(CampaignHere here, Db db, Form form, Refusal? refusal = null)
    {
        var (tenant, id) = (here.Viewer.TenantId, here.Campaign.Id);
        var units = await here.AllUnits(db)
            .CountAsync(unit =>
                !db.Set<Roster>()
                    .Any(roster => roster.TenantId == tenant && roster.CampaignId == id && roster.UnitId == unit.Id && roster.AskedFactId != null)
            );
        return Page.Of<AskRostersPage>(
            new
            {
                here.Head,
                Form = form,
                NotAsked = units,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }
}
