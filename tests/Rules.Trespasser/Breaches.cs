using Wuzha.Platform;

namespace Wuzha.Rules.Trespasser;

/// <summary>Has one implementation.</summary>
public interface ILonely
{
    void Wait();
}

/// <summary>The one implementation.</summary>
public sealed class Lonely : ILonely
{
    public void Wait() { }
}

/// <summary>Names no concept.</summary>
public static class LootManager
{
    public static Task CountAsync() => Task.CompletedTask;

    /// <summary>Does nothing but call its namesake.</summary>
    public static string Describe(string what) => Describer.Describe(what);

    public static string ForeignTables() => "select l.id from campaigns c join units u on u.tenant_id = c.tenant_id";

    public static string Diverging() => "select 1 where name like 'x'";

    public static void Swallow()
    {
        try
        {
            Describer.Describe("");
        }
        catch (Exception)
        {
            // TODO
        }
    }

    public static bool IsSqlite() => false;

    public static string English() => "请 click 这里,谢谢";
}

/// <summary>The namesake.</summary>
public static class Describer
{
    public static string Describe(string what) => what + what;

    public static readonly Refusal Misplaced = new("rules.misplaced", 409, "放错了地方，请移到规定位置。");
}

/// <summary>Refusals with every fault a refusal can have; the last has none.</summary>
public static class TrespasserRefusals
{
    public static readonly Refusal Once = new("trespasser.same-code", 409, "这个编号用了两次，请另取一个。");
    public static readonly Refusal Twice = new("trespasser.same-code", 409, "这个编号用了两次，请另取一个。");
    public static readonly Refusal Foreign = new("platform.not-mine", 409, "这个编号属于别的模块，请改用自己的。");
    public static readonly Refusal Crash = new("trespasser.crash", 500, "出错了，请再试。");
    public static readonly Refusal English = new("trespasser.english", 409, "文件 upload 失败,请重试。");
    public static readonly Refusal Endless = new("trespasser.endless", 409, "没有句号");
    public static readonly Refusal Good = new("trespasser.good", 409, "第 {row} 行有错，请改好 Excel 后再导入。");

    public static Refusal MadeUp() => new Refusal("trespasser.made-up", 409, "临时编造的理由，请写进清单。");
}
