using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Imports;

/// <summary>The pages of every import: upload, preview, and the whole file or nothing.</summary>
public static class ImportRoutes
{
    internal static readonly FileField Upload = new("file", "表格文件") { Endings = SheetReader.Endings, MaxBytes = SheetReader.MaxBytes };
    internal const string Preview = "preview";

    /// <summary>
    /// <c>pages.MapImport("/units/import", ImportUnits.Plan).Needs(Acts.ImportUnits);</c> maps
    /// GET path (upload form), GET path/template, POST path (keeps the file), GET path/HASH (preview), GET path/HASH/errors (.xlsx), POST path/HASH
    /// (writes).
    /// </summary>
    public static RouteGroupBuilder MapImport<TRow>(this Pages pages, string path, ImportPlan<TRow> plan)
    {
        var group = pages.MapGroup("");
        var imports = new Pages(group);
        imports.MapGet(path, (HttpContext http) => Start(plan, http, Form.Empty(), null));
        imports.MapGet($"{path}/template", (Viewer viewer) => ImportSheets.Template(plan, viewer));
        imports.MapPost(path, (HttpContext http, Form form, Viewer viewer, SheetUploads uploads) => Take(plan, http, form, viewer, uploads));
        imports.MapGet(
            $"{path}/{{file:length(64)}}",
            (string file, HttpContext http, Db db, Viewer viewer, SheetUploads uploads) =>
                Show(plan, file, new ImportContext(http, db, viewer), http, uploads)
        );
        imports.MapGet(
            $"{path}/{{file:length(64)}}/errors",
            (string file, HttpContext http, Db db, Viewer viewer, SheetUploads uploads) =>
                Errors(plan, file, new ImportContext(http, db, viewer), uploads)
        );
        imports.MapPost(
            $"{path}/{{file:length(64)}}",
            (string file, HttpContext http, Form form, Db db, Viewer viewer, SheetUploads uploads) =>
                Commit(plan, file, form, new ImportContext(http, db, viewer), http, uploads)
        );
        return group;
    }

    private static IResult Start<TRow>(ImportPlan<TRow> plan, HttpContext http, Form form, Refusal? refusal)
    {
        var view = new ImportStartView(plan.Title, plan.Noun, plan.Lead, plan.Back, Base(http), ImportSheets.Guide(plan.Columns));
        return Page.Of<ImportPage>(
            new
            {
                View = view,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }

    private static async Task<IResult> Take<TRow>(ImportPlan<TRow> plan, HttpContext http, Form form, Viewer viewer, SheetUploads uploads)
    {
        var file = form.File(Upload);
        if (file is null)
            return Start(plan, http, form, null);

        using var content = new MemoryStream();
        await file.CopyToAsync(content, http.RequestAborted);
        var bytes = content.ToArray();
        if (!SheetReader.Read(bytes).Is(out _, out var refusal))
            return Start(plan, http, form, refusal);

        var hash = await uploads.Keep(viewer, Path.GetFileName(file.FileName), bytes);
        return TypedResults.LocalRedirect($"{Base(http)}/{hash}");
    }

    private static async Task<IResult> Show<TRow>(ImportPlan<TRow> plan, string file, ImportContext context, HttpContext http, SheetUploads uploads)
    {
        if (await uploads.Find(context.Viewer, file) is not { } upload)
            return ImportRefusals.Gone.AsPage();
        if (!(await ImportReading<TRow>.Of(plan, context, upload.Bytes)).Is(out var reading, out var refusal))
            return Start(plan, http, Form.Empty(), refusal);

        return PreviewPage(plan, upload, reading, Base(http, levels: 1), null);
    }

    private static async Task<IResult> Errors<TRow>(ImportPlan<TRow> plan, string file, ImportContext context, SheetUploads uploads)
    {
        if (await uploads.Find(context.Viewer, file) is not { } upload)
            return ImportRefusals.Gone.AsPage();
        if (!(await ImportReading<TRow>.Of(plan, context, upload.Bytes)).Is(out var reading, out var refusal))
            return refusal.AsPage();

        return ImportSheets.Errors(plan, reading, context.Viewer);
    }

    private static async Task<IResult> Commit<TRow>(
        ImportPlan<TRow> plan,
        string file,
        Form form,
        ImportContext context,
        HttpContext http,
        SheetUploads uploads
    )
    {
        if (await uploads.Find(context.Viewer, file) is not { } upload)
            return ImportRefusals.Gone.AsPage();

        await using var transaction = await context.Db.Database.BeginTransactionAsync(http.RequestAborted);
        if (!(await ImportReading<TRow>.Of(plan, context, upload.Bytes)).Is(out var reading, out var refusal))
            return Start(plan, http, Form.Empty(), refusal);
        if (reading.Wrong)
            return PreviewPage(plan, upload, reading, Base(http, levels: 1), ImportRefusals.StillWrong);
        if (reading.Fingerprint != form.Typed(Preview))
            return PreviewPage(plan, upload, reading, Base(http, levels: 1), ImportRefusals.PreviewChanged);

        var (added, changed, same) = (
            reading.Rows.New.Count(),
            reading.Rows.Changed.Count(),
            reading.Rows.All.Count(row => row.Verdict == ImportVerdict.Same)
        );
        await plan.Apply(context, reading.Rows);
        try
        {
            await context.Db.SaveChangesAsync(http.RequestAborted);
            await transaction.CommitAsync(http.RequestAborted);
        }
        // Somebody else wrote the same key between weighing and saving; the transaction takes everything back.
        catch (DbUpdateException raced) when (raced is not DbUpdateConcurrencyException)
        {
            return Refusal.ChangedMeanwhile.AsPage();
        }
        return new Flash(
            $"{Base(http, levels: 1)}/{file}",
            $"已导入：新增 {added} {plan.Counter}，更新 {changed} {plan.Counter}，原样未动 {same} {plan.Counter}。"
        );
    }

    private static IResult PreviewPage<TRow>(ImportPlan<TRow> plan, SheetUpload upload, ImportReading<TRow> reading, string home, Refusal? refusal) =>
        Page.Of<ImportPreviewPage>(new { View = ImportPreviewView.Of(plan, upload, reading, home), Refusal = refusal }, refusal?.Status ?? 200);

    /// <summary>The address of the upload form, from an address below it.</summary>
    private static string Base(HttpContext http, int levels = 0)
    {
        var path = http.Request.Path.Value!.TrimEnd('/');
        for (; levels > 0; levels--)
            path = path[..path.LastIndexOf('/')];
        return path;
    }
}
