using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Guard.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;

namespace Wuzha.Messaging;

/// <summary>消息: the outbox, and the one ladder of reminder and escalation.</summary>
public sealed class MessagingModule : Module
{
    /// <summary>To read a message and see what to do: our own estimate.</summary>
    private const int MinutesToRead = 1;

    public override void Routes(Pages pages)
    {
        pages.MapGet("/outgoing", ListOutgoing.Get).Needs(MessagingActs.ReadOutgoing);
        pages.MapGet("/outgoing/{id:guid}", ShowMessage.Get).Needs(MessagingActs.ReadOutgoing);
        pages.MapPost("/outgoing/{id:guid}/cancel", CancelMessage.Post).Needs(MessagingActs.ManageOutgoing);
        pages.MapPost("/outgoing/{id:guid}/send-again", SendMessageAgain.Post).Needs(MessagingActs.ManageOutgoing);
        pages.MapPost("/outgoing/{id:guid}/count-as-delivered", CountMessageAsDelivered.Post).Needs(MessagingActs.ManageOutgoing);

        pages.MapGet("/escalations", ListEscalations.Get).Needs(MessagingActs.ReadReminders);
        pages.MapGet("/escalations/{id:guid}", ShowEscalation.Get).Needs(MessagingActs.ReadReminders);
        pages.MapPost("/escalations/{id:guid}/answer", AnswerReminder.Post).Needs(MessagingActs.AnswerReminders);
        pages.MapPost("/escalations/{id:guid}/resume", ResumeReminder.Post).Needs(MessagingActs.ManageReminders);
    }

    public override void Tables(ModelBuilder model) => MessagingTables.Map(model);

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<MessageTemplates>();
        services.AddSingleton<MatterKinds>();
        services.AddSingleton(BurdenSource.OfMeasure(MessagingMeasures.Delivered, "收到的通知和提醒", MinutesToRead));
        foreach (var template in RemindTexts.All)
            services.AddSingleton(template);
        // Organisation and Guard stand below and cannot name this module's types.
        services.AddSingleton(new MatterKind(HearMatters.Roster, "责任人员名单", "/campaigns/{id}/rosters/{unit}"));
        services.AddSingleton(new MatterKind(HearMatters.Suggestion, "意见答复", "/suggestions/{id}"));
    }

    public override void Facts(FactCatalog facts)
    {
        facts.Add<MessageWanted>("messaging.message-wanted", "要发消息");
        facts.Add<MessageDelivered>("messaging.message-delivered", "消息送达", MessagingMeasures.Delivered);
        facts.Add<MessageCancelled>("messaging.message-cancelled", "取消发送");
        facts.Add<DoubtSettled>("messaging.doubt-settled", "存疑消息处理");
        facts.Add<MatterUnsettled>("messaging.matter-unsettled", "未办结");
        facts.Add<MatterSettled>("messaging.matter-settled", "已办结");
        facts.Add<ReminderClimbed>("messaging.reminder-climbed", "催办");
        facts.Add<ReminderAnswered>("messaging.reminder-answered", "说明不适用");
        facts.Add<ReminderResumed>("messaging.reminder-resumed", "恢复催办");
    }

    public override void Subscriptions(Listeners listeners)
    {
        listeners.Hear<MessageWanted>("messaging.queue", QueueMessage.Hear);
        listeners.Hear<MatterUnsettled>("messaging.unsettled", HearMatters.Unsettled);
        listeners.Hear<MatterSettled>("messaging.settled", HearMatters.Settled);
        listeners.Hear<RosterUnfiled>("messaging.roster-unfiled", HearMatters.RosterUnfiled);
        listeners.Hear<RosterFiled>("messaging.roster-filed", HearMatters.RosterFiled);
        listeners.Hear<SuggestionFiled>("messaging.suggestion-filed", HearMatters.SuggestionFiled);
        listeners.Hear<SuggestionAnswered>("messaging.suggestion-answered", HearMatters.SuggestionAnswered);
        listeners.Hear<CampaignEnded>("messaging.campaign-ended", HearMatters.CampaignEnded);
        listeners.Hear<FactWithdrawn>("messaging.withdrawn", HearMatters.Withdrawn);
        listeners.Hear<CalendarDaySet>("messaging.calendar-day-set", HearMatters.CalendarChanged);
        listeners.Hear<CalendarHoursSet>("messaging.calendar-hours-set", HearMatters.CalendarChanged);
    }

    public override void Jobs(JobCatalog jobs)
    {
        jobs.AddRecurring("messaging.send", TimeSpan.FromMinutes(1), SendMessages.Run);
        jobs.AddRecurring("messaging.climb", TimeSpan.FromMinutes(5), ClimbLadder.Run);
    }

    public override void Menu(Menu menu)
    {
        menu.Add("今天", "催办", "/escalations", MessagingActs.ReadReminders, 30);
        menu.Add("系统", "待发消息", "/outgoing", MessagingActs.ReadOutgoing, 900);
    }
}
