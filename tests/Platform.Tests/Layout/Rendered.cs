using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Wuzha.Platform.Layout;

namespace Wuzha.Platform.Tests.Layout;

/// <summary>A component as HTML, parsed.</summary>
internal static class Rendered
{
    public static async Task<IHtmlDocument> Of<TComponent>(object parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection()
            .AddScoped<PageFrame>()
            .AddScoped<AntiforgeryStateProvider, OneToken>()
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var values = parameters.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(parameters));
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(values))).ToHtmlString()
        );
        return new HtmlParser().ParseDocument(html);
    }

    public static RenderFragment Words(string text) => builder => builder.AddContent(0, text);

    private sealed class OneToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "form-token");
    }
}
