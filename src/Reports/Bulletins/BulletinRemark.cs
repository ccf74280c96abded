namespace Wuzha.Reports.Bulletins;

/// <summary>说明: the office's own words on one section of a bulletin. The numbers beside them are bound; these are not.</summary>
internal sealed class BulletinRemark
{
    public const int TextLength = 1000;

    public required string TenantId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly MonthOn { get; init; }
    public required BulletinSection Section { get; init; }

    /// <summary>Empty when it was cleared.</summary>
    public string Text { get; private set; } = "";
    public int Version { get; private set; }

    public void Write(string text)
    {
        Text = text;
        Version++;
    }
}

/// <summary>The sections of a bulletin, in its order.</summary>
public enum BulletinSection
{
    /// <summary>一、任务完成情况</summary>
    Duties = 1,

    /// <summary>二、指令签收情况</summary>
    Receipts = 2,

    /// <summary>三、宣传推送情况</summary>
    Relays = 3,

    /// <summary>四、需要抓紧的工作</summary>
    Urgent = 4,
}
