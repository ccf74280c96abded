using System.Text.Json.Serialization;
using Wuzha.Platform.Facts;

namespace Wuzha.Guard.Exports;

/// <summary>
/// 收到意见: a suggestion or complaint has reached the office it is written to. Of a note without a name the actor is nobody and the unit is the addressed
/// one; it is recorded when the box is opened, not when the note was put in.
/// </summary>
/// <param name="ToUnitId">The unit whose office must answer.</param>
/// <param name="AboveUnitId">The unit whose office is told when the answer stays away: the one above, or the same at the top.</param>
/// <param name="DueOn">Last working day for the answer.</param>
public sealed record SuggestionFiled(Guid SuggestionId, Guid ToUnitId, Guid AboveUnitId, bool IsComplaint, bool IsNamed, DateOnly DueOn) : Fact
{
    [JsonIgnore]
    public override Guid? Node => ToUnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings => [GuardMeasures.SuggestionsFiled.Add()];
}

/// <summary>答复意见: the office has answered. What it said stands with the suggestion, not here.</summary>
/// <param name="Late">After the last working day.</param>
public sealed record SuggestionAnswered(Guid SuggestionId, Guid ToUnitId, bool Late) : Fact
{
    [JsonIgnore]
    public override Guid? Node => ToUnitId;

    [JsonIgnore]
    public override IEnumerable<Posting> Postings =>
        Late ? [GuardMeasures.SuggestionsAnswered.Add(), GuardMeasures.SuggestionsAnsweredLate.Add()] : [GuardMeasures.SuggestionsAnswered.Add()];
}

/// <summary>What Guard counts.</summary>
public static class GuardMeasures
{
    public static readonly Measure SuggestionsFiled = new("guard.suggestions-filed", "收到意见", "Suggestions and complaints received", "件");
    public static readonly Measure SuggestionsAnswered = new("guard.suggestions-answered", "答复意见", "Suggestions and complaints answered", "件");
    public static readonly Measure SuggestionsAnsweredLate = new(
        "guard.suggestions-answered-late",
        "逾期答复意见",
        "Suggestions and complaints answered late",
        "件"
    );
}
