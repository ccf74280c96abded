using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Identity;

namespace Wuzha.Organisation.Rosters;

/// <summary>名单: the four rosters that one unit owes to one campaign, filed together.</summary>
internal sealed class Roster
{
    /// <summary>Plan ch. 6 §2: first responsible, direct responsible, liaison and lecturers are reported.</summary>
    public static readonly IReadOnlyList<Role> Asked = [Roles.FirstResponsible, Roles.DirectResponsible, Roles.Liaison, Roles.Lecturer];

    public required string TenantId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; init; }
    public Guid? AskedFactId { get; private set; }
    public DateTime? FiledAt { get; private set; }
    public Guid? FiledBy { get; private set; }
    public Guid? FiledFactId { get; private set; }

    /// <summary>The local day of the filing, for 'late'.</summary>
    public DateOnly? FiledOn { get; private set; }

    /// <summary>The day of the last reminder: at most one a day.</summary>
    public DateOnly? RemindedOn { get; private set; }
    public int Version { get; private set; }

    public bool IsAsked => AskedFactId is not null;
    public bool IsFiled => FiledFactId is not null;

    public void Ask(Guid factId)
    {
        AskedFactId = factId;
        Version++;
    }

    /// <summary>The unit no longer takes part.</summary>
    /// <returns>The facts to withdraw.</returns>
    public IReadOnlyList<Guid> Release()
    {
        Guid[] facts = [.. new[] { AskedFactId, FiledFactId }.OfType<Guid>()];
        (AskedFactId, FiledFactId, FiledAt, FiledBy, FiledOn) = (null, null, null, null, null);
        Version++;
        return facts;
    }

    /// <summary>What the filing says, or why it cannot be filed yet.</summary>
    public Result<RosterFiled> File(IReadOnlyList<RosterEntry> entries, DateOnly dueOn, DateOnly today)
    {
        if (!IsAsked)
            return OrganisationRefusals.RosterNotAsked;
        if (IsFiled)
            return OrganisationRefusals.RosterAlreadyFiled;
        if (Asked.FirstOrDefault(role => entries.All(entry => entry.Role != role.Key)) is { } missing)
            return OrganisationRefusals.RosterIncomplete.With(("role", missing.Name));

        int Count(Role role) => entries.Count(entry => entry.Role == role.Key);
        return new RosterFiled(
            CampaignId,
            UnitId,
            Count(Roles.FirstResponsible),
            Count(Roles.DirectResponsible),
            Count(Roles.Liaison),
            Count(Roles.Lecturer),
            today > dueOn
        );
    }

    public void Filed(Guid factId, Guid by, DateTime at, DateOnly on)
    {
        (FiledFactId, FiledBy, FiledAt, FiledOn) = (factId, by, at, on);
        Version++;
    }

    /// <returns>The fact to withdraw.</returns>
    public Result<Guid> Withdraw()
    {
        if (FiledFactId is not { } fact)
            return OrganisationRefusals.RosterNotFiled;

        (FiledFactId, FiledBy, FiledAt, FiledOn) = (null, null, null, null);
        Version++;
        return fact;
    }

    public void Reminded(DateOnly today)
    {
        RemindedOn = today;
        Version++;
    }

    /// <summary>A change of the lines raises the version, so that a filing and a change at the same moment do not pass each other.</summary>
    public void Touch() => Version++;

    /// <summary>Whether one more line may stand in the list.</summary>
    public static Refusal? Takes(IReadOnlyList<RosterEntry> entries, string role, Guid personId) =>
        entries.Any(entry => entry.Role == role && entry.PersonId == personId)
            ? OrganisationRefusals.AlreadyOnRoster.With(("role", Roles.Of(role).Name))
            : null;

    /// <summary>Whether a line may be taken off: a filed roster never loses the last person of a role.</summary>
    public Refusal? Releases(IReadOnlyList<RosterEntry> entries, RosterEntry entry) =>
        IsFiled && entries.Count(other => other.Role == entry.Role) == 1
            ? OrganisationRefusals.LastOnRoster.With(("role", Roles.Of(entry.Role).Name))
            : null;
}

/// <summary>One person in one of the four rosters of a unit.</summary>
internal sealed class RosterEntry
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Key of the role, one of <see cref="Roster.Asked"/>.</summary>
    public required string Role { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>职务 as it stands in the annex.</summary>
    public required string Post { get; set; }
    public required int Position { get; set; }
}
