using Wuzha.Organisation.Exports;
using Wuzha.Platform.Facts;

namespace Wuzha.Organisation;

/// <summary>The kinds of facts that campaigns record.</summary>
internal static class CampaignFactKinds
{
    public static void Declare(FactCatalog facts)
    {
        facts.Add<CampaignDrafted>("organisation.campaign-drafted", "起草专项行动");
        facts.Add<CampaignChanged>("organisation.campaign-changed", "修改专项行动");
        facts.Add<CampaignStarted>("organisation.campaign-started", "启动专项行动");
        facts.Add<CampaignEnded>("organisation.campaign-ended", "结束专项行动");
        facts.Add<CampaignBodyChanged>("organisation.campaign-body-changed", "调整领导小组及工作机构");
        facts.Add<RosterAsked>("organisation.roster-asked", "要求报送名单", CampaignMeasures.RostersAsked);
        facts.Add<RosterDeadlineMoved>("organisation.roster-deadline-moved", "调整名单报送期限");
        facts.Add<RosterFiled>("organisation.roster-filed", "报送名单", CampaignMeasures.RostersFiled, CampaignMeasures.RostersFiledLate);
        facts.Add<RosterChanged>("organisation.roster-changed", "变更名单");
        facts.Add<RosterUnfiled>("organisation.roster-unfiled", "名单未报提醒");
        facts.Add<LecturerTrainingHeld>("organisation.lecturer-training-held", "宣讲员培训");
        facts.Add<LecturerTrained>("organisation.lecturer-trained", "宣讲员参训", CampaignMeasures.LecturersTrained);
        facts.Add<ResponsibilityLetterWritten>("organisation.responsibility-letter-written", "修订责任书");
        facts.Add<ResponsibilityClaimed>("organisation.responsibility-claimed", "认领责任", CampaignMeasures.ResponsibilitiesClaimed);
        facts.Add<ResponsibilityLettersClosed>("organisation.responsibility-letters-closed", "责任书签署截止");
        facts.Add<ResourceRecorded>("organisation.resource-recorded", "登记保障", [.. CampaignMeasures.Resources.Values]);
    }
}
