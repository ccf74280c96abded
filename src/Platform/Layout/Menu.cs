using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Layout;

/// <summary>One entry of the left column.</summary>
/// <param name="Group">Heading it stands under: 今天, 方案与任务, 单位与人员, 系统 …</param>
/// <param name="Act">Who sees it; null for everyone signed in.</param>
public sealed record MenuEntry(string Group, string Title, string Href, Act? Act, int Order)
{
    /// <summary>Also in the bar at the foot of a phone, which has room for two.</summary>
    public bool OnPhone { get; init; }

    /// <summary>True for the page itself and those below it.</summary>
    internal bool Holds(string path) => path == Href || (Href != "/" && path.StartsWith(Href + "/", StringComparison.Ordinal));
}

/// <summary>The left column of all modules.</summary>
public sealed class Menu
{
    /// <summary>The groups in their order, by what people do; a group that is not named here stands before the last.</summary>
    private static readonly string[] Groups =
    [
        "今天",
        "方案与任务",
        "指令",
        "入户",
        "公开信",
        "素材",
        "活动",
        "点位",
        "案情",
        "线索",
        "督导",
        "考核",
        "通报",
        "单位与人员",
        "系统",
    ];

    private readonly List<MenuEntry> entries = [];
    private Act? search;

    public Menu(ModuleList modules)
    {
        foreach (var module in modules.All)
            module.Menu(this);
    }

    public void Add(string group, string title, string href, Act? act, int order, bool onPhone = false) =>
        entries.Add(new MenuEntry(group, title, href, act, order) { OnPhone = onPhone });

    /// <summary>What these acts show, in order.</summary>
    public IEnumerable<MenuEntry> For(IReadOnlySet<string> acts) =>
        entries.Where(entry => entry.Act is null || acts.Contains(entry.Act.Key)).OrderBy(entry => Place(entry.Group)).ThenBy(entry => entry.Order);

    /// <summary>Who sees the search box of the top bar, which asks <c>/search?q=</c>.</summary>
    public void Search(Act act) => search = act;

    internal bool MaySearch(Viewer viewer) => search is not null && viewer.May(search);

    private static int Place(string group) => Array.IndexOf(Groups, group) is >= 0 and var place ? place : Groups.Length - 2;
}
