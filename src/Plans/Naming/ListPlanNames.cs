using Microsoft.AspNetCore.Http;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Naming;

/// <summary>One name as the plan writes it.</summary>
/// <param name="IsSure">Holds without a person's word.</param>
/// <param name="IsDecided">A person decided it.</param>
public sealed record PlanNameRow(string Written, string Words, int Duties, int Units, bool IsSure, bool IsDecided, bool IsProposed)
{
    public string State =>
        IsDecided ? "已指定"
        : IsSure ? "已认出"
        : IsProposed ? "待确认"
        : "待指定";
}

/// <summary>A duty whose units are no units here.</summary>
public sealed record NobodysDuty(Guid Id, string Title, string Why);

/// <summary>责任单位对应: which units the names in the plan mean.</summary>
internal static class ListPlanNames
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await PlanHere.Read(id, db, viewer)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var units = await PlanUnits.Resolve(db, here, clock);
        var duties = await Review.ShowReview.InOrder(here, db);
        var nobodys = duties
            .Where(duty => duty.Decision != Decision.Dropped)
            .Select(duty => (Duty: duty, Units: units.Of(duty)))
            .Where(pair => pair.Units.IsNobodys)
            .Select(pair => new NobodysDuty(pair.Duty.Id, pair.Duty.Title, WhyOf(pair.Duty, pair.Units)));
        return Page.Of<PlanNamesPage>(
            new
            {
                Head = await here.Head(db),
                Names = (IReadOnlyList<PlanNameRow>)[.. units.Names.Select(Row)],
                Nobodys = (IReadOnlyList<NobodysDuty>)[.. nobodys],
                MayName = here.MayEdit,
            }
        );
    }

    private static PlanNameRow Row(ReadName name) =>
        new(
            name.Reading.Written,
            NamingForm.WordsOf(name.Reading, name.Units),
            name.Duties,
            name.Units.Count,
            name.Reading.IsSure,
            name.Reading.How == NameHow.Decided,
            name.Reading.Target is not null
        );

    private static string WhyOf(Proposal duty, DutyUnits units) =>
        duty.Units.Length == 0 ? "方案没有写明责任单位"
        : units.Office ? "由本单位自己办，不列入各单位任务清单"
        : units.Outside.Count > 0 ? $"由{string.Join('、', units.Outside)}办，这里没有任务"
        : "对应的单位现在没有";
}
