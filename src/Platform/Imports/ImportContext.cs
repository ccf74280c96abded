using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Imports;

/// <summary>What a module's weighing and writing may use.</summary>
public sealed class ImportContext(HttpContext http, Db db, Viewer viewer)
{
    public Db Db => db;
    public Viewer Viewer => viewer;
    public TimeProvider Clock => Service<TimeProvider>();

    /// <summary>Things that live longer than a request, such as the vault.</summary>
    public T Service<T>()
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    /// <summary>A part of the address, when the import belongs to one unit or campaign.</summary>
    public string? Route(string name) => http.GetRouteValue(name) as string;
}
