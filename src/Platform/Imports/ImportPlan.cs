namespace Wuzha.Platform.Imports;

/// <summary>
/// Everything a module says of one import; <see cref="ImportRoutes.MapImport{TRow}"/> makes the pages of it. A plan is stateless and lives as long as
/// the process.
/// <code>
/// internal static readonly ImportPlan&lt;VillageLine&gt; Plan = new()
/// {
///     Title = "导入村（社区）", Noun = "村（社区）", Back = "/units",
///     Columns = [new(Name, "村名", "单位名称") { Sample = "东沟村" }, new(Population, "总人口", "人口") { Sample = "1200" }],
///     Read = line => new VillageLine(line.Get(Name)!, line.Get(Population)),
///     Weigh = Weigh, Apply = Apply,
/// };
/// </code>
/// </summary>
/// <typeparam name="TRow">One row with its types, a small record.</typeparam>
public sealed record ImportPlan<TRow>
{
    /// <summary>Heading of the pages: 导入村（社区）.</summary>
    public required string Title { get; init; }

    /// <summary>What a row is, for sentences and file names: 村（社区）, 人员.</summary>
    public required string Noun { get; init; }

    /// <summary>Measure word of the noun.</summary>
    public string Counter { get; init; } = "个";

    /// <summary>The page that lists what was imported.</summary>
    public required string Back { get; init; }

    /// <summary>One sentence on the upload page: which list, what happens to what is already there.</summary>
    public string? Lead { get; init; }

    public required IReadOnlyList<ImportColumn> Columns { get; init; }

    /// <summary>Makes the row of a line. Called for every line; a line with a wrong cell is shown with what is wrong and its row thrown away.</summary>
    public required Func<ImportLine, TRow> Read { get; init; }

    /// <summary>
    /// Compares the rows with the register: says of each <see cref="ImportRow{TRow}.New"/>, <see cref="ImportRow{TRow}.Change"/>,
    /// <see cref="ImportRow{TRow}.Same"/> or <see cref="ImportRow{TRow}.Wrong"/>. Changes nothing. A natural key decides what is the same thing, so that
    /// the same file a second time changes nothing.
    /// </summary>
    public required Func<ImportContext, ImportRows<TRow>, Task> Weigh { get; init; }

    /// <summary>Writes the rows that are new or changed, in the transaction in which they were weighed. Saving is done by the framework.</summary>
    public required Func<ImportContext, ImportRows<TRow>, Task> Apply { get; init; }
}
