namespace Wuzha.Platform.Layout;

/// <summary>
/// What stands around the content of one page. Scoped; filled by the middleware of <see cref="PageHosting"/> and by the sign-in (<see cref="Viewer"/>,
/// <see cref="InstallationName"/>), read by <c>Layout.razor</c> only.
/// </summary>
public sealed class PageFrame
{
    /// <summary>Null for a stranger: then there is neither menu nor search.</summary>
    public Viewer? Viewer { get; set; }

    /// <summary>Name of the installation as it stands in the top bar.</summary>
    public string InstallationName { get; set; } = "反诈工作台";

    /// <summary>主办单位, in the footer; null as long as it is not known whose page this is.</summary>
    public string? Organiser { get; set; }

    /// <summary>Every page of a demo says that its people and numbers are invented.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Path of the request, to mark where one is in the menu.</summary>
    public string Path { get; set; } = "/";

    /// <summary>Path and query, for links that come back here.</summary>
    public string Address { get; set; } = "/";

    /// <summary>大字版.</summary>
    public bool LargeType { get; set; }

    /// <summary>When this page was made (local wall-clock), printed on lists.</summary>
    public DateTime MadeAt { get; set; }

    /// <summary>The sentence of the act just done, once.</summary>
    public Func<string?> TakeFlash { get; set; } = () => null;

    /// <summary>How many things this viewer has to do now; asked only when a page with a top bar is made.</summary>
    public Func<Task<int>> CountTodo { get; set; } = () => Task.FromResult(0);

    /// <summary>The fingerprinted address of a built asset: <c>dist/site.css</c> → <c>/dist/site.1a2b3c.css</c>.</summary>
    public Func<string, string> Asset { get; set; } = path => "/" + path;
}
