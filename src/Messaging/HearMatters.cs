using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Guard.Exports;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>
/// Hears what is unsettled and what is settled. The latest word on a subject at a unit wins, so facts that come twice or out of order leave the same rows.
/// </summary>
internal static class HearMatters
{
    public const string Roster = "organisation.roster";
    public const string Suggestion = "guard.suggestion";

    internal static async Task Unsettled(IServiceProvider services, Db db, MatterUnsettled matter, HeardFact heard)
    {
        var escalation = await Find(db, heard.TenantId, matter.About);
        if (escalation is not null && !escalation.IsNews(heard.OccurredAt, heard.Id))
            return;

        if (escalation is null)
            db.Add(escalation = Begin(heard, matter.About));
        var taken = await db.Set<EscalationStep>().Where(s => s.TenantId == heard.TenantId && s.EscalationId == escalation.Id).ToListAsync();
        escalation.HearUnsettled(matter, (heard.OccurredAt, heard.Id), taken, await TenantCalendar.Load(db, heard.TenantId));
        await db.SaveChangesAsync();
    }

    internal static async Task Settled(IServiceProvider services, Db db, MatterSettled matter, HeardFact heard)
    {
        var escalation = await Find(db, heard.TenantId, matter.About);
        if (escalation is not null && !escalation.IsNews(heard.OccurredAt, heard.Id))
            return;

        // A settlement that overtakes its reminder is kept, so that the older word, when it comes, is seen to be old.
        if (escalation is null)
            db.Add(escalation = Begin(heard, matter.About));
        escalation.HearSettled((heard.OccurredAt, heard.Id));
        await db.SaveChangesAsync();
    }

    /// <summary>名单未报, in the words of the ladder: due at the end of the day that the office named.</summary>
    internal static Task RosterUnfiled(IServiceProvider services, Db db, RosterUnfiled roster, HeardFact heard) =>
        Unsettled(
            services,
            db,
            new MatterUnsettled(RosterOf(roster.CampaignId, roster.UnitId), LocalDay.Start(roster.DueOn.AddDays(1)), roster.IssuingUnitId),
            heard with
            {
                CampaignId = roster.CampaignId,
            }
        );

    internal static Task RosterFiled(IServiceProvider services, Db db, RosterFiled roster, HeardFact heard) =>
        Settled(services, db, new MatterSettled(RosterOf(roster.CampaignId, roster.UnitId)), heard with { CampaignId = roster.CampaignId });

    /// <summary>意见未答复: due at the end of the last working day for the answer; the office above is told when it stays away.</summary>
    internal static Task SuggestionFiled(IServiceProvider services, Db db, SuggestionFiled filed, HeardFact heard) =>
        Unsettled(
            services,
            db,
            new MatterUnsettled(SuggestionTo(filed.SuggestionId, filed.ToUnitId), LocalDay.Start(filed.DueOn.AddDays(1)), filed.AboveUnitId),
            heard
        );

    internal static Task SuggestionAnswered(IServiceProvider services, Db db, SuggestionAnswered answered, HeardFact heard) =>
        Settled(services, db, new MatterSettled(SuggestionTo(answered.SuggestionId, answered.ToUnitId)), heard);

    /// <summary>A campaign that ended asks nothing any more.</summary>
    internal static async Task CampaignEnded(IServiceProvider services, Db db, CampaignEnded campaign, HeardFact heard)
    {
        var open = await db.Set<Escalation>()
            .Where(e => e.TenantId == heard.TenantId && e.CampaignId == campaign.CampaignId && e.IsUnsettled)
            .ToListAsync();
        foreach (var escalation in open.Where(e => e.IsNews(heard.OccurredAt, heard.Id)))
            escalation.HearSettled((heard.OccurredAt, heard.Id));
        await db.SaveChangesAsync();
    }

    /// <summary>A unit that was taken out of the campaign is asked nothing any more: the withdrawn fact says which.</summary>
    internal static async Task Withdrawn(IServiceProvider services, Db db, FactWithdrawn withdrawn, HeardFact heard)
    {
        var catalog = services.GetRequiredService<FactCatalog>();
        var fact = await db.Set<FactRow>().AsNoTracking().SingleOrDefaultAsync(f => f.TenantId == heard.TenantId && f.Id == withdrawn.FactId);
        if (fact is not null && catalog.Read(fact.Kind, fact.Payload) is RosterAsked roster)
            await Settled(services, db, new MatterSettled(RosterOf(roster.CampaignId, roster.UnitId)), heard);
    }

    /// <summary>The tenant works on other days or at other hours now: every step that is still to come is due by the calendar as it stands.</summary>
    internal static async Task CalendarChanged(IServiceProvider services, Db db, Fact change, HeardFact heard)
    {
        var calendar = await TenantCalendar.Load(db, heard.TenantId);
        foreach (var escalation in await db.Set<Escalation>().Where(e => e.TenantId == heard.TenantId && e.NextStepAt != null).ToListAsync())
            escalation.Replan(calendar);
        await db.SaveChangesAsync();
    }

    private static Subject RosterOf(Guid campaignId, Guid unitId) => new(Roster, campaignId, unitId);

    private static Subject SuggestionTo(Guid suggestionId, Guid unitId) => new(Suggestion, suggestionId, unitId);

    private static Task<Escalation?> Find(Db db, string tenantId, Subject about) =>
        db.Set<Escalation>()
            .SingleOrDefaultAsync(e => e.TenantId == tenantId && e.SubjectKind == about.Kind && e.SubjectId == about.Id && e.UnitId == about.UnitId);

    private static Escalation Begin(HeardFact heard, Subject about) =>
        new()
        {
            TenantId = heard.TenantId,
            Id = Guid.CreateVersion7(new DateTimeOffset(heard.OccurredAt)),
            SubjectKind = about.Kind,
            SubjectId = about.Id,
            UnitId = about.UnitId,
            CampaignId = heard.CampaignId,
        };
}
