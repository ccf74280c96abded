using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.PlanReading;
using Wuzha.Plans;
using Wuzha.Plans.Activation;
using Wuzha.Plans.Amendment;
using Wuzha.Plans.Exports;
using Wuzha.Plans.Implementation;
using Wuzha.Plans.Review;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Documents.Reading;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Web.Demo;

/// <summary>The running campaign of the demo and the clerk in whose name it is led.</summary>
internal sealed record DemoOffice(Guid CampaignId, DateOnly FromOn, Viewer Clerk);

/// <summary>
/// 演示方案: the township's plan is read in, reviewed and activated by the product's own code; a supplement waits for its difference to be confirmed; the
/// units' own plans are in but for a few.
/// </summary>
internal sealed class DemoPlan
{
    /// <summary>What the reader did not find, put right as a clerk would.</summary>
    private static readonly (string Words, string Units)[] Corrections =
    [
        ("召开动员会议", "平安法治办公室"),
        ("逐级传达指令要求", "各村（社区）\n各单位"),
        ("岚汀云织服饰厂", "岚汀云织服饰厂\n汀州湾食品厂"),
        ("泊云客栈在显示屏", "泊云通信营业厅\n泊云客栈"),
        ("独居老人防骗宣讲", "民政和社会事务办公室"),
    ];

    /// <summary>What the usual measure of a kind would count wrongly, chosen as a clerk would.</summary>
    private static readonly (string Words, Measure Measure)[] Counted =
    [
        ("认领防范责任", CampaignMeasures.ResponsibilitiesClaimed),
        ("宣讲员参加1次培训", CampaignMeasures.LecturersTrained),
        ("发布1次防范工作指令", DirectiveMeasures.Issued),
        ("向各网格转发指令", DirectiveMeasures.PassedOn),
        ("确认群内推送", DirectiveMeasures.RelaysConfirmed),
        ("印制防骗宣传折页", CampaignMeasures.PrintedMatter),
        ("印制致村", CampaignMeasures.PrintedMatter),
    ];

    private const string Unfiled = "竹影村";
    private const string Corrected = "石榴湾村";
    private const string Late = "鹭洲村";

    private readonly Db db;
    private readonly DemoTown town;
    private readonly DemoOffice office;
    private readonly (FileStore Store, FactCatalog Catalog) parts;

    private DemoPlan(Db db, DemoTown town, DemoOffice office, (FileStore Store, FactCatalog Catalog) parts) =>
        (this.db, this.town, this.office, this.parts) = (db, town, office, parts);

    public static async Task Plant(Func<TimeProvider, Db> open, DemoTown town, DemoOffice office, (FileStore Store, FactCatalog Catalog) parts)
    {
        await using var work = open(town.Clock);
        await using var all = await work.Database.BeginTransactionAsync();
        var demo = new DemoPlan(work, town, office, parts);
        var text = new DemoPlanText(office.FromOn);

        town.Clock.OnDay(0);
        var plan = await demo.Read(text.Plan(), DemoPlanText.FileName, PlanAim.OwnCampaign);
        await demo.Review(plan);
        await demo.Activate(plan);
        await demo.CollectImplementationPlans();

        town.Clock.DaysAgo(2);
        var supplement = await demo.Read(
            text.Supplement(),
            DemoPlanText.SupplementFileName,
            new PlanAim(PlanPurpose.Amendment, office.CampaignId, plan)
        );
        await demo.Review(supplement);
        await all.CommitAsync();
    }

    private DateTime Now()
    {
        town.Clock.Tick();
        return town.Clock.GetUtcNow().UtcDateTime;
    }

    private async Task<Guid> Read(byte[] file, string name, PlanAim aim)
    {
        if (!(await DocumentText.Read(file)).Is(out var text, out var refusal) || !FileContent.Read(file, name).Is(out var content, out refusal))
            throw new InvalidOperationException(refusal.Message);

        var kept = await StoredFile.Keep(db, parts.Store, office.Clerk, (content, name, PlansActs.ReadPlans), Now());
        var plan = PlanRows.Add(db, office.Clerk, PlanReader.Read(text)[0], new PlanOrigin(kept.Id, kept.Hash), Now(), aim);
        await db.SaveChangesAsync();
        // The review puts the same proposals back as other rows.
        db.ChangeTracker.Clear();
        return plan.Id;
    }

