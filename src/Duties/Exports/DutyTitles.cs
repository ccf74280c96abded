using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Storage;

namespace Wuzha.Duties.Exports;

/// <summary>What a duty is called.</summary>
/// <param name="Number">Its number within the campaign; later forms of the same duty keep it.</param>
/// <param name="FromOn">The day from which this form of it holds.</param>
public sealed record DutyTitle(Guid Id, int Number, string Title, DateOnly FromOn);

/// <summary>The names that stand beside standings.</summary>
public static class DutyTitles
{
    /// <summary>All duties of a campaign by id, also those that have ended.</summary>
    public static Task<Dictionary<Guid, DutyTitle>> Of(Db db, string tenantId, Guid campaignId) =>
        db.Set<Duty>()
            .Where(duty => duty.TenantId == tenantId && duty.CampaignId == campaignId)
            .Select(duty => new DutyTitle(duty.Id, duty.Number, duty.Title, duty.FromOn))
            .ToDictionaryAsync(duty => duty.Id);
}
