using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wuzha.Platform.Storage;
using Wuzha.Web;

namespace Wuzha.Rules.Tests;

/// <summary>The real host, built and never started: for its routes and catalogs.</summary>
internal static class Host
{
    private static readonly Lazy<(IReadOnlyList<Route> Routes, IServiceProvider Parts)> Built = new(Build);

    public static IReadOnlyList<Route> Routes => Built.Value.Routes;

    public static TPart Part<TPart>()
        where TPart : notnull => Built.Value.Parts.GetRequiredService<TPart>();

    private static (IReadOnlyList<Route> Routes, IServiceProvider Parts) Build()
    {
        var folder = Directory.CreateTempSubdirectory("wuzha-rules-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var app = WuzhaHost.Build(new WuzhaOptions { DataFolder = folder.FullName }, new HostFlags(), builder => builder.Logging.ClearProviders());
        return (Route.Of(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)), app.Services);
    }
}
