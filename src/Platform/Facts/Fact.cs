using Wuzha.Platform.Calendar;

namespace Wuzha.Platform.Facts;

/// <summary>
/// 事实: something that happened, recorded once by the module that owns it. The record's own properties are the payload: ids, numbers and hashes,
/// never a name, phone, address, signature or free text on a resident, so that erasing a person never touches the chain.
/// </summary>
public abstract record Fact
{
    /// <summary>Where it counts: a unit, or a thing counted under one. Null: at the unit of the one who recorded it.</summary>
    public virtual Guid? Node => null;

    /// <summary>What it adds to the tallies of its node on the day it happened. Depends on the payload alone, so that tallies can be rebuilt.</summary>
    public virtual IEnumerable<Posting> Postings => [];
}

/// <summary>取消: withdraws an earlier fact, whose postings are taken back on the day they were made.</summary>
/// <param name="FactId">The fact taken back.</param>
public sealed record FactWithdrawn(Guid FactId) : Fact;

/// <summary>指标: a named additive count over facts, declared once by the module that owns the facts.</summary>
/// <param name="Key"><c>module.what</c>, stable.</param>
/// <param name="Name">Chinese name as it stands in a bulletin.</param>
/// <param name="EnglishName">English name for the API and the docs.</param>
/// <param name="Unit">Unit of count in Chinese: 户, 人次, 份 …</param>
public sealed record Measure(string Key, string Name, string EnglishName, string Unit)
{
    public Posting Add(long value = 1) => new(this, value);
}

/// <summary>One measure and how much a fact adds to it.</summary>
public readonly record struct Posting(Measure Measure, long Value);

/// <summary>How a fact reached the book.</summary>
public enum FactSource
{
    Console = 0,
    Field = 1,
    Paper = 2,
    Resident = 3,
    Player = 4,
    Import = 5,
    Gateway = 6,
    Job = 7,

    /// <summary>A command run on the server itself.</summary>
    Server = 8,
}

/// <summary>A fact with its envelope, as it goes into the book.</summary>
/// <param name="Id">UUIDv7, made where it happened: a resend carries the same one.</param>
/// <param name="UnitId">Unit of the one who recorded it.</param>
/// <param name="NodeId">Where it counts.</param>
/// <param name="OnDay">The day it counts on, in the tenant's time zone.</param>
/// <param name="CampaignId">The campaign it belongs to; <see cref="Guid.Empty"/> for none.</param>
/// <param name="ActorId">Person who did it; <see cref="Guid.Empty"/> for the installation itself.</param>
public sealed record FactEntry(
    string TenantId,
    Guid Id,
    Fact Fact,
    Guid UnitId,
    Guid NodeId,
    Guid ActorId,
    Guid CampaignId,
    DateTime OccurredAt,
    DateTime RecordedAt,
    DateOnly OnDay,
    FactSource Source
)
{
    /// <summary>What the viewer does at this moment.</summary>
    public static FactEntry By(Viewer viewer, Guid id, Fact fact, DateTime now, Guid campaignId = default, FactSource source = FactSource.Console) =>
        new(viewer.TenantId, id, fact, viewer.UnitId, fact.Node ?? viewer.UnitId, viewer.PersonId, campaignId, now, now, LocalDay.Of(now), source);
}

/// <summary>What became of a fact that was sent.</summary>
public enum FactOutcome
{
    Accepted,

    /// <summary>The same id with the same content stands in the book: the resend counts as success.</summary>
    AlreadyHad,

    /// <summary>The same id with other content stands in the book; nothing was changed.</summary>
    Conflict,

    /// <summary>A withdrawal whose fact has not arrived; send it again after the fact.</summary>
    NotYetThere,

    /// <summary>A withdrawal cannot be withdrawn; record the fact again.</summary>
    NotWithdrawable,

    /// <summary>Its module has no row that it may happen to, see <see cref="FactCatalog.Claim{TFact}"/>; nothing was changed.</summary>
    Refused,
}
