using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Reports.Exports;

namespace Wuzha.Reports.Bulletins;

/// <summary>写说明: the office's own words on one section. The numbers cannot be written.</summary>
internal static class RemarkBulletin
{
    internal static readonly TextField Text = new("text", "说明")
    {
        Max = BulletinRemark.TextLength,
        Lines = 8,
        Optional = true,
        Hint = "写原因、做法和下步要求，印在本部分的数字后面。不写群众姓名、电话、住址和案情细节。留空就是不要说明。",
    };

    internal static async Task<IResult> Get(Guid unitId, string month, int section, Db db, Viewer viewer, TimeProvider clock) =>
        (await Read(unitId, month, section, db, viewer, clock)).Is(out var here, out var refusal)
            ? Shown(here, section, Form.Empty((Text.Name, (await here.Remarks(db)).GetValueOrDefault((BulletinSection)section))))
            : refusal.AsPage();

    internal static async Task<IResult> Post(Guid unitId, string month, int section, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await Read(unitId, month, section, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        var text = form.Read(Text) ?? "";
        if (form.Failed)
            return Shown(here, section, form, 422);

        var (at, of) = (here.Month.FirstOn, (BulletinSection)section);
        var remark = await db.Set<BulletinRemark>()
            .SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.UnitId == unitId && one.MonthOn == at && one.Section == of);
        if (remark is null)
            db.Add(
                remark = new BulletinRemark
                {
                    TenantId = viewer.TenantId,
                    UnitId = unitId,
                    MonthOn = at,
                    Section = of,
                }
            );
        if (remark.Text != text)
        {
            remark.Write(text);
            db.Record(viewer, new BulletinRemarked(unitId, at, section));
            await db.SaveChangesAsync();
        }
        return Page.Done($"{here.Href}#section-{section}", text.Length == 0 ? "这部分不要说明。" : "说明已保存。");
    }

    private static async Task<Result<BulletinHere>> Read(Guid unitId, string month, int section, Db db, Viewer viewer, TimeProvider clock) =>
        !(await BulletinHere.Decide(unitId, month, db, viewer, clock)).Is(out var here, out var refusal) ? refusal
        : !Enum.IsDefined((BulletinSection)section) ? Refusal.NotFound
        : await here.Issued(db) is not null ? ReportsRefusals.AlreadyIssued
        : here;

    private static IResult Shown(BulletinHere here, int section, Form form, int status = 200) =>
        Page.Of<RemarkPage>(
            new
            {
                here.Href,
                Section = section,
                Title = $"{here.Unit.Name}{here.Month.Name}通报",
                Form = form,
            },
            status
        );
}
