using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuzha.Platform.Layout;

namespace Wuzha.Platform;

/// <summary>Renders a page component to a whole HTML document.</summary>
public static class Page
{
    /// <summary><c>Page.Of&lt;UnitPage&gt;(new { View = view })</c>: the object's properties become the component's parameters.</summary>
    public static IResult Of<TPage>(object parameters, int status = 200)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters) { StatusCode = status };

    /// <summary>After a form has done its work: goes to <paramref name="href"/> (of this site) and says there, once, what was done.</summary>
    public static IResult Done(string href, string sentence) => new Flash(href, sentence);
}
