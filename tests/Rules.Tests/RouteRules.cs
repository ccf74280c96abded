using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Wuzha.Platform;

namespace Wuzha.Rules.Tests;

/// <summary>A route as the rules and the docs see it.</summary>
internal sealed record Route(string Method, string Pattern, RoutePermission? Permission, bool ChecksForm)
{
    /// <summary>The product's own routes; files that are served as they are have no method or no pattern of ours.</summary>
    public static IReadOnlyList<Route> Of(IEnumerable<Endpoint> endpoints) =>
        [
            .. endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => !endpoint.Metadata.Any(item => item.GetType().Name == "StaticAssetDescriptor"))
                .SelectMany(endpoint =>
                    // A page that answers HEAD too answers it as GET, without a body.
                    (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])
                        .Where(method => method != "HEAD")
                        .Select(method => new Route(
                            method,
                            endpoint.RoutePattern.RawText is { Length: > 1 } pattern ? pattern.TrimEnd('/') : "/",
                            endpoint.Metadata.GetOrderedMetadata<RoutePermission>() is [var only] ? only : null,
                            endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true }
                        ))
                )
                .OrderBy(route => route.Pattern, StringComparer.Ordinal)
                .ThenBy(route => route.Method, StringComparer.Ordinal),
        ];

    public override string ToString() => $"{Method} {Pattern}";
}

internal static partial class RouteRules
{
    /// <summary>
    /// What a page for residents tells without a form: no session is used, no field is read, and what comes from another site's page is not counted.
    /// </summary>
    private static readonly IReadOnlySet<string> WithoutForm = new HashSet<string> { "/n/{tenant:maxlength(32)}/{code:length(22)}/seen" };

    public static IEnumerable<string> Breaches(IReadOnlyCollection<Route> routes)
    {
        foreach (var twice in routes.GroupBy(route => route.ToString()).Where(group => group.Count() > 1))
            yield return $"{twice.Key} stands {twice.Count()} times";
        foreach (var route in routes)
        {
            if (route.Permission is null)
                yield return $"{route} states not exactly one permission";
            else if (route.Permission.OpenBecause is { } because && !because.Contains(' '))
                yield return $"{route} is open without a reason";
            if (route.ToString() == "ANY /{**path}")
                continue; // what fits no other route: the page that says so
            if (route.Method is not ("GET" or "POST"))
                yield return $"{route} is neither GET nor POST";
            if (route.Method == "POST" && !route.ChecksForm && !WithoutForm.Contains(route.Pattern))
                yield return $"{route} takes forms from strangers' pages";
            if (!Pattern().IsMatch(route.Pattern))
                yield return $"{route} is not written in lower case words with hyphens";
        }
    }

    [GeneratedRegex(@"^/$|^(/([a-z0-9]+([-.][a-z0-9]+)*|\{\*?[a-zA-Z]+(:[a-z]+(\([^)]*\))?)?\??\}))+$")]
    private static partial Regex Pattern();
}
