namespace Wuzha.Plans;

/// <summary>What a piece of text is that asks nobody for anything, in the reader's words and in those of a clerk.</summary>
internal static class LeftoverClasses
{
    public static readonly IReadOnlyList<(string Key, string Name)> All =
    [
        ("exhortation", "一般要求"),
        ("background", "背景"),
        ("guiding", "指导思想"),
        ("goal", "工作目标"),
        ("scope", "对象和范围"),
        ("organisation", "组织领导"),
        ("schedule", "时间安排"),
        ("results", "工作成效"),
        ("table", "表格文字"),
        ("heading", "标题"),
        ("envelope", "发文信息"),
        ("annex", "附件"),
    ];

    private static readonly Dictionary<string, string> Names = All.ToDictionary(one => one.Key, one => one.Name);

    public static string NameOf(string key) => Names.GetValueOrDefault(key, "其他");
}
