using Wuzha.Platform;

namespace Wuzha.Organisation.Groups;

/// <summary>Kinds of bodies that plans set up (requirements ORG1).</summary>
public enum BodyKind
{
    LeadingGroup = 0,
    Office = 1,
    Headquarters = 2,
    WorkingGroup = 3,

    /// <summary>A village's or unit's own working group.</summary>
    UnitGroup = 4,
}

/// <summary>领导小组、办公室、指挥部、工作组: a body of a campaign and the unit it sits in.</summary>
internal sealed class CampaignBody
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required BodyKind Kind { get; init; }
    public required string Name { get; set; }

    /// <summary>设在: the unit it sits in; for a unit's own group that unit.</summary>
    public required Guid UnitId { get; set; }
    public string? Duties { get; set; }

    /// <summary>Place among the bodies of its kind.</summary>
    public required int Position { get; set; }
    public int Version { get; set; }

    public static string KindName(BodyKind kind) =>
        kind switch
        {
            BodyKind.LeadingGroup => "领导小组",
            BodyKind.Office => "办公室",
            BodyKind.Headquarters => "指挥部",
            BodyKind.WorkingGroup => "工作组",
            _ => "村（单位）工作组",
        };

    /// <summary>The seats a body of this kind has, in the order of a printed list.</summary>
    public static IReadOnlyList<SeatKind> SeatsOf(BodyKind kind) =>
        kind switch
        {
            BodyKind.LeadingGroup => [SeatKind.Head, SeatKind.FirstDeputy, SeatKind.Deputy, SeatKind.Member],
            BodyKind.Office => [SeatKind.Head, SeatKind.Deputy, SeatKind.Member],
            BodyKind.Headquarters => [SeatKind.Head, SeatKind.Deputy, SeatKind.Member],
            _ => [SeatKind.Head, SeatKind.Deputy, SeatKind.Member],
        };

    /// <summary>What a seat is called in a body of this kind.</summary>
    public static string SeatName(BodyKind kind, SeatKind seat) =>
        (kind, seat) switch
        {
            (BodyKind.Office, SeatKind.Head) => "办公室主任",
            (BodyKind.Office, SeatKind.Deputy) => "办公室副主任",
            (BodyKind.Office, _) => "工作人员",
            (BodyKind.Headquarters, SeatKind.Head) => "指挥长",
            (BodyKind.Headquarters, SeatKind.Deputy) => "副指挥长",
            (BodyKind.Headquarters, _) => "抽调人员",
            (_, SeatKind.Head) => "组长",
            (_, SeatKind.FirstDeputy) => "常务副组长",
            (_, SeatKind.Deputy) => "副组长",
            _ => "成员",
        };

    public Refusal? Seats(IReadOnlyList<CampaignSeat> seats, SeatKind kind, Guid? personId)
    {
        if (!SeatsOf(Kind).Contains(kind))
            return OrganisationRefusals.NoSuchSeat.With(("body", KindName(Kind)));
        if (personId is not null && seats.Any(seat => seat.PersonId == personId))
            return OrganisationRefusals.AlreadySeated;
        return kind == SeatKind.Head && seats.Any(seat => seat.Kind == SeatKind.Head)
            ? OrganisationRefusals.HeadAlreadySeated.With(("seat", SeatName(Kind, SeatKind.Head)))
            : null;
    }
}

/// <summary>A seat in a body, from the top of the printed list down.</summary>
public enum SeatKind
{
    Head = 0,
    FirstDeputy = 1,
    Deputy = 2,
    Member = 3,
}

/// <summary>One line of a body's list: a person, or whoever holds a post (各村党支部书记).</summary>
internal sealed class CampaignSeat
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid BodyId { get; init; }
    public required SeatKind Kind { get; init; }

    /// <summary>Null when the seat belongs to a post.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>职务 as printed, or the posts meant when there is no person.</summary>
    public string? Post { get; init; }

    /// <summary>抽调自: the unit a seconded person comes from.</summary>
    public Guid? FromUnitId { get; init; }
    public required DateOnly FromOn { get; init; }

    /// <summary>Last day, inclusive; null while it lasts. A vacated seat keeps its line in the history.</summary>
    public DateOnly? UntilOn { get; private set; }
    public required int Position { get; init; }
    public int Version { get; private set; }

    public bool IsCurrent(DateOnly today) => UntilOn is null || UntilOn >= today;

    public Refusal? Vacate(DateOnly lastDay)
    {
        if (UntilOn is not null)
            return OrganisationRefusals.SeatAlreadyVacated;

        UntilOn = lastDay;
        Version++;
        return null;
    }
}
