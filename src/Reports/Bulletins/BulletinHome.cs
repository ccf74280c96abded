using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Home;

namespace Wuzha.Reports.Bulletins;

/// <summary>What bulletins put on 今天: in the first five working days of a month, the last month's own one that is not issued.</summary>
internal static class BulletinHome
{
    private const int WorkingDays = 5;

    /// <summary>Five working days never take longer, whatever the holidays: most days of a month are not asked any further.</summary>
    private const int LastDay = 20;

    public static void Put(HomeBoard home) =>
        home.ToDo(
            new HomeSource(ReportsActs.IssueBulletins, async ask => (await Items(ask)).Count, Items, "/bulletins") { Example = "上月通报待印发" }
        );

    private static async Task<IReadOnlyList<HomeItem>> Items(HomeQuestion ask)
    {
        if (ask.Today.Day > LastDay)
            return [];
        var month = BulletinMonth.Of(BulletinMonth.Of(ask.Today).FirstOn.AddDays(-1));
        if (!await IsOwed(ask, month))
            return [];
        var until = (await TenantCalendar.Load(ask.Db, ask.Viewer.TenantId)).AddWorkingDays(month.LastOn, WorkingDays);
        return ask.Today > until
            ? []
            :
            [
                new HomeItem("上月通报待印发", BulletinHere.HrefOf(ask.Viewer.UnitId, month))
                {
                    Detail = $"{ask.Viewer.UnitName}{month.Name}",
                    DueOn = until,
                },
            ];
    }

    /// <summary>A campaign of the viewer's unit ran in the month, and nothing is issued.</summary>
    private static async Task<bool> IsOwed(HomeQuestion ask, BulletinMonth month)
    {
        var (tenant, unit) = (ask.Viewer.TenantId, ask.Viewer.UnitId);
        return !await ask
                .Db.Set<Bulletin>()
                .AnyAsync(one => one.TenantId == tenant && one.UnitId == unit && one.MonthOn == month.FirstOn && one.WithdrawnAt == null)
            && (await CampaignQuestions.Known(ask.Db, ask.Viewer, ask.Today)).Any(campaign =>
                campaign.IssuingUnitId == unit && BulletinHere.RanIn(campaign, month)
            );
    }
}
