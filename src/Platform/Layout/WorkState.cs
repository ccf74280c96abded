namespace Wuzha.Platform.Layout;

/// <summary>The five states everything is in, each with its word, shape and colour (ui rule 3).</summary>
public enum WorkState
{
    /// <summary>已完成 ✓</summary>
    Done,

    /// <summary>待办 ○</summary>
    Todo,

    /// <summary>逾期 !</summary>
    Overdue,

    /// <summary>不适用 –</summary>
    NotApplicable,

    /// <summary>未知 ?</summary>
    Unknown,
}
