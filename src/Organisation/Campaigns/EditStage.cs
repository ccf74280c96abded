using Microsoft.AspNetCore.Http;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Campaigns;

/// <summary>The fields of a stage.</summary>
public static class StageForm
{
    public static readonly ChoiceField Kind = new("kind", "类别")
    {
        Options = [.. Enum.GetValues<StageKind>().Select(kind => (kind.ToString(), Stage.KindName(kind)))],
    };
    public static readonly TextField Name = new("name", "名称")
    {
        Max = 60,
        Optional = true,
        Hint = "不填就用类别的名称",
    };
    public static readonly DayField FromOn = new("fromOn", "开始日期");
    public static readonly DayField UntilOn = new("untilOn", "截止日期");

    internal static Form Of(Stage stage) =>
        Form.Empty(
            (Kind.Name, stage.Kind.ToString()),
            (Name.Name, stage.Name),
            (FromOn.Name, FromOn.Show(stage.FromOn)),
            (UntilOn.Name, UntilOn.Show(stage.UntilOn))
        );

    internal static (StageKind Kind, string Name, DateOnly FromOn, DateOnly UntilOn) Read(Form form)
    {
        var kind = Enum.TryParse<StageKind>(form.Read(Kind), out var typed) ? typed : StageKind.Preparation;
        return (kind, form.Read(Name) ?? Stage.KindName(kind), form.Read(FromOn) ?? default, form.Read(UntilOn) ?? default);
    }
}

internal static class AddStage
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock) =>
        (await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal)
            ? Show(here, Form.Empty((StageForm.FromOn.Name, StageForm.FromOn.Show(here.Campaign.FromOn))))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var (kind, name, from, until) = StageForm.Read(form);
        if (form.Failed)
            return Show(here, form);
        if (Stage.Fits(here.Campaign, await ShowCampaign.Stages(db, here), from, until) is { } no)
            return Show(here, form, no);

        db.Add(
            new Stage
            {
                TenantId = viewer.TenantId,
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                CampaignId = id,
                Kind = kind,
                Name = name,
                FromOn = from,
                UntilOn = until,
            }
        );
        here.Campaign.Touch();
        db.Record(viewer, new CampaignChanged(id, here.Campaign.IssuingUnitId, "stages"), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}", $"已添加阶段“{name}”。");
    }

    private static IResult Show(CampaignHere here, Form form, Refusal? refusal = null) =>
        Page.Of<StagePage>(
            new
            {
                here.Head,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}

internal static class EditStage
{
    internal static async Task<IResult> Get(Guid id, Guid stageId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        return (await ShowCampaign.Stages(db, here)).FirstOrDefault(stage => stage.Id == stageId) is { } stage
            ? Show(here, stage, StageForm.Of(stage))
            : Refusal.NotFound.AsPage();
    }

    internal static async Task<IResult> Post(Guid id, Guid stageId, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var stages = await ShowCampaign.Stages(db, here);
        if (stages.FirstOrDefault(one => one.Id == stageId) is not { } stage)
            return Refusal.NotFound.AsPage();

        var (kind, name, from, until) = StageForm.Read(form);
        if (form.Failed)
            return Show(here, stage, form);
        if (Stage.Fits(here.Campaign, stages.Where(other => other.Id != stageId), from, until) is { } no)
            return Show(here, stage, form, no);

        (stage.Kind, stage.Name, stage.FromOn, stage.UntilOn) = (kind, name, from, until);
        here.Campaign.Touch();
        db.Record(viewer, new CampaignChanged(id, here.Campaign.IssuingUnitId, "stages"), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}", "已保存。");
    }

    private static IResult Show(CampaignHere here, Stage stage, Form form, Refusal? refusal = null) =>
        Page.Of<StagePage>(
            new
            {
                here.Head,
                StageId = (Guid?)stage.Id,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}

internal static class RemoveStage
{
    internal static async Task<IResult> Post(Guid id, Guid stageId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        if ((await ShowCampaign.Stages(db, here)).FirstOrDefault(stage => stage.Id == stageId) is not { } stage)
            return Refusal.NotFound.AsPage();

        db.Remove(stage);
        here.Campaign.Touch();
        db.Record(viewer, new CampaignChanged(id, here.Campaign.IssuingUnitId, "stages"), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}", $"已删去阶段“{stage.Name}”。");
    }
}
