using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Home;

/// <summary>One row of 今天: what it is, where it leads, and – when it can be done with one press – the form that does it.</summary>
/// <param name="Title">What to do or what happened, in one line.</param>
/// <param name="Href">Where it is read and done.</param>
public sealed record HomeItem(string Title, string Href)
{
    /// <summary>One quiet line below: from whom, of which campaign.</summary>
    public string? Detail { get; init; }

    /// <summary>Last day; null when there is none.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When it happened or was last asked (UTC); sorts what changed.</summary>
    public DateTime? At { get; init; }

    /// <summary>The verb of the button that does it in place, and the address it posts to.</summary>
    public (string Verb, string Action)? InPlace { get; init; }

    /// <summary>The verb of the button that opens the form to do it, where one press is not enough: what was done has to be said.</summary>
    public (string Verb, string Href)? Opens { get; init; }
}

/// <summary>Who asks for 今天, and of which day.</summary>
/// <param name="Catalog">Knows what each measure is counted in.</param>
public sealed record HomeQuestion(Db Db, Viewer Viewer, DateOnly Today, FactCatalog Catalog)
{
    /// <summary>More than this is not shown on the first page; the list behind <see cref="HomeSource.MoreHref"/> shows all.</summary>
    public const int Rows = 10;
}

/// <summary>One module's part of one list of 今天.</summary>
/// <param name="Act">Who is asked; null for everyone signed in.</param>
/// <param name="Count">How many there are, cheaply: asked for the number in the top bar whenever something has happened, see <see cref="TodoNumbers"/>.</param>
/// <param name="Items">At most <see cref="HomeQuestion.Rows"/> of them, most urgent first.</param>
/// <param name="MoreHref">The list with all of them.</param>
public sealed record HomeSource(
    Act? Act,
    Func<HomeQuestion, Task<int>> Count,
    Func<HomeQuestion, Task<IReadOnlyList<HomeItem>>> Items,
    string? MoreHref
)
{
    /// <summary>What such a row says, with invented units and numbers: shown to whoever looks at what a role sees.</summary>
    public string? Example { get; init; }
}

/// <summary>The first page of a role as it would look, in invented words.</summary>
public sealed record HomeExample(
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> ToDo,
    IReadOnlyList<string> Waiting,
    IReadOnlyList<string> Changed
);

/// <summary>One module's sentence on a leader's first page: '本周 27 个单位中 4 个逾期'. It leads to what it speaks of.</summary>
public sealed record HomeSentence(string Text, string Href);

/// <summary>今天, the first page of everyone: at most three lists, put together from what the modules give.</summary>
public sealed class HomeBoard
{
    private readonly List<HomeSource> toDo = [];
    private readonly List<HomeSource> waiting = [];
    private readonly List<HomeSource> changed = [];
    private readonly List<(Act? Act, Func<HomeQuestion, Task<HomeSentence?>> Ask, (string Role, string Text)[] Examples)> sentences = [];

    public HomeBoard(ModuleList modules)
    {
        foreach (var module in modules.All)
            module.Home(this);
    }

    /// <summary>What the viewer must do now.</summary>
    public void ToDo(HomeSource source) => toDo.Add(source);

    /// <summary>What the viewer waits for from others.</summary>
    public void Waiting(HomeSource source) => waiting.Add(source);

    /// <summary>What changed lately.</summary>
    public void Changed(HomeSource source) => changed.Add(source);

    /// <summary>One sentence about the whole, for those who lead.</summary>
    /// <param name="examples">Which roles are told it, and what it says with invented numbers.</param>
    public void Sentence(Act? act, Func<HomeQuestion, Task<HomeSentence?>> ask, params (string Role, string Text)[] examples) =>
        sentences.Add((act, ask, examples));

    /// <summary>What stands on the first page of whoever has these acts.</summary>
    public HomeExample ExampleFor(string role, IReadOnlySet<string> acts)
    {
        return new(
            [
                .. sentences
                    .Where(one => one.Act is null || acts.Contains(one.Act.Key))
                    .SelectMany(one => one.Examples)
                    .Where(example => example.Role == role)
                    .Select(example => example.Text),
            ],
            Of(toDo),
            Of(waiting),
            Of(changed)
        );

        List<string> Of(List<HomeSource> sources) =>
            [.. sources.Where(source => source.Act is null || acts.Contains(source.Act.Key)).Select(source => source.Example).OfType<string>()];
    }

    /// <summary>The number beside 待办 in the top bar.</summary>
    public async Task<int> CountToDo(HomeQuestion question)
    {
        var count = 0;
        foreach (var source in toDo.Where(source => Asks(source.Act, question)))
            count += await source.Count(question);
        return count;
    }

    internal async Task<HomeView> For(HomeQuestion question) =>
        new(
            question.Today,
            await Gather(toDo, question, items => items.OrderBy(item => item.DueOn ?? DateOnly.MaxValue)),
            await Gather(waiting, question, items => items.OrderBy(item => item.DueOn ?? DateOnly.MaxValue)),
            await Gather(changed, question, items => items.OrderByDescending(item => item.At)),
            await Say(question)
        );

    private static bool Asks(Act? act, HomeQuestion question) => act is null || question.Viewer.May(act);

    private static async Task<HomeList> Gather(
        List<HomeSource> sources,
        HomeQuestion question,
        Func<IEnumerable<HomeItem>, IOrderedEnumerable<HomeItem>> order
    )
    {
        var items = new List<HomeItem>();
        var count = 0;
        string? more = null;
        foreach (var source in sources.Where(source => Asks(source.Act, question)))
        {
            var some = await source.Items(question);
            var all = some.Count < HomeQuestion.Rows ? some.Count : await source.Count(question);
            items.AddRange(some);
            count += all;
            more ??= all > some.Count ? source.MoreHref : null;
        }
        return new HomeList([.. order(items).Take(HomeQuestion.Rows)], count, more);
    }

    private async Task<IReadOnlyList<HomeSentence>> Say(HomeQuestion question)
    {
        var said = new List<HomeSentence>();
        foreach (var (act, ask, _) in sentences)
            if (Asks(act, question) && await ask(question) is { } sentence)
                said.Add(sentence);
        return said;
    }
}

/// <summary>One list of 今天: the first rows, how many there are, and where the rest stands.</summary>
public sealed record HomeList(IReadOnlyList<HomeItem> Items, int Count, string? MoreHref);

public sealed record HomeView(DateOnly Today, HomeList ToDo, HomeList Waiting, HomeList Changed, IReadOnlyList<HomeSentence> Sentences);
