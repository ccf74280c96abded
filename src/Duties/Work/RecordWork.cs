using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Duties.Details;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Work;

/// <summary>The fields of one record of work. What is known is filled in: today, the usual amount, the own place.</summary>
public static class RecordWorkForm
{
    internal const long MaxBytes = 10 * 1024 * 1024;

    public static readonly DayField Day = new("day", "哪天办的") { Hint = "可以补记前几天的，不能填以后的日期" };
    public static readonly NumberField Amount = new("amount", "办了多少") { Min = 1, Max = 1_000_000 };
    public static readonly TextField Place = new("place", "在哪里")
    {
        Max = 100,
        Optional = true,
        Hint = "例如：村委会、集市、某小区门口",
    };
    public static readonly TextField Remark = new("remark", "备注")
    {
        Max = 500,
        Lines = 3,
        Optional = true,
        Hint = "不写群众的姓名、电话、身份证号",
    };
    public static readonly FileField File = new("file", "附件")
    {
        Endings = [".jpg", ".jpeg", ".png", ".pdf", ".docx", ".xlsx", ".txt"],
        MaxBytes = MaxBytes,
        Optional = true,
        Hint = "不是必须的，没有附件也算完成",
    };
}

/// <summary>记录工作: when, where, how much. Takes less than a minute.</summary>
internal static class RecordWork
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, FactCatalog catalog, TimeProvider clock)
    {
        if (!(await AssignmentHere.Record(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var form = Form.Empty(
            (RecordWorkForm.Day.Name, RecordWorkForm.Day.Show(here.Today)),
            // A share of households is never done in one go, and guessing it would be typed over.
            (RecordWorkForm.Amount.Name, here.Duty.Need.IsPercent ? null : "1"),
            (RecordWorkForm.Place.Name, here.Unit.Name)
        );
        return await Shown(here, db, catalog, form, null);
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, FactCatalog catalog, FileStore files, TimeProvider clock)
    {
        if (!(await AssignmentHere.Record(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var (day, amount) = (form.Read(RecordWorkForm.Day), form.Read(RecordWorkForm.Amount));
        var (place, remark) = (form.Read(RecordWorkForm.Place), form.Read(RecordWorkForm.Remark));
        if (day is { } on && here.Assignment.TakesWork(on, here.Today) is { } wrong)
            form.Fail(RecordWorkForm.Day, wrong.Message);
        var content = await Content(form);
        if (form.Failed)
            return await Shown(here, db, catalog, form, null);

        var now = clock.GetUtcNow().UtcDateTime;
        var kept = content is { } upload ? await StoredFile.Keep(db, files, viewer, (upload.Content, upload.Name, DutiesActs.ReadDuties), now) : null;
        var entry = new WorkEntry(day!.Value, amount!.Value, place ?? "", remark ?? "", kept?.Id);
        if (!(await new DutyWork(db, viewer, clock).Record(here.Assignment, entry)).Is(out _, out var no))
            return await Shown(here, db, catalog, form, no);

        await db.SaveChangesAsync();
        return Page.Done(here.Href, "已记录。记错了可以在下面撤销。");
    }

    private static async Task<(FileContent Content, string Name)?> Content(Form form)
    {
        if (form.File(RecordWorkForm.File) is not { } upload)
            return null;

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes);
        if (FileContent.Read(bytes.ToArray(), upload.FileName, (int)RecordWorkForm.MaxBytes).Is(out var content, out var refusal))
            return (content, upload.FileName);

        form.Fail(RecordWorkForm.File, refusal.Message);
        return null;
    }

    private static async Task<IResult> Shown(AssignmentHere here, Db db, FactCatalog catalog, Form form, Refusal? refusal)
    {
        var head = await ShowAssignment.Head(db, catalog, here);
        return Page.Of<RecordWorkPage>(
            new
            {
                Head = head,
                Form = form,
                Amount = RecordWorkForm.Amount with
                {
                    Unit = head.CountedIn,
                },
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }
}

/// <summary>撤销: the record stays to be seen, and counts no longer.</summary>
internal static class WithdrawWork
{
    internal static async Task<IResult> Post(Guid id, Guid recordId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await AssignmentHere.Record(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var record = await db.Set<WorkRecord>()
            .SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.AssignmentId == id && one.Id == recordId);
        if (record is null)
            return Refusal.NotFound.AsPage();
        if (new DutyWork(db, viewer, clock).Withdraw(here.Assignment, record) is { } no)
            return no.AsPage();

        await db.SaveChangesAsync();
        return Page.Done(here.Href, "已撤销，不再计入。");
    }
}
