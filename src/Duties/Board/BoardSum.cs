using Wuzha.Duties.Lists;

namespace Wuzha.Duties.Board;

/// <summary>How many duties of one unit, or units of one duty, stand how.</summary>
/// <param name="Soon">Of those that are due, how many within seven days.</param>
public sealed record BoardSum(int All, int Overdue, int Soon, int Due, int NotYet, int Met, int Waived)
{
    public static BoardSum Of(IReadOnlyCollection<DutyLine> lines)
    {
        int Count(LineState state) => lines.Count(line => line.Standing.State == state);

        return new BoardSum(
            lines.Count,
            Count(LineState.Overdue),
            lines.Count(line => line.Standing.IsSoon),
            Count(LineState.Due),
            Count(LineState.NotYet),
            Count(LineState.Met),
            Count(LineState.Waived)
        );
    }
}

/// <summary>One row of the board: a unit, or a duty.</summary>
/// <param name="Order">Place in the list's own order of units, or number of the duty.</param>
/// <param name="Href">Its list; takes the filter of a state.</param>
public sealed record BoardRow(string Name, int Order, string Href, BoardSum Sum)
{
    public string HrefOf(string state) => $"{Href}{(Href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}state={state}";
}
