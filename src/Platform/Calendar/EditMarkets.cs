using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Calendar;

/// <summary>赶集日: where and when a market is held.</summary>
internal static class AddMarket
{
    internal static readonly ChoiceField Unit = new("unit", "所在单位");
    internal static readonly TextField Name = new("name", "集市名称") { Max = 40 };
    internal static readonly ChoiceField Rule = new("rule", "逢集规律")
    {
        Options =
        [
            ("Weekdays", "按星期，例如逢周六、周日（填 6、7）"),
            ("DayEndings", "按公历尾数，例如逢 3 逢 8（填 3、8，逢 10 填 0）"),
            ("LunarEndings", "按农历尾数，例如农历逢三逢八（填 3、8，逢十填 0）"),
            ("LunarDays", "按农历日子，例如初一、十五（填 1、15）"),
        ],
    };
    internal static readonly TextField Numbers = new("numbers", "逢集的数") { Max = 60, Hint = "几个数之间用顿号、逗号或空格隔开。" };

    internal static async Task<IResult> Get(Db db, Viewer viewer) =>
        Page.Of<MarketPage>(new { Form = Form.Empty(), Units = await ShowCalendar.UnitOptions(db, viewer) });

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        var units = await ShowCalendar.UnitOptions(db, viewer);
        var unit = form.Read(Unit.With(units));
        var name = form.Read(Name);
        var rule = form.Read(Rule);
        var numbers = form.Read(Numbers);
        var days = rule is null || numbers is null ? null : Days(form, Enum.Parse<MarketRule>(rule), numbers);
        if (form.Failed)
            return Page.Of<MarketPage>(new { Form = form, Units = units }, 422);

        var market = new Market
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            UnitId = Guid.Parse(unit!),
            Name = name!,
            Rule = days!.Rule,
            Numbers = string.Join(',', days.Numbers),
        };
        db.Add(market);
        db.Record(viewer, new MarketSet(market.Id, market.UnitId, market.Rule, market.Numbers));
        await db.SaveChangesAsync();
        return Page.Done("/calendar", $"已录入“{name}”：{days}。");
    }

    private static MarketDays? Days(Form form, MarketRule rule, string typed)
    {
        var (from, until) = MarketDays.Range(rule);
        var numbers = new SortedSet<int>();
        foreach (var word in typed.Split(['、', '，', ',', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries))
            if (int.TryParse(word, CultureInfo.InvariantCulture, out var number) && number >= from && number <= until)
                numbers.Add(number);
            else
                form.Fail(Numbers, $"“{word}”不在 {from} 到 {until} 之间，请核对后重填。");
        if (numbers.Count == 0)
            form.Fail(Numbers, Numbers.Missing);
        return form.Failed ? null : new MarketDays(rule, [.. numbers]);
    }
}

/// <summary>Strikes out a market.</summary>
internal static class RemoveMarket
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer)
    {
        var market = await db.Set<Market>().SingleOrDefaultAsync(m => m.TenantId == viewer.TenantId && m.Id == id);
        var path = market is null
            ? null
            : await db.Units.Where(u => u.TenantId == viewer.TenantId && u.Id == market.UnitId).Select(u => u.Path).SingleAsync();
        if (market is null || !viewer.Scope.Covers(path!))
            return CalendarRefusals.MarketGone.AsPage();

        db.Remove(market);
        db.Record(viewer, new MarketSet(market.Id, market.UnitId, market.Rule, market.Numbers, Removed: true));
        await db.SaveChangesAsync();
        return Page.Done("/calendar", $"已删除“{market.Name}”。");
    }
}
