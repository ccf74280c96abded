using Wuzha.Platform.Facts;

namespace Wuzha.Duties.Exports;

/// <summary>What this module counts itself.</summary>
public static class DutyMeasures
{
    /// <summary>工作记录: the last resort, for a duty that no module measures yet.</summary>
    public static readonly Measure Work = new("duties.work", "工作记录", "Work recorded", "次");
}
