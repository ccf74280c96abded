using Wuzha.Duties.Exports;
using Wuzha.Platform.Layout;

namespace Wuzha.Duties.Details;

/// <summary>Word, shape and colour of a standing: red only for what is overdue.</summary>
internal static class StandingCells
{
    public static WorkState Work(StandingState state) =>
        state switch
        {
            StandingState.Met or StandingState.MetLate => WorkState.Done,
            StandingState.Due => WorkState.Todo,
            StandingState.Overdue => WorkState.Overdue,
            _ => WorkState.NotApplicable,
        };
}
