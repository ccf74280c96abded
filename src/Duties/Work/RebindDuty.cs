using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Details;
using Wuzha.Duties.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Work;

public static class RebindDutyForm
{
    public static readonly ChoiceField Measure = new("measure", "按什么计数");
    public static readonly DayField FromOn = new("fromOn", "从哪天起") { Hint = "这天以前仍按原来的方式计数，不会重复计算" };
}

/// <summary>改变计数方式: from a day on another measure counts the duty.</summary>
internal static class RebindDuty
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await DutyHere.Decide(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var today = LocalDay.Today(clock);
        var bindings = await db.Set<DutyBinding>().AsNoTracking().Where(one => one.TenantId == viewer.TenantId && one.DutyId == id).ToListAsync();
        var form = Form.Empty(
            (RebindDutyForm.Measure.Name, MeasureLine.Of(bindings).On(today)),
            (RebindDutyForm.FromOn.Name, RebindDutyForm.FromOn.Show(today))
        );
        return Shown(here, catalog, form, null);
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await DutyHere.Decide(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var (measure, fromOn) = (form.Read(Choice(here, catalog)), form.Read(RebindDutyForm.FromOn));
        if (form.Failed)
            return Shown(here, catalog, form, null);
        if (await new DutyBook(db, viewer, catalog, clock).Rebind(id, measure!, fromOn!.Value) is { } no)
            return Shown(here, catalog, form, no);

        await db.SaveChangesAsync();
        return Page.Done($"/duties/{id}", "已改变计数方式。");
    }

    private static ChoiceField Choice(DutyHere here, FactCatalog catalog) =>
        RebindDutyForm.Measure.With(KindMeasures.Offered(catalog, here.Duty.Kind).Select(measure => (measure.Key, KindMeasures.WordsOf(measure))));

    private static IResult Shown(DutyHere here, FactCatalog catalog, Form form, Refusal? refusal) =>
        Page.Of<RebindDutyPage>(
            new
            {
                here.Duty.Id,
                Title = $"{here.Duty.Number}. {here.Duty.Title}",
                Form = form,
                Measure = Choice(here, catalog),
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
