using Wuzha.Duties.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>One period of one unit's duty as the bulletin of a month counts it.</summary>
public sealed record MonthLine
{
    public required Guid AssignmentId { get; init; }
    public required Guid DutyId { get; init; }
    public required Guid CampaignId { get; init; }
    public required string CampaignName { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }

    /// <summary>The day from which this form of the duty holds.</summary>
    public required DateOnly DutyFromOn { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitName { get; init; }
    public required string SortKey { get; init; }

    /// <summary>The unit in whose row it is counted: itself, or the one above it that stands directly under the bulletin's unit.</summary>
    public required Guid RowId { get; init; }
    public required string RowName { get; init; }

    /// <summary>Orders rows: the bulletin's own unit first, then as lists do.</summary>
    public required string RowKey { get; init; }
    public required Standing Standing { get; init; }

    /// <summary>Fell due in the month. The others are overdue from before and still wait to be done.</summary>
    public required bool IsOfMonth { get; init; }

    public string Name => $"{Number}. {Title}";

    /// <summary>What the value is the sum of.</summary>
    public string Href => $"/assignments/{AssignmentId}/periods/{Standing.Period.FromOn:yyyy-MM-dd}";
}

/// <summary>The standings behind a bulletin: a fixed number of statements for each campaign, from tallies alone.</summary>
internal static class MonthLines
{
    /// <summary>What fell due in the month, and what is overdue from before, under a unit: in the order of rows, units, campaigns, numbers, days.</summary>
    public static async Task<IReadOnlyList<MonthLine>> Of(Db db, BulletinHere here, BulletinPlaces places)
    {
        var lines = new List<MonthLine>();
        foreach (var campaign in here.Campaigns)
        {
            var standings = (await Standings.For(db, here.Viewer.TenantId, Question(here, campaign)))
                .Where(one => Speaks(one, here, campaign))
                .ToList();
            if (standings.Count == 0)
                continue;
            var titles = await DutyTitles.Of(db, here.Viewer.TenantId, campaign.Id);
            // Opened between the statements: the next question sees it.
            lines.AddRange(
                standings
                    .Where(one => titles.ContainsKey(one.DutyId) && places.Find(one.UnitId) is not null)
                    .Select(one => Line(here, campaign, one, titles[one.DutyId], places))
            );
        }
        return
        [
            .. lines
                .OrderBy(line => line.RowKey, StringComparer.Ordinal)
                .ThenBy(line => line.RowId)
                .ThenBy(line => line.SortKey, StringComparer.Ordinal)
                .ThenBy(line => line.UnitId)
                .ThenBy(line => line.CampaignName, StringComparer.Ordinal)
                .ThenBy(line => line.CampaignId)
                .ThenBy(line => line.Number)
                .ThenBy(line => line.Standing.Period.FromOn),
        ];
    }

    private static StandingQuestion Question(BulletinHere here, CampaignHead campaign) =>
        new()
        {
            Campaign = DutyCampaign.Of(campaign),
            Today = here.Today,
            FromOn = here.Month.FirstOn,
            UntilOn = here.Month.LastOn,
            Scope = here.Unit.Scope,
        };

    /// <summary>What was not due before its campaign was ended is asked of nobody.</summary>
    private static bool Speaks(Standing standing, BulletinHere here, CampaignHead campaign)
    {
        var due = standing.Period.DueOn;
        return due <= here.Month.LastOn
            && (campaign.EndedOn is not { } ended || due <= ended)
            && (due >= here.Month.FirstOn || standing.State == StandingState.Overdue);
    }

    private static MonthLine Line(BulletinHere here, CampaignHead campaign, Standing standing, DutyTitle duty, BulletinPlaces places)
    {
        var unit = places.Find(standing.UnitId)!;
        var row = places.RowOf(unit);
        return new MonthLine
        {
            AssignmentId = standing.AssignmentId,
            DutyId = duty.Id,
            CampaignId = campaign.Id,
            CampaignName = campaign.Name,
            Number = duty.Number,
            Title = duty.Title,
            DutyFromOn = duty.FromOn,
            UnitId = unit.Id,
            UnitName = unit.Name,
            SortKey = unit.SortKey,
            RowId = row.Id,
            RowName = row.Name,
            RowKey = places.KeyOf(row),
            Standing = standing,
            IsOfMonth = standing.Period.DueOn >= here.Month.FirstOn,
        };
    }
}
