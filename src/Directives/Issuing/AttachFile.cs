using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Files;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>附件: a file that goes out with a directive.</summary>
internal sealed class DirectiveFile
{
    /// <summary>Files with one directive.</summary>
    public const int Most = 5;

    public required string TenantId { get; init; }
    public required Guid DirectiveId { get; init; }
    public required Guid FileId { get; init; }
}

public sealed record AttachedView(Guid FileId, string Name, long Size)
{
    /// <summary>120 KB, 1.5 MB.</summary>
    public string SizeWords => Size < 1_048_576 ? $"{Math.Max(1, Size / 1024)} KB" : $"{Size / 1048576m:0.#} MB";
}

/// <summary>Puts a file beside a draft, and takes it away again.</summary>
internal static class AttachFile
{
    internal static readonly FileField Upload = new("file", "附件")
    {
        Endings = [".pdf", ".docx", ".xlsx", ".jpg", ".png", ".txt"],
        Hint = "方案、名单模板、宣传图片等，最多 5 个。不要上传群众个人信息。",
    };

    internal static async Task<IResult> Post(Guid id, Form form, FileStore store, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer) = (asked.Db, asked.Viewer);
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();
        if (directive.IsOut)
            return DirectiveRefusals.AlreadyIssued.AsPage();

        if (form.File(Upload) is not { } upload)
            return await ShowDirective.Shown(directive, asked, form, null);
        if ((await Of(db, directive)).Count >= DirectiveFile.Most)
            return await ShowDirective.Shown(directive, asked, form, DirectiveRefusals.TooManyFiles);

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes);
        if (!FileContent.Read(bytes.ToArray(), upload.FileName).Is(out var content, out var refusal))
            return await ShowDirective.Shown(directive, asked, form, refusal);

        var now = asked.Clock.GetUtcNow().UtcDateTime;
        var kept = await StoredFile.Keep(db, store, viewer, (content, upload.FileName, DirectivesActs.IssueDirectives), now);
        db.Add(
            new DirectiveFile
            {
                TenantId = viewer.TenantId,
                DirectiveId = id,
                FileId = kept.Id,
            }
        );
        await db.SaveChangesAsync();
        return Page.Done($"/directives/{id}", $"已加上附件“{kept.Name}”。");
    }

    internal static async Task<IReadOnlyList<AttachedView>> Of(Db db, Directive directive)
    {
        // What is passed on carries the files of those above it.
        var ids = Platform.Units.Unit.IdsOf(directive.Trail).ToList();
        return await (
            from attached in db.Set<DirectiveFile>()
            join file in db.Set<StoredFile>() on new { attached.TenantId, attached.FileId } equals new { file.TenantId, FileId = file.Id }
            where attached.TenantId == directive.TenantId && ids.Contains(attached.DirectiveId)
            orderby file.UploadedAt, file.Id
            select new AttachedView(file.Id, file.Name, file.Size)
        ).ToListAsync();
    }
}

/// <summary>去掉附件, before it goes out.</summary>
internal static class DetachFile
{
    internal static async Task<IResult> Post(Guid id, Guid fileId, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer) = (asked.Db, asked.Viewer);
        if (await DirectiveHere.Office(db, viewer, id) is not { } directive)
            return Refusal.NotFound.AsPage();
        if (directive.IsOut)
            return DirectiveRefusals.AlreadyIssued.AsPage();

        await db.Set<DirectiveFile>()
            .Where(file => file.TenantId == viewer.TenantId && file.DirectiveId == id && file.FileId == fileId)
            .ExecuteDeleteAsync();
        return Page.Done($"/directives/{id}", "附件已去掉。");
    }
}

/// <summary>Opens an attachment to whoever may read the directive, or one that passes it on.</summary>
internal static class OpenAttachment
{
    internal static async Task<IResult> Get(Guid id, Guid fileId, HttpContext context, FileStore store, [AsParameters] DirectiveQuestion asked)
    {
        var (db, viewer) = (asked.Db, asked.Viewer);
        if (await DirectiveHere.Known(db, viewer, id) is not { } directive || (await AttachFile.Of(db, directive)).All(file => file.FileId != fileId))
            return Refusal.NotFound.AsPage();

        var stored = await db.Set<StoredFile>().AsNoTracking().SingleAsync(file => file.TenantId == viewer.TenantId && file.Id == fileId);
        return await stored.Answer(context, store);
    }
}
