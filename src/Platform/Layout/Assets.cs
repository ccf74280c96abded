using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Wuzha.Platform.Layout;

/// <summary>The built style sheet and scripts: served with a fingerprint in the name, so that a browser keeps them for a year.</summary>
public sealed class Assets(EndpointDataSource endpoints)
{
    private readonly Lazy<Dictionary<string, string>> names = new(() =>
        endpoints
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>())
            .OfType<StaticAssetDescriptor>()
            .Where(asset => asset.Selectors.Count == 0)
            .Select(asset => (asset.Route, Name: asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value))
            .Where(asset => asset.Name is not null)
            .ToDictionary(asset => asset.Name!, asset => asset.Route)
    );

    /// <summary><c>dist/site.css</c> → <c>/dist/site.1a2b3c.css</c>; an unknown name stays as it is.</summary>
    public string AddressOf(string name) => "/" + names.Value.GetValueOrDefault(name, name);
}
