using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Listings;

namespace Wuzha.Platform.Sheets;

/// <summary>An .xlsx file as the answer to a request, written while it is sent.</summary>
/// <param name="Name">Name of the file without its ending, in Chinese.</param>
public sealed record SheetFile(string Name, Func<SheetWriter, DateTime, Task> Fill) : IResult
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var now = httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{Name}{LocalDay.Of(now):yyyyMMdd}.xlsx");
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        httpContext.Response.Headers.CacheControl = "no-store";
        return SheetWriter.Write(httpContext.Response.Body, book => Fill(book, now));
    }
}

/// <summary>Excel of every list.</summary>
public static class ListingSheets
{
    /// <summary>All rows of the list with its columns, in its order. The last line says who exported it and when.</summary>
    /// <param name="name">Heading of the sheet and name of the file, without ending: 单位名册.</param>
    public static SheetFile AsSheet<TRow>(this Listing<TRow> listing, string name, Viewer viewer) =>
        new(
            name,
            async (book, now) =>
            {
                var columns = listing.Columns.Select(column => new SheetColumn(column.Title)).ToArray();
                await book.Sheet(new SheetHead(name, columns) { Title = name, Landscape = columns.Length > 6 });
                var rows = 0;
                await foreach (var row in listing.AllRows())
                {
                    await book.Row([.. listing.Columns.Select(column => column.Value(row))]);
                    rows++;
                }
                await book.Note(Watermark(viewer, now, rows));
            }
        );

    /// <summary>Who exported it and when (requirements PLT3).</summary>
    public static string Watermark(Viewer viewer, DateTime now, int rows) =>
        $"导出人：{viewer.UnitName} {viewer.PersonName}（{viewer.RoleName}）　导出时间：{LocalDay.Wall(now):yyyy-MM-dd HH:mm}　共 {rows} 行　内部资料，请妥善保管。";
}
