using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Details;
using Wuzha.Duties.Exports;
using Wuzha.Duties.Lists;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Work;

public static class WaiveDutyForm
{
    /// <summary>Value of <see cref="Period"/> for the duty as a whole.</summary>
    internal const string Whole = "whole";

    public static readonly ChoiceField Period = new("period", "免除哪一期");
    public static readonly TextField Reason = new("reason", "免除的原因")
    {
        Max = 500,
        Min = 4,
        Lines = 3,
        Hint = "单位会看到，例如：本村没有学校，不用组织",
    };
}

/// <summary>免除: the office excuses a unit from one period or from the whole duty, with a reason.</summary>
internal static class WaiveDuty
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await AssignmentHere.Decide(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var periods = await Periods(db, here);
        return await Shown(
            here,
            db,
            catalog,
            periods,
            periods.Count == 0 ? Form.Empty((WaiveDutyForm.Period.Name, WaiveDutyForm.Whole)) : Form.Empty(),
            null
        );
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await AssignmentHere.Decide(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var periods = await Periods(db, here);
        var (chosen, reason) = (form.Read(Choice(periods)), form.Read(WaiveDutyForm.Reason));
        if (form.Failed)
            return await Shown(here, db, catalog, periods, form, null);

        var period = periods.FirstOrDefault(one => Value(one) == chosen);
        if (!(await new DutyWork(db, viewer, clock).Waive(here.Assignment, period, reason!)).Is(out _, out var no))
            return await Shown(here, db, catalog, periods, form, no);

        await db.SaveChangesAsync();
        return Page.Done(here.Href, "已免除，不再催办。可以在下面撤销。");
    }

    private static async Task<IReadOnlyList<DutyPeriod>> Periods(Db db, AssignmentHere here) =>
        [.. (await ShowAssignment.StandingsOf(db, here)).Where(standing => !standing.IsSettled).Select(standing => standing.Period)];

    private static ChoiceField Choice(IReadOnlyList<DutyPeriod> periods) =>
        WaiveDutyForm.Period.With([
            .. periods.Select(one => (Value(one), DutyWords.Days(one.FromOn, one.UntilOn))),
            (WaiveDutyForm.Whole, "整项任务，以后各期都不再要求"),
        ]);

    private static string Value(DutyPeriod period) => period.FromOn.ToString("yyyy-MM-dd");

    private static async Task<IResult> Shown(
        AssignmentHere here,
        Db db,
        FactCatalog catalog,
        IReadOnlyList<DutyPeriod> periods,
        Form form,
        Refusal? refusal
    ) =>
        Page.Of<WaiveDutyPage>(
            new
            {
                Head = await ShowAssignment.Head(db, catalog, here),
                Form = form,
                Period = Choice(periods),
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}

/// <summary>撤销免除: the unit is asked again.</summary>
internal static class WithdrawWaiver
{
    internal static async Task<IResult> Post(Guid id, Guid waiverId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await AssignmentHere.Decide(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var waiver = await db.Set<Waiver>()
            .SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.AssignmentId == id && one.Id == waiverId);
        if (waiver is null)
            return Refusal.NotFound.AsPage();
        if (new DutyWork(db, viewer, clock).Withdraw(here.Assignment, waiver) is { } no)
            return no.AsPage();

        await db.SaveChangesAsync();
        return Page.Done(here.Href, "已撤销免除，重新要求完成。");
    }
}
