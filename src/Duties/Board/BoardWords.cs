namespace Wuzha.Duties.Board;

internal static class BoardWords
{
    internal const string Empty = "还没有分派任务，或者任务都不在您的管辖范围内。请办公室先读入方案、启用任务，各单位的完成情况就会列在这里。";
}
