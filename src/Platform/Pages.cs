using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Wuzha.Platform;

/// <summary>
/// The routes of pages. A handler is compiled at its first request: the framework would compile every handler before the first one, a second of
/// every start and of every test.
/// </summary>
public sealed class Pages(RouteGroupBuilder group) : IEndpointRouteBuilder
{
    private IEndpointRouteBuilder Routes => group;

    ICollection<EndpointDataSource> IEndpointRouteBuilder.DataSources => Routes.DataSources;

    IServiceProvider IEndpointRouteBuilder.ServiceProvider => Routes.ServiceProvider;

    public RouteHandlerBuilder MapGet(string pattern, Delegate handler) => Map(HttpMethods.Get, pattern, handler);

    public RouteHandlerBuilder MapPost(string pattern, Delegate handler) => Map(HttpMethods.Post, pattern, handler);

    IApplicationBuilder IEndpointRouteBuilder.CreateApplicationBuilder() => new ApplicationBuilder(Routes.ServiceProvider);

    /// <summary>A page that also tells robots, which ask for the head alone, whether it is there.</summary>
    public RouteHandlerBuilder MapGetAndHead(string pattern, Delegate handler) => Map([HttpMethods.Get, HttpMethods.Head], pattern, handler);

    private RouteHandlerBuilder Map(string method, string pattern, Delegate handler) => Map([method], pattern, handler);

    private RouteHandlerBuilder Map(IReadOnlyList<string> methods, string pattern, Delegate handler) =>
        RouteHandlerServices.Map(
            group,
            pattern,
            handler,
            methods,
            (_, _) => new RequestDelegateMetadataResult { EndpointMetadata = [] },
            (action, options, _) =>
            {
                var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(action, options).RequestDelegate);
                return new RequestDelegateResult(context => compiled.Value(context), []);
            }
        );
}
