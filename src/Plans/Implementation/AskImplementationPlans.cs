using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Plans.Implementation;

/// <summary>The fields of the request for plans.</summary>
public static class AskImplementationForm
{
    /// <summary>Everything that takes part.</summary>
    internal const string Everyone = "all";

    public static readonly ChoiceField Whom = new("whom", "要求哪些单位") { Hint = "可以分几次要求；个别单位不用报的，要求后在它的页面上免去。" };
    public static readonly DayField DueOn = new("dueOn", "报送期限") { Hint = "应为工作日。到期前提醒联络员，逾期逐级催办。" };

    internal static ChoiceField Among(IReadOnlyList<CampaignUnit> units) =>
        Whom.With([
            (Everyone, $"全部参加单位（{units.Count} 个）"),
            .. units
                .GroupBy(unit => unit.Kind)
                .OrderBy(kind => UnitKinds.Of(kind.Key).Order)
                .Select(kind => (kind.Key, $"{UnitKinds.Of(kind.Key).Name}（{kind.Count()} 个）")),
        ]);
}

/// <summary>要求报送实施方案: asks units that take part, and sets or moves the deadline of those that have not filed.</summary>
internal static class AskImplementationPlans
{
    private const int DefaultWorkingDays = 5;

    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await ImplementationHere.Office(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var due = (await TenantCalendar.Load(db, viewer.TenantId)).AddWorkingDays(here.Today, DefaultWorkingDays);
        return Show(
            here,
            await CampaignQuestions.Units(db, viewer.TenantId, id, here.Today),
            Form.Empty(
                (AskImplementationForm.Whom.Name, AskImplementationForm.Everyone),
                (AskImplementationForm.DueOn.Name, AskImplementationForm.DueOn.Show(due))
            )
        );
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await ImplementationHere.Office(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var units = await CampaignQuestions.Units(db, viewer.TenantId, id, here.Today);
        var (whom, dueOn) = (form.Read(AskImplementationForm.Among(units)), form.Read(AskImplementationForm.DueOn));
        if (dueOn is { } day && WrongDay(here, day, await TenantCalendar.Load(db, viewer.TenantId)) is { } sentence)
            form.Fail(AskImplementationForm.DueOn, sentence);
        if (form.Failed)
            return Show(here, units, form);

        var asked = whom == AskImplementationForm.Everyone ? units : [.. units.Where(unit => unit.Kind == whom)];
        if (asked.Count == 0)
            return Show(here, units, form, ImplementationRefusals.NobodyToAsk);

        var count = await Ask(here, db, [.. asked.Select(unit => unit.Id)], dueOn!.Value, clock);
        await db.SaveChangesAsync();
        return Page.Done(
            here.Href,
            count == 0 ? "这些单位都已要求过或已报送，期限没有变。" : $"已要求 {count} 个单位在 {dueOn:yyyy-MM-dd} 前报送实施方案。"
        );
    }

    /// <summary>Adds what is missing, and records for each unit until when; the caller saves.</summary>
    /// <returns>How many units owe something new.</returns>
    internal static async Task<int> Ask(ImplementationHere here, Db db, IReadOnlyList<Guid> unitIds, DateOnly dueOn, TimeProvider clock)
    {
        var (tenant, campaign) = (here.Viewer.TenantId, here.Head.Id);
        var known = await db.Set<ImplementationPlan>()
            .Where(plan => plan.TenantId == tenant && plan.CampaignId == campaign)
            .ToDictionaryAsync(plan => plan.UnitId);
        var count = 0;
        foreach (var unitId in unitIds)
        {
            var isNew = !known.TryGetValue(unitId, out var plan);
            if (isNew)
            {
                plan = new ImplementationPlan
                {
                    TenantId = tenant,
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    CampaignId = campaign,
                    UnitId = unitId,
                    OfficeUnitId = here.Head.IssuingUnitId,
                };
                db.Add(plan);
            }
            if (!plan!.Ask(dueOn, isNew))
                continue;

            db.Record(here.Viewer, new ImplementationPlanAsked(campaign, unitId, dueOn), campaign);
            here.Owe(db, unitId, dueOn);
            count++;
        }
        return count;
    }

    /// <summary>Why a day cannot be the deadline; null when it can.</summary>
    internal static string? WrongDay(ImplementationHere here, DateOnly day, WorkingCalendar calendar)
    {
        if (day < here.Today)
            return "期限不能早于今天，请修改。";
        if (day > here.Head.UntilOn)
            return $"期限应在专项行动截止日期（{here.Head.UntilOn:yyyy-MM-dd}）之前，请修改。";

        return calendar.IsWorkingDay(day) ? null : $"{day:yyyy-MM-dd} 不是工作日，请改为工作日，例如 {calendar.NextWorkingDay(day):yyyy-MM-dd}。";
    }

    private static IResult Show(ImplementationHere here, IReadOnlyList<CampaignUnit> units, Form form, Refusal? refusal = null) =>
        Page.Of<AskImplementationPage>(
            new
            {
                here.Head,
                Form = form,
                Whom = AskImplementationForm.Among(units),
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}

/// <summary>不再要求: one unit need not file.</summary>
internal static class ReleaseImplementationPlan
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await UnitPlanHere.Decide(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (here.Plan.Release() is { } no)
            return await ShowImplementationPlan.Page(here, db, Form.Empty(), no);

        db.Record(viewer, new ImplementationPlanReleased(id, unitId), id);
        here.Campaign.Settle(db, unitId);
        await db.SaveChangesAsync();
        return Page.Done(here.Campaign.Href, $"不再要求{here.Unit.Name}报送实施方案，催办已停止。");
    }
}
