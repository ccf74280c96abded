namespace Wuzha.Plans.Review;

/// <summary>What a review act does: these proposals are replaced by those.</summary>
/// <param name="What">One of <see cref="ReviewWords"/>.</param>
internal sealed record Replacement(string What, IReadOnlyList<Proposal> Before, IReadOnlyList<Proposal> After)
{
    /// <summary>What undoes it.</summary>
    public Replacement Reversed => new(What, After, Before);
}

/// <summary>Kinds of review acts, and how a button and the undo line name them.</summary>
internal static class ReviewWords
{
    public const string Take = "take";
    public const string TakeAll = "take-all";
    public const string Adopt = "adopt";
    public const string Drop = "drop";
    public const string Correct = "correct";
    public const string Merge = "merge";
    public const string Split = "split";
    public const string Add = "add";
    public const string Measure = "measure";

    public static string NameOf(string what) =>
        what switch
        {
            Take => "采纳",
            TakeAll => "全部采纳",
            Adopt => "采用合法做法",
            Drop => "不要",
            Correct => "修改",
            Merge => "合并",
            Split => "拆分",
            Measure => "改计数方式",
            _ => "添加",
        };
}
