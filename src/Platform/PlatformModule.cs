using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Layout;

namespace Wuzha.Platform;

/// <summary>平台: the pages, tables, facts and jobs that Platform has of its own: calendar, files, public links, privacy.</summary>
public sealed class PlatformModule : Module
{
    public override void Routes(IEndpointRouteBuilder pages)
    {
        pages.MapFrame();
        IdentityRoutes.Map(pages);

        pages.MapGet("/calendar", ShowCalendar.Get).Needs(CalendarActs.Read);
        pages.MapGet("/calendar/days", EditCalendarDays.Get).Needs(CalendarActs.Edit);
        pages.MapPost("/calendar/days", EditCalendarDays.Post).Needs(CalendarActs.Edit);
        pages.MapPost("/calendar/days/{day}/restore", RestoreCalendarDay.Post).Needs(CalendarActs.Edit);
        pages.MapGet("/calendar/hours", EditOfficeHours.Get).Needs(CalendarActs.Edit);
        pages.MapPost("/calendar/hours", EditOfficeHours.Post).Needs(CalendarActs.Edit);
        pages.MapGet("/calendar/seasons/new", AddSchoolSeason.Get).Needs(CalendarActs.Edit);
        pages.MapPost("/calendar/seasons", AddSchoolSeason.Post).Needs(CalendarActs.Edit);
        pages.MapPost("/calendar/seasons/{id:guid}/remove", RemoveSchoolSeason.Post).Needs(CalendarActs.Edit);
        pages.MapGet("/calendar/markets/new", AddMarket.Get).Needs(CalendarActs.Edit);
        pages.MapPost("/calendar/markets", AddMarket.Post).Needs(CalendarActs.Edit);
        pages.MapPost("/calendar/markets/{id:guid}/remove", RemoveMarket.Post).Needs(CalendarActs.Edit);
    }

    public override void Tables(ModelBuilder model)
    {
        SessionKey.Map(model);
        CalendarTables.Map(model);
    }

    public override void Services(IServiceCollection services) => services.AddSingleton<SheetUploads>();

    public override void Facts(FactCatalog facts)
    {
        IdentityFactKinds.Declare(facts);
        facts.Add<CalendarDaySet>("platform.calendar-day-set", "设置本地放假或上班");
        facts.Add<CalendarHoursSet>("platform.calendar-hours-set", "设置办公与免打扰时间");
        facts.Add<SchoolSeasonSet>("platform.school-season-set", "录入或删除学期、假期");
        facts.Add<MarketSet>("platform.market-set", "录入或删除集市");
    }

    public override void Menu(Menu menu)
    {
        menu.Add("今天", "今天", "/", null, 0);
        menu.Add("单位与人员", "工作日历", "/calendar", CalendarActs.Read, 850);
    }
}
