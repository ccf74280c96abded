using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Home;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Identity.Accounts;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Links;
using Wuzha.Platform.Numbers;
using Wuzha.Platform.Operations;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Signatures;

namespace Wuzha.Platform;

/// <summary>平台: the pages, tables, facts and jobs that Platform has of its own: calendar, files, public links, privacy.</summary>
public sealed class PlatformModule : Module
{
    public override void Routes(Pages pages)
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

        pages
            .MapGet("/l/{tenant:maxlength(32)}/{token:length(22)}", OpenLink.Get)
            .OpenToAll("A QR code on a notice or poster is opened by residents without an account.");
        pages.MapGet("/links", ListLinks.Get).Needs(LinkActs.Manage);
        pages.MapGet("/links/{id:guid}", ShowLink.Get).Needs(LinkActs.Manage);
        pages.MapPost("/links/{id:guid}/revoke", RevokeLink.Post).Needs(LinkActs.Manage);

        pages.MapGet("/files/{id:guid}", ServeFile.Get).NeedsSignIn();
        pages.MapGet("/privacy", ShowPrivacy.Get).Needs(PrivacyActs.Read);

        pages.MapGet("/numbers/{measure}", OpenNumber.Get).Needs(NumberActs.Open);

        pages.MapGet("/system", ShowSystem.Get).Needs(IdentityActs.ReadHealth);
        pages.MapPost("/system/parked/{listener}/{id:guid}/retry", RetryParkedFact.Post).Needs(IdentityActs.ReadHealth);
        pages.MapPost("/system/jobs/{id:guid}/retry", RetryJob.Post).Needs(IdentityActs.ReadHealth);
    }

    public override void Tables(ModelBuilder model)
    {
        SessionKey.Map(model);
        CalendarTables.Map(model);
        LinkTables.Map(model);
        StoredFile.Map(model);
        SignatureTables.Map(model);
    }

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<SheetUploads>();
        services.AddSingleton<FileStore>();
        foreach (var column in PersonalColumn.OfPlatform)
            services.AddSingleton(column);
    }

    public override void Facts(FactCatalog facts)
    {
        IdentityFactKinds.Declare(facts);
        facts.Add<CalendarDaySet>("platform.calendar-day-set", "设置本地放假或上班");
        facts.Add<CalendarHoursSet>("platform.calendar-hours-set", "设置办公与免打扰时间");
        facts.Add<SchoolSeasonSet>("platform.school-season-set", "录入或删除学期、假期");
        facts.Add<WorkRetried>("platform.work-retried", "重试停下的作业或处理不了的记录");
        facts.Add<NumberOpened>("platform.number-opened", "查看数字由哪些记录得来");
        facts.Add<MarketSet>("platform.market-set", "录入或删除集市");
        facts.Add<PublicLinkMade>("platform.public-link-made", "发放公开链接");
        facts.Add<PublicLinkRevoked>("platform.public-link-revoked", "停用公开链接");
        facts.Add<FileKept>("platform.file-kept", "上传文件");
    }

    public override void Jobs(JobCatalog jobs)
    {
        jobs.AddRecurring("platform.clean-files", TimeSpan.FromDays(1), CleanFiles.Run);
        jobs.AddRecurring(CloseLeavers.Key, CloseLeavers.Every, CloseLeavers.Run);
        jobs.AddRecurring(LockIdle.Key, LockIdle.Every, LockIdle.Run);
    }

    public override void Home(HomeBoard home) => IdentityHome.Add(home);

    public override void Menu(Menu menu)
    {
        menu.Add("今天", "今天", "/", null, 0);
        menu.Add("单位与人员", "工作日历", "/calendar", CalendarActs.Read, 850);
        menu.Add("系统", "系统状态", "/system", IdentityActs.ReadHealth, 905, onPhone: true);
        menu.Add("系统", "公开链接", "/links", LinkActs.Manage, 910);
        menu.Add("系统", "个人信息目录", "/privacy", PrivacyActs.Read, 920);
        IdentityRoutes.Menu(menu);
    }
}
