using Wuzha.Messaging.Exports;

namespace Wuzha.Messaging;

/// <summary>What the ladder says.</summary>
internal static class RemindTexts
{
    public const string Before = "messaging.remind-before";
    public const string Overdue = "messaging.remind-overdue";
    public const string Office = "messaging.remind-office";
    public const string Answered = "messaging.reminder-answered";

    public static readonly IReadOnlyList<MessageTemplate> All =
    [
        new(Before, "到期前提醒", "{unit}的“{matter}”应于{due}前办结，请登录工作台办理；不适用的，请在催办中说明原因。"),
        new(Overdue, "逾期催办", "{unit}的“{matter}”应于{due}前办结，现已逾期，请督促办理；不适用的，请在催办中说明原因。"),
        new(Office, "报办公室", "“{matter}”有 {count} 个单位逾期未办，已逐级催办。请登录工作台“催办”查看。"),
        new(Answered, "不适用说明", "{unit}对“{matter}”说明不适用，催办已暂停。请登录工作台“催办”查看并处理。"),
    ];
}

/// <summary>All kinds of matters of all modules.</summary>
internal sealed class MatterKinds(IEnumerable<MatterKind> all)
{
    private readonly Dictionary<string, MatterKind> byKey = all.ToDictionary(kind => kind.Key);

    public string NameOf(string key) => byKey.GetValueOrDefault(key)?.Name ?? key;

    public string? HrefOf(Subject subject) => byKey.GetValueOrDefault(subject.Kind)?.HrefOf(subject);

    public IReadOnlyList<(string Value, string Text)> Options => [.. byKey.Values.Select(kind => (kind.Key, kind.Name))];
}
