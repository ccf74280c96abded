using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Imports;

/// <summary>What a module's weighing and writing may use.</summary>
public sealed class ImportContext(IServiceProvider services, Db db, Viewer viewer, RouteValueDictionary? route = null)
{
    public ImportContext(HttpContext http, Db db, Viewer viewer)
        : this(http.RequestServices, db, viewer, http.Request.RouteValues) { }

    public Db Db => db;
    public Viewer Viewer => viewer;
    public TimeProvider Clock => Service<TimeProvider>();

    /// <summary>Things that live longer than a request, such as the vault.</summary>
    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A part of the address, when the import belongs to one unit or campaign.</summary>
    public string? Route(string name) => route?[name] as string;
}
