namespace Wuzha.Organisation.Campaigns;

/// <summary>
/// How the clause ‘每千人报送1名宣讲员，每超过一千人增加1名’ is read. It can mean each started thousand or each full further thousand, so the office
/// chooses per campaign.
/// </summary>
public enum QuotaReading
{
    /// <summary>One for each started thousand: 1 001 people need two.</summary>
    EachStartedThousand = 0,

    /// <summary>One more only for each full further thousand: 1 999 people need one.</summary>
    EachFullThousand = 1,
}
