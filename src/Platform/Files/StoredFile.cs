using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Files;

/// <summary>文件: an uploaded file: its content by hash, who owns it, and who may open it.</summary>
public sealed class StoredFile
{
    private const int NameLength = 120;

    public required string TenantId { get; init; }
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the content as kept (after metadata was dropped).</summary>
    public required string Hash { get; init; }
    public required long Size { get; init; }

    /// <summary>Key of its <see cref="FileType"/>.</summary>
    public required string Type { get; init; }

    /// <summary>As the uploader called it, without folders and control characters.</summary>
    public required string Name { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid OwnerId { get; init; }

    /// <summary>Whoever has this act over <see cref="UnitId"/> may open it; the owner may anyway.</summary>
    public required string AccessAct { get; init; }
    public required DateTime UploadedAt { get; init; }

    /// <summary>A temporary upload (an import waiting for its preview) is gone then; null for one that is kept.</summary>
    public DateTime? ExpiresAt { get; set; }

    /// <summary>Keeps a looked-into upload and records it; written with the next save.</summary>
    public static async Task<StoredFile> Keep(
        Db db,
        FileStore store,
        Viewer viewer,
        (FileContent Content, string Name, Act Access) upload,
        DateTime now,
        DateTime? expiresAt = null
    )
    {
        var file = new StoredFile
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            Hash = await store.Put(viewer.TenantId, upload.Content.Bytes),
            Size = upload.Content.Bytes.Length,
            Type = upload.Content.Type.Key,
            Name = CleanName(upload.Name, upload.Content.Type),
            UnitId = viewer.UnitId,
            OwnerId = viewer.PersonId,
            AccessAct = upload.Access.Key,
            UploadedAt = now,
            ExpiresAt = expiresAt,
        };
        db.Add(file);
        db.Record(viewer, new FileKept(file.Id, file.Hash, file.Size));
        return file;
    }

    /// <summary>The content as an answer, checked against its hash first. Whether the one who asks may have it is for the caller to say.</summary>
    public async Task<IResult> Answer(HttpContext context, FileStore store)
    {
        if (await store.Find(TenantId, Hash) is not { } path)
            return FileRefusals.Lost.AsPage();

        var type = FileType.Of(Type);
        var disposition = new ContentDispositionHeaderValue(type.IsImage ? "inline" : "attachment");
        disposition.SetHttpFileName(Name);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentDisposition = disposition.ToString();
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            headers.CacheControl = "private, no-cache";
            return Task.CompletedTask;
        });
        return TypedResults.PhysicalFile(
            path,
            type.ContentType,
            lastModified: new DateTimeOffset(UploadedAt),
            entityTag: new EntityTagHeaderValue($"\"{Hash}\""),
            enableRangeProcessing: true
        );
    }

    /// <summary>The name without folders, control and shell characters, at most 120 characters, always with the ending of what it really is.</summary>
    internal static string CleanName(string name, FileType type)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder();
        foreach (var rune in Path.GetFileNameWithoutExtension(last).Normalize(NormalizationForm.FormC).EnumerateRunes())
            if (
                Rune.IsLetterOrDigit(rune)
                || rune.Value is ' ' or '-' or '_' or '.' or '（' or '）' or '(' or ')' or '、' or '《' or '》' or '〔' or '〕'
            )
                clean.Append(rune);
        var stem = clean.ToString().Trim(' ', '.');
        var ending = type.Endings[0];
        return (
                stem.Length == 0 ? "文件"
                : stem.Length > NameLength - ending.Length ? stem[..(NameLength - ending.Length)]
                : stem
            ) + ending;
    }

    internal static void Map(ModelBuilder model) =>
        model.Entity<StoredFile>(t =>
        {
            t.ToTable("files");
            t.HasKey(x => new { x.TenantId, x.Id });
            t.Property(x => x.TenantId).HasMaxLength(PlatformTables.TenantLength);
            t.Property(x => x.Hash).HasMaxLength(64);
            t.Property(x => x.Type).HasMaxLength(10);
            t.Property(x => x.Name).HasMaxLength(NameLength);
            t.Property(x => x.AccessAct).HasMaxLength(60);
            t.HasIndex(x => new { x.TenantId, x.Hash });
            t.HasIndex(x => new { x.TenantId, x.ExpiresAt });
            t.HasOne<Unit>().WithMany().HasForeignKey(x => new { x.TenantId, x.UnitId }).OnDelete(DeleteBehavior.Restrict);
        });
}

/// <summary>上传文件: a file was kept.</summary>
public sealed record FileKept(Guid FileId, string Hash, long Size) : Fact;
