using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Layout;

/// <summary>One entry of the left column.</summary>
/// <param name="Group">Heading it stands under: 今天, 方案与任务, 单位与人员, 系统 …</param>
/// <param name="Act">Who sees it; null for everyone signed in.</param>
public sealed record MenuEntry(string Group, string Title, string Href, Act? Act, int Order)
{
    /// <summary>Also in the bar at the foot of a phone, which has room for two.</summary>
    public bool OnPhone { get; init; }
}

/// <summary>The left column of all modules.</summary>
public sealed class Menu
{
    private readonly List<MenuEntry> entries = [];

    public Menu(ModuleList modules)
    {
        foreach (var module in modules.All)
            module.Menu(this);
    }

    public void Add(string group, string title, string href, Act? act, int order, bool onPhone = false) =>
        entries.Add(new MenuEntry(group, title, href, act, order) { OnPhone = onPhone });

    /// <summary>What this viewer's acts show, in order.</summary>
    public IEnumerable<MenuEntry> For(Viewer viewer) =>
        entries.Where(entry => entry.Act is null || viewer.May(entry.Act)).OrderBy(entry => entry.Order);
}
