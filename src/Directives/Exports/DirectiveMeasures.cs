using Wuzha.Platform.Facts;

namespace Wuzha.Directives.Exports;

/// <summary>What this module counts.</summary>
public static class DirectiveMeasures
{
    public static readonly Measure GroupsSetUp = new("directives.groups-set-up", "建成工作群", "Groups set up", "个");
}
