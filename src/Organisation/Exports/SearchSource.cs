using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Exports;

/// <summary>What somebody looks for, and how many answers at most.</summary>
public sealed record SearchQuestion(Db Db, Viewer Viewer, string Words, DateOnly Today, int Most);

/// <summary>One thing that was found.</summary>
/// <param name="Detail">Quiet words behind the title: whose, of which campaign.</param>
public sealed record Found(string Title, string Href, string Detail);

/// <summary>What a module adds to the search of the top bar. A module registers it as a singleton in its <c>Services</c>.</summary>
/// <param name="Heading">What is found: 任务, 指令 …</param>
/// <param name="Act">Who may find it.</param>
/// <param name="Find">Within the scope of whoever asks; never asked with blank words.</param>
public sealed record SearchSource(string Heading, Act Act, Func<SearchQuestion, Task<IReadOnlyList<Found>>> Find);
