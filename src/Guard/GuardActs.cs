using Wuzha.Platform;

namespace Wuzha.Guard;

/// <summary>What may be done in this module.</summary>
public static class GuardActs
{
    public static readonly Act ReadRules = new("guard.read-rules", "查看减负底线");
    public static readonly Act FileSuggestions = new("guard.file-suggestions", "提意见、看自己意见的答复");
    public static readonly Act ReadSuggestions = new("guard.read-suggestions", "查看管辖范围内单位收到的意见");
    public static readonly Act AnswerSuggestions = new("guard.answer-suggestions", "答复写给本单位的意见");
    public static readonly Act ReadBurden = new("guard.read-burden", "查看基层负担");
    public static readonly Act EditCeiling = new("guard.edit-ceiling", "设置每周负担上限");
}
