using Microsoft.AspNetCore.Http;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans.Implementation;

/// <summary>报送: a unit files its own plan, as text, as a file, or both; again after a return.</summary>
internal static class FileImplementationPlan
{
    internal static readonly TextField Text = new("text", "实施方案正文")
    {
        Optional = true,
        Max = ImplementationFiling.TextLength,
        Lines = 12,
        Hint = "写清谁来做、什么时候做、做到什么程度，一两页即可；已有文件的，直接上传文件。",
    };
    internal static readonly FileField File = new("file", "文件")
    {
        Optional = true,
        Endings = [".docx", ".pdf", ".txt", ".jpg", ".png"],
        Hint = "纸质件可以拍照上传",
    };

    internal static async Task<IResult> Post(Guid id, Guid unitId, Form form, Db db, Viewer viewer, FileStore store, TimeProvider clock)
    {
        if (!(await UnitPlanHere.Change(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var (text, upload) = (form.Read(Text), form.File(File));
        var content = upload is null ? null : await Content(upload, form);
        if (form.Failed)
            return await ShowImplementationPlan.Page(here, db, form, null);
        if (text is null && content is null)
            return await ShowImplementationPlan.Page(here, db, form, ImplementationRefusals.TextOrFile);
        if (here.Plan.File(here.Campaign.Today) is { } no)
            return await ShowImplementationPlan.Page(here, db, form, no);

        var now = clock.GetUtcNow().UtcDateTime;
        // The file is the unit's, also when the office files for it from paper.
        var keeper = viewer with
        {
            UnitId = unitId,
        };
        var file = content is null
            ? null
            : await StoredFile.Keep(db, store, keeper, (content, upload!.FileName, PlansActs.ReadImplementationPlans), now);
        Add(here, db, (text, file), now);
        here.Campaign.Settle(db, unitId);
        await db.SaveChangesAsync();
        return Page.Done(here.Href, $"已报送，等{here.Campaign.Head.IssuerName}办公室审批。");
    }

    /// <summary>Adds the filing of a plan that has just become filed, and records it; the caller saves.</summary>
    internal static ImplementationFiling Add(UnitPlanHere here, Db db, (string? Text, StoredFile? File) filed, DateTime now)
    {
        var viewer = here.Campaign.Viewer;
        var id = Guid.CreateVersion7(new DateTimeOffset(now));
        var fact = new ImplementationPlanFiled(here.Plan.CampaignId, here.Plan.UnitId, id, here.Plan.LastNumber, here.Last is null)
        {
            FileHash = filed.File?.Hash,
        };
        var filing = new ImplementationFiling
        {
            TenantId = viewer.TenantId,
            Id = id,
            PlanId = here.Plan.Id,
            Number = here.Plan.LastNumber,
            Text = filed.Text,
            FileId = filed.File?.Id,
            FiledOn = here.Campaign.Today,
            DueOn = here.Plan.DueOn,
            FiledAt = now,
            FiledBy = viewer.PersonId,
            FiledFactId = db.Record(viewer, fact, here.Plan.CampaignId),
        };
        db.Add(filing);
        return filing;
    }

    private static async Task<FileContent?> Content(IFormFile upload, Form form)
    {
        using var memory = new MemoryStream((int)upload.Length);
        await upload.CopyToAsync(memory);
        if (FileContent.Read(memory.ToArray(), upload.FileName).Is(out var content, out var refusal))
            return content;

        form.Fail(File, refusal.Message);
        return null;
    }
}

/// <summary>撤回: the unit takes its plan back before the office has decided.</summary>
internal static class TakeBackImplementationPlan
{
    internal static async Task<IResult> Post(Guid id, Guid unitId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await UnitPlanHere.Change(id, unitId, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var last = here.Last;
        var before = here.Filings.FirstOrDefault(filing => filing != last && filing.TakenBackAt is null);
        if (here.Plan.TakeBack(before) is { } no)
            return await ShowImplementationPlan.Page(here, db, Form.Empty(), no);

        last!.TakeBack(clock.GetUtcNow().UtcDateTime);
        db.Record(viewer, new FactWithdrawn(last.FiledFactId), id);
        here.Campaign.Owe(db, unitId, here.Plan.DueOn);
        await db.SaveChangesAsync();
        return Page.Done(here.Href, "已撤回，请修改后再报。");
    }
}
