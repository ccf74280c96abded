using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Calendar;

/// <summary>办公与免打扰时间.</summary>
internal static class EditOfficeHours
{
    internal static readonly TimeField MorningFrom = new("morningFrom", "上午上班");
    internal static readonly TimeField MorningUntil = new("morningUntil", "上午下班");
    internal static readonly TimeField AfternoonFrom = new("afternoonFrom", "下午上班");
    internal static readonly TimeField AfternoonUntil = new("afternoonUntil", "下午下班");
    internal static readonly TimeField QuietFrom = new("quietFrom", "免打扰开始") { Hint = "19:00 至 22:00 之间。" };
    internal static readonly TimeField QuietUntil = new("quietUntil", "免打扰结束")
    {
        Hint = "7:00 至 9:30 之间。22:00 至 7:00 除公安机关紧急劝阻外一律不发，不能改。",
    };
    internal static readonly FlagField NoonQuiet = new("noonQuiet", "午休（12:00–14:00）也不打扰") { Optional = true };

    internal static async Task<IResult> Get(Db db, Viewer viewer)
    {
        if (!ShowCalendar.IsForAll(viewer))
            return Refusal.NotAllowed.AsPage();

        var hours = (await TenantCalendar.Load(db, viewer.TenantId)).Hours;
        return Page.Of<OfficeHoursPage>(
            new
            {
                Form = Form.Empty(
                    (MorningFrom.Name, Text(hours.Morning.From)),
                    (MorningUntil.Name, Text(hours.Morning.Until)),
                    (AfternoonFrom.Name, Text(hours.Afternoon.From)),
                    (AfternoonUntil.Name, Text(hours.Afternoon.Until)),
                    (QuietFrom.Name, Text(hours.Quiet.From)),
                    (QuietUntil.Name, Text(hours.Quiet.Until)),
                    (NoonQuiet.Name, hours.NoonQuiet is null ? null : "true")
                ),
            }
        );
    }

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer)
    {
        if (!ShowCalendar.IsForAll(viewer))
            return Refusal.NotAllowed.AsPage();

        var hours = Read(form);
        if (form.Failed)
            return Page.Of<OfficeHoursPage>(new { Form = form }, 422);

        var row = await db.Set<CalendarHours>().SingleOrDefaultAsync(h => h.TenantId == viewer.TenantId);
        if (row is null)
            db.Add(row = new CalendarHours { TenantId = viewer.TenantId });
        row.Set(hours);
        db.Record(
            viewer,
            new CalendarHoursSet(
                row.MorningFrom,
                row.MorningUntil,
                row.AfternoonFrom,
                row.AfternoonUntil,
                row.QuietFrom,
                row.QuietUntil,
                row.NoonQuiet
            )
        );
        await db.SaveChangesAsync();
        return Page.Done("/calendar", "已保存办公与免打扰时间。");
    }

    private static OfficeHours Read(Form form)
    {
        var (opens, noon) = (form.Read(MorningFrom), form.Read(MorningUntil));
        var (back, closes) = (form.Read(AfternoonFrom), form.Read(AfternoonUntil));
        var (quiet, awake) = (form.Read(QuietFrom), form.Read(QuietUntil));
        if (noon <= opens)
            form.Fail(MorningUntil, "上午下班应晚于上午上班。");
        if (back < noon)
            form.Fail(AfternoonFrom, "下午上班不能早于上午下班。");
        if (closes <= back)
            form.Fail(AfternoonUntil, "下午下班应晚于下午上班。");
        if (quiet < new TimeOnly(19, 0) || quiet > OfficeHours.Night.From)
            form.Fail(QuietFrom, "免打扰应在 19:00 至 22:00 之间开始。");
        if (awake < OfficeHours.Night.Until || awake > new TimeOnly(9, 30))
            form.Fail(QuietUntil, "免打扰应在 7:00 至 9:30 之间结束。");
        return form.Failed
            ? new OfficeHours()
            : new OfficeHours
            {
                Morning = new DayWindow(opens!.Value, noon!.Value),
                Afternoon = new DayWindow(back!.Value, closes!.Value),
                Quiet = new DayWindow(quiet!.Value, awake!.Value),
                NoonQuiet = form.Read(NoonQuiet) ? OfficeHours.Noon : null,
            };
    }

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
