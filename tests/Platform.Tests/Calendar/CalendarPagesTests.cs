using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Calendar;

public sealed class CalendarPagesTests
{
    [Theory, EveryDatabase]
    public async Task The_month_says_what_is_worked_and_on_what_ground(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var page = await town.Client(Roles.Liaison).Visit("/calendar?month=2026-02");
        Assert.Equal("2026年2月工作日历", page.Heading);
        // 20 weekdays, less 16–20 and 23 February, plus the Saturdays 14 and 28.
        Assert.Contains("本月 16 个工作日", page.Text);
        Assert.Contains("国务院办公厅关于2026年部分节假日安排的通知", page.Text);
        Assert.Null(page.Page.QuerySelector("a[href=\"/calendar/markets/new\"]"));
        Assert.Contains("还没有公布", (await town.Client(Roles.Liaison).Visit("/calendar?month=2031-10")).Text);
        Assert.Equal("2026年4月工作日历", (await town.Client(Roles.Liaison).Visit("/calendar?month=nonsense")).Heading);
        Assert.Equal(302, (await town.Stranger().Visit("/calendar")).Code);
    }

    [Theory, EveryDatabase]
    public async Task The_office_sets_its_own_days_and_gives_them_back(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var done = await clerk.Send("/calendar/days", ("from", "2026-07-06"), ("until", "2026-07-07"), ("kind", "off"), ("name", "防汛停工"));
        Assert.Equal("/calendar?month=2026-07", done.Location);
        Assert.Contains("防汛停工", (await clerk.Visit("/calendar?month=2026-07")).Text);
        await using (var db = town.Open())
        {
            var calendar = await TenantCalendar.Load(db, Town.TenantId);
            Assert.False(calendar.IsWorkingDay(new DateOnly(2026, 7, 7)));
            Assert.Equal(2, await db.Set<FactRow>().CountAsync(f => f.TenantId == Town.TenantId && f.Kind == "platform.calendar-day-set"));
        }

        Assert.Equal(303, (await clerk.Send("/calendar/days/2026-07-07/restore")).Code);
        Assert.Equal(404, (await clerk.Send("/calendar/days/2026-07-07/restore")).Code);
        await using (var db = town.Open())
            Assert.True((await TenantCalendar.Load(db, Town.TenantId)).IsWorkingDay(new DateOnly(2026, 7, 7)));
    }

    [Theory]
    [InlineData("", "2026-07-07", "off", "防汛", "请填写起始日期。")]
    [InlineData("2026-07-07", "2026-07-01", "off", "防汛", "结束日期早于起始日期，请核对。")]
    [InlineData("2026-07-07", "2026-09-01", "off", "防汛", "一次最多设置 31 天，请分几次设置。")]
    [InlineData("2026-07-07", "", "", "防汛", "请选择安排。")]
    [InlineData("2026-07-07", "", "off", "", "请填写名称。")]
    public async Task A_wrong_day_is_said_beside_its_field(string from, string until, string kind, string name, string sentence)
    {
        await using var town = await Town.Build();
        var page = await town.Client(Roles.OfficeClerk).Send("/calendar/days", ("from", from), ("until", until), ("kind", kind), ("name", name));
        Assert.Equal(422, page.Code);
        Assert.Contains(sentence, page.Text);
    }

    [Fact]
    public async Task Only_the_office_edits_the_calendar()
    {
        await using var town = await Town.Build();
        var liaison = town.Client(Roles.Liaison);
        Assert.Equal(403, (await liaison.Visit("/calendar/days")).Code);
        Assert.Equal(403, (await liaison.Send("/calendar/hours")).Code);
        Assert.Equal(403, (await liaison.Send("/calendar/markets")).Code);
    }

    [Theory, EveryDatabase]
    public async Task Office_and_quiet_hours_are_set_and_used(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var form = await clerk.Visit("/calendar/hours");
        var done = await clerk.Submit(form, "/calendar/hours", ("morningFrom", "8：00"), ("quietFrom", "20:00"), ("noonQuiet", "true"));
        Assert.Equal("/calendar", done.Location);
        await using var db = town.Open();
        var hours = (await TenantCalendar.Load(db, Town.TenantId)).Hours;
        Assert.Equal(new TimeOnly(8, 0), hours.Morning.From);
        Assert.Equal(new DayWindow(new TimeOnly(20, 0), new TimeOnly(8, 0)), hours.Quiet);
        Assert.Equal(OfficeHours.Noon, hours.NoonQuiet);

        var late = await clerk.Submit(form, "/calendar/hours", ("quietFrom", "23:00"), ("quietUntil", "6:00"), ("morningUntil", "8:00"));
        Assert.Equal(422, late.Code);
        Assert.Contains("免打扰应在 19:00 至 22:00 之间开始。", late.Text);
        Assert.Contains("免打扰应在 7:00 至 9:30 之间结束。", late.Text);
        Assert.Contains("上午下班应晚于上午上班。", late.Text);
    }

    [Theory, EveryDatabase]
    public async Task A_school_season_holds_for_everything_under_its_unit(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        (string, string)[] term =
        [
            ("unit", town.Township.Id.ToString()),
            ("kind", "term"),
            ("name", "2026年春季学期"),
            ("from", "2026-03-02"),
            ("until", "2026-07-03"),
        ];
        Assert.Equal("/calendar", (await clerk.Send("/calendar/seasons", term)).Location);
        Assert.Contains("与已录入的“2026年春季学期”日期重叠，请核对。", (await clerk.Send("/calendar/seasons", term)).Text);

        await using var db = town.Open();
        var season = await TenantCalendar.SeasonOf(db, Town.TenantId, town.SchoolClass.Path, new DateOnly(2026, 5, 1));
        Assert.Equal("2026年春季学期", season?.Name);
        Assert.Null(await TenantCalendar.SeasonOf(db, Town.TenantId, town.SchoolClass.Path, new DateOnly(2026, 8, 1)));

        var other = town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship));
        Assert.Equal(404, (await other.Send($"/calendar/seasons/{season!.Id}/remove")).Code);
        Assert.Equal(303, (await clerk.Send($"/calendar/seasons/{season.Id}/remove")).Code);
        Assert.Equal(404, (await clerk.Send($"/calendar/seasons/{season.Id}/remove")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_market_shows_on_its_days(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        (string, string)[] market = [("unit", town.EastVillage.Id.ToString()), ("name", "东沟集"), ("rule", "LunarEndings"), ("numbers", "3、8")];
        Assert.Equal("/calendar", (await clerk.Send("/calendar/markets", market)).Location);
        var page = await clerk.Visit("/calendar");
        Assert.Contains("农历逢三、八", page.Text);
        Assert.Contains("集：东沟集", page.Text);
        var wrong = await clerk.Send("/calendar/markets", [.. market[..3], ("numbers", "3、12")]);
        Assert.Equal(422, wrong.Code);
        Assert.Contains("“12”不在 0 到 9 之间，请核对后重填。", wrong.Text);

        await using var db = town.Open();
        var row = await db.Set<Market>().SingleAsync(m => m.TenantId == Town.TenantId);
        // 3 April 2026 is the sixteenth of the second lunar month.
        var next = Assert.Single(await TenantCalendar.MarketsIn(db, Town.TenantId, town.Township.Scope, new DateOnly(2026, 4, 3)));
        Assert.Equal(new DateOnly(2026, 4, 5), next.NextOn);
        Assert.Equal(303, (await clerk.Send($"/calendar/markets/{row.Id}/remove")).Code);
    }
}
