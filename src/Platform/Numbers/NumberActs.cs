namespace Wuzha.Platform.Numbers;

public static class NumberActs
{
    public static readonly Act Open = new("platform.open-numbers", "查看数字由哪些记录得来");
}

/// <summary>查看: somebody opened a number to its facts. Noted once a day for each person, number and unit.</summary>
public sealed record NumberOpened(string Measure, Guid UnitId, DateOnly From, DateOnly To) : Facts.Fact
{
    public override Guid? Node => UnitId;
}