    /// <summary>Each proposal is corrected, turned into its lawful form, dropped where nothing lawful is left of it, or taken.</summary>
    private async Task Review(Guid id)
    {
        var here = await Here(id);
        var text = await here.Text(db);
        var (taken, dropped) = (0, 0);
        foreach (var proposal in await here.Proposals(db).OrderBy(one => one.Start).ThenBy(one => one.Position).ToListAsync())
        {
            var act = Act(proposal, text);
            ReviewBook.Do(db, here, act, Now());
            if (act.After[0].Decision == Decision.Dropped)
                dropped++;
            else
                taken++;
        }
        var fact = db.Record(office.Clerk, new PlanReviewed(id, here.Plan.UnitId, taken, dropped));
        Accept(here.Plan.FinishReview(0, taken, fact, Now()));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    private static Replacement Act(Proposal proposal, string text)
    {
        var guard = GuardReading.Of(text, proposal);
        var sentence = proposal.Span.Of(text);
        var measure = Counted.FirstOrDefault(one => sentence.Contains(one.Words, StringComparison.Ordinal)).Measure;
        if (measure is not null)
            proposal = proposal with { MeasureKey = measure.Key };
        var correction = Corrections.FirstOrDefault(one => sentence.Contains(one.Words, StringComparison.Ordinal)).Units;
        var act =
            guard.Forbids ? ReviewActs.Adopt(proposal, guard)
            : correction is not null && correction != proposal.Units ? ReviewActs.Correct(proposal, proposal with { Units = correction }, guard)
            : ReviewActs.Take(proposal, guard);
        return act.Is(out var done, out _) ? done : ReviewActs.Drop(proposal).Value!;
    }

    private async Task Activate(Guid id)
    {
        if (!(await OutcomeHere.Read(await Here(id), $"{office.CampaignId}", office.FromOn, db, town.Clock)).Is(out var outcome, out var refusal))
            throw new InvalidOperationException(refusal.Message);
        if (!outcome.Outcome.IsReady)
            throw new InvalidOperationException(
                "The demo plan leaves duties without units: "
                    + string.Join("; ", outcome.Outcome.WithoutUnits.Select(duty => $"{duty.Draft.Title} ({string.Join(' ', duty.Unresolved)})"))
                    + $" {outcome.Outcome.Unresolved.Count}"
            );

        var leader = town.Appointments.First(one => one.Role == Roles.Leader.Key && one.UnitId == office.Clerk.UnitId);
        Accept(await ActivatePlan.Activate(outcome, null, $"{leader.PersonId}", db, parts.Catalog, town.Clock));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>竹影村 has not filed; 石榴湾村 was told to correct its plan, did so late and waits for the office; 鹭洲村 filed late and is to correct its plan.</summary>
    private async Task CollectImplementationPlans()
    {
        town.Clock.OnDay(1);
        var today = LocalDay.Today(town.Clock);
        var campaign = (await CampaignQuestions.Find(db, office.Clerk, office.CampaignId, town.Clock))!;
        var here = new ImplementationHere(campaign, office.Clerk, today);
        var villages = DemoPlaces.Villages.Select(village => town.Units[village.Name]).ToList();
        var dueOn = WorkingCalendar.National.AddWorkingDays(today, 8);
        await AskImplementationPlans.Ask(here, db, [.. villages.Select(unit => unit.Id)], dueOn, town.Clock);
        await db.SaveChangesAsync();

        var (corrected, late) = (town.Units[Corrected], town.Units[Late]);
        List<Unit> prompt = [.. villages.Where(village => village.Name is not (Unfiled or Late))];
        foreach (var village in prompt)
            await File(here, village, 4);
        foreach (var village in prompt)
            await Decide(here, village, 7, isApproved: village != corrected);
        await File(here, late, 31);
        await Decide(here, late, DemoClock.CampaignDays - 4, isApproved: false);
        await File(here, corrected, DemoClock.CampaignDays - 3);
    }

    private async Task File(ImplementationHere here, Unit village, int day)
    {
        town.Clock.OnDay(day);
        var liaison = town.Appointments.First(one => one.Role == Roles.Liaison.Key && one.UnitId == village.Id);
        var viewer = office.Clerk with
        {
            PersonId = liaison.PersonId,
            UnitId = village.Id,
            UnitName = village.Name,
            Scope = village.Scope,
            Role = liaison.Role,
        };
        var filed = await Own(here with { Viewer = viewer }, village);
        Accept(filed.Plan.File(filed.Campaign.Today));
        FileImplementationPlan.Add(filed, db, (Words(village.Name), null), Now());
        filed.Campaign.Settle(db, village.Id);
        await db.SaveChangesAsync();
    }

    private async Task Decide(ImplementationHere here, Unit village, int day, bool isApproved)
    {
        town.Clock.OnDay(day);
        var filed = await Own(here, village);
        var dueOn = WorkingCalendar.National.AddWorkingDays(filed.Campaign.Today, 6);
        Accept(isApproved ? filed.Plan.Approve() : filed.Plan.Return(dueOn));
        var answer = isApproved ? null : "请写明每个网格由谁走访、分几天走完；外出务工户怎么联系也要写上。";
        DecideImplementationPlan.Decide(filed, db, isApproved, answer, town.Clock);
        if (!isApproved)
            filed.Campaign.Owe(db, village.Id, dueOn);
        await db.SaveChangesAsync();
    }

    private async Task<UnitPlanHere> Own(ImplementationHere here, Unit village)
    {
        var plan = await db.Set<ImplementationPlan>().SingleAsync(one => one.TenantId == DemoTown.TenantId && one.UnitId == village.Id);
        var filings = await db.Set<ImplementationFiling>()
            .Where(one => one.TenantId == DemoTown.TenantId && one.PlanId == plan.Id)
            .OrderByDescending(one => one.Number)
            .ToListAsync();
        return new UnitPlanHere(here with { Today = LocalDay.Today(town.Clock) }, village, plan, filings);
    }

    private static string Words(string village) =>
        $"""
            一、分工：{village}“两委”成员每人联系一个网格，网格员逐户走访，联络员每周五汇总。
            二、时间：动员会后两周内走完在家的户，外出务工的户由家人代转或打电话联系；每月结合村民会议讲一次。
            三、重点：独居老人、陪读家长和做小生意的户，当面讲、讲两遍。
            四、要求：做完的事当天记一笔，不摆拍、不留痕；发现可疑情况马上打 96110。
            """;

    private async Task<PlanHere> Here(Guid id) =>
        (await PlanHere.Edit(id, db, office.Clerk)).Is(out var here, out var refusal) ? here : throw new InvalidOperationException(refusal.Message);

    private static void Accept(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException(refusal.Message);
    }
}
