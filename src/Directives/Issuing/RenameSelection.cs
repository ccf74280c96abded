using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>常用范围改名. Whom it means is changed by saving another choice under its name.</summary>
public static class RenameSelection
{
    public static readonly TextField Name = new("name", "名称") { Max = AddressBook.NameLength };

    internal static async Task<IResult> Get(Guid selectionId, Db db, Viewer viewer) =>
        await Find(selectionId, db, viewer) is { } book
            ? await Shown(book, Form.Empty((Name.Name, book.Name)), db, viewer)
            : Refusal.NotFound.AsPage();

    internal static async Task<IResult> Post(Guid selectionId, Form form, Db db, Viewer viewer)
    {
        if (await Find(selectionId, db, viewer) is not { } book)
            return Refusal.NotFound.AsPage();

        var name = form.Read(Name);
        if (name is not null && await Addressing.Books(db, viewer).AnyAsync(other => other.Id != selectionId && other.Name == name))
            form.Fail(Name, $"已经有叫“{name}”的常用范围，请换一个名称。");
        if (form.Failed)
            return await Shown(book, form, db, viewer);

        book.Name = name!;
        await db.SaveChangesAsync();
        return Page.Done("/directives/selections", $"已改名为“{name}”。");
    }

    internal static Task<AddressBook?> Find(Guid selectionId, Db db, Viewer viewer) =>
        Addressing.Books(db, viewer).SingleOrDefaultAsync(book => book.Id == selectionId);

    private static async Task<IResult> Shown(AddressBook book, Form form, Db db, Viewer viewer) =>
        Page.Of<SelectionPage>(new { Selection = (await ListSelections.Rows(db, viewer, [book]))[0], Form = form }, form.Failed ? 422 : 200);
}

/// <summary>删除常用范围: drafts and directives keep their own addresses.</summary>
internal static class RemoveSelection
{
    internal static async Task<IResult> Post(Guid selectionId, Db db, Viewer viewer)
    {
        if (await RenameSelection.Find(selectionId, db, viewer) is not { } book)
            return Refusal.NotFound.AsPage();

        db.RemoveRange(await Addressing.Lines(db, viewer.TenantId, [selectionId]));
        db.Remove(book);
        await db.SaveChangesAsync();
        return Page.Done("/directives/selections", $"已删除“{book.Name}”。");
    }
}
