namespace Wuzha.Directives.Relays;

/// <summary>What stands beside the numbers of a relay.</summary>
internal static class RelayWords
{
    /// <summary>DIR4: honest, so what it leaves out is said where it is shown.</summary>
    public const string OpensMean =
        "“打开”指群众在群里点开链接、页面停留 2 秒以上，一部手机一天只算一次；聊天工具自动预览和机器访问另计。同一网络同型号的手机可能合并计算，只少不多。不记录是谁打开，不用于排名。";

    public static string Of(RelayState state) =>
        state switch
        {
            RelayState.ToSend => "待转发",
            RelayState.Sent => "已转发待确认",
            _ => "已确认",
        };
}
