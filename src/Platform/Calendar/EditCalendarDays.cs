using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Calendar;

/// <summary>本地放假/上班: sets one or several days against the notice.</summary>
internal static class EditCalendarDays
{
    private const int MostDays = 31;

    internal static readonly DayField From = new("from", "起始日期");
    internal static readonly DayField Until = new("until", "结束日期") { Optional = true, Hint = "只有一天的，不用填写。" };
    internal static readonly ChoiceField Kind = new("kind", "安排") { Options = [("off", "放假"), ("worked", "上班")] };
    internal static readonly TextField Name = new("name", "名称") { Max = 40, Hint = "例如：防汛停工、民族节日、补班。" };

    internal static IResult Get(Viewer viewer) =>
        !ShowCalendar.IsForAll(viewer) ? Refusal.NotAllowed.AsPage() : Page.Of<CalendarDaysPage>(new { Form = Form.Empty() });

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer)
    {
        if (!ShowCalendar.IsForAll(viewer))
            return Refusal.NotAllowed.AsPage();

        var from = form.Read(From);
        var until = form.Read(Until) ?? from;
        var kind = form.Read(Kind);
        var name = form.Read(Name);
        if (until < from)
            form.Fail(Until, "结束日期早于起始日期，请核对。");
        if (from is not null && until is not null && until.Value.DayNumber - from.Value.DayNumber >= MostDays)
            form.Fail(Until, $"一次最多设置 {MostDays} 天，请分几次设置。");
        if (form.Failed)
            return Page.Of<CalendarDaysPage>(new { Form = form }, 422);

        var had = await db.Set<CalendarDay>().Where(d => d.TenantId == viewer.TenantId && d.On >= from && d.On <= until).ToDictionaryAsync(d => d.On);
        for (var day = from!.Value; day <= until; day = day.AddDays(1))
        {
            if (had.TryGetValue(day, out var row))
                (row.IsWorked, row.Name) = (kind == "worked", name!);
            else
                db.Add(
                    new CalendarDay
                    {
                        TenantId = viewer.TenantId,
                        On = day,
                        IsWorked = kind == "worked",
                        Name = name!,
                    }
                );
            db.Record(viewer, new CalendarDaySet(day, kind == "worked"));
        }
        await db.SaveChangesAsync();
        return Page.Done(
            $"/calendar?month={from:yyyy-MM}",
            from == until ? $"已把 {from:M月d日} 设为{Kind.TextOf(kind!)}。" : $"已把 {from:M月d日} 至 {until:M月d日} 设为{Kind.TextOf(kind!)}。"
        );
    }
}

/// <summary>Gives a day back to the notice.</summary>
internal static class RestoreCalendarDay
{
    internal static async Task<IResult> Post(DateOnly day, Db db, Viewer viewer)
    {
        if (!ShowCalendar.IsForAll(viewer))
            return Refusal.NotAllowed.AsPage();

        var row = await db.Set<CalendarDay>().SingleOrDefaultAsync(d => d.TenantId == viewer.TenantId && d.On == day);
        if (row is null)
            return CalendarRefusals.DayNotSet.AsPage();

        db.Remove(row);
        db.Record(viewer, new CalendarDaySet(day, null));
        await db.SaveChangesAsync();
        return Page.Done($"/calendar?month={day:yyyy-MM}", $"{day:M月d日} 已恢复为国家规定的安排。");
    }
}
