using Wuzha.Platform;

namespace Wuzha.Guard;

/// <summary>What may be done in this module.</summary>
public static class GuardActs
{
    public static readonly Act ReadRules = new("guard.read-rules", "查看减负底线");
}
