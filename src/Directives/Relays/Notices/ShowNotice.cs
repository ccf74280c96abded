using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Issuing;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Files;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Relays.Notices;

/// <summary>The words of one unit in a notice.</summary>
public sealed record NoticeText(string UnitName, string Text);

public sealed record NoticeView(
    string Title,
    string IssuerName,
    DateOnly IssuedOn,
    IReadOnlyList<NoticeText> Texts,
    IReadOnlyList<string> Pictures,
    string Organiser,
    string SeenHref
);

/// <summary>The public page of one directive for one group (DIR4, PLT8): read in half a minute on an old phone, and by nobody's account.</summary>
internal static class ShowNotice
{
    /// <summary>Pictures stand in the page itself, so all of them together must be small: the page stays under 30 KB.</summary>
    public const int MostPictureBytes = 6 * 1024;

    internal static async Task<IResult> Get(string tenant, string code, HttpContext context, FileStore files, [AsParameters] NoticeQuestion asked)
    {
        var db = asked.Db;
        if (await NoticeHere.Find(db, tenant, code) is not { } here)
            return NoticeHere.Unknown();
        if (here.IsWithdrawn)
            return await Gone(db, here);
        if (Robots.Is(context.Request))
            await CountOpening.Count(here, context, (db, asked.Queue, asked.Clock), isRobot: true);

        var texts = await Texts(db, here.Directive);
        var view = new NoticeView(
            here.Directive.Title,
            texts[0].UnitName,
            LocalDay.Of(here.Directive.IssuedAt!.Value),
            [.. texts.Where(text => text.Text.Length > 0)],
            await Pictures(db, here.Directive, files),
            await db.Tenants.Where(one => one.Id == tenant).Select(one => one.Organiser).SingleAsync(),
            $"/n/{tenant}/{code}/seen"
        );
        return Page.Of<NoticePage>(new { View = view });
    }

    /// <summary>已撤回: says so, and whose newest notice counts.</summary>
    internal static async Task<IResult> Gone(Db db, NoticeHere here)
    {
        var issuer = (await Texts(db, here.Directive))[0].UnitName;
        return Page.Of<NoticeClosedPage>(
            new { Title = "这条通知已撤回", Sentence = $"请不要再转发，以{issuer}最新发布的通知为准。" },
            StatusCodes.Status410Gone
        );
    }

    /// <summary>From the office where it began down to the unit that passed it on into this group.</summary>
    internal static async Task<IReadOnlyList<NoticeText>> Texts(Db db, Directive directive)
    {
        var ids = Unit.IdsOf(directive.Trail).ToList();
        return await (
            from one in db.Set<Directive>()
            join unit in db.Units on new { one.TenantId, one.UnitId } equals new { unit.TenantId, UnitId = unit.Id }
            where one.TenantId == directive.TenantId && ids.Contains(one.Id)
            orderby one.Trail.Length
            select new NoticeText(unit.Name, one.Text)
        ).ToListAsync();
    }

    private static async Task<IReadOnlyList<string>> Pictures(Db db, Directive directive, FileStore files)
    {
        var ids = Unit.IdsOf(directive.Trail).ToList();
        var kept = await (
            from attached in db.Set<DirectiveFile>()
            join file in db.Set<StoredFile>() on new { attached.TenantId, attached.FileId } equals new { file.TenantId, FileId = file.Id }
            where attached.TenantId == directive.TenantId && ids.Contains(attached.DirectiveId) && file.Size <= MostPictureBytes
            orderby file.Size, file.Id
            select file
        ).ToListAsync();
        var (pictures, room) = (new List<string>(), (long)MostPictureBytes);
        foreach (var file in kept.Where(file => FileType.Of(file.Type).IsImage))
        {
            room -= file.Size;
            if (room >= 0 && await files.Find(file.TenantId, file.Hash) is { } path)
                pictures.Add($"data:{FileType.Of(file.Type).ContentType};base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(path))}");
        }
        return pictures;
    }
}

/// <summary>What a notice is put together from, and counted with.</summary>
internal sealed record NoticeQuestion(Db Db, WriteQueue Queue, TimeProvider Clock);
