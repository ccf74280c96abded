using System.Globalization;
using System.Text.RegularExpressions;
using Wuzha.PlanReading;
using Wuzha.Plans.Amendment;
using Wuzha.Plans.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Storage;

namespace Wuzha.Plans;

/// <summary>Where a plan's text came from.</summary>
internal sealed record PlanOrigin(Guid FileId, string? OriginalHash);

/// <summary>Writes down what the reader found: the plan, its text, its proposals and everything that became none.</summary>
internal static partial class PlanRows
{
    /// <summary>Adds the rows and the fact; the caller saves.</summary>
    public static PlanDocument Add(Db db, Viewer viewer, Plan read, PlanOrigin origin, DateTime now, PlanAim aim)
    {
        var at = new DateTimeOffset(now);
        var issued = Day(read.Head.Issued, null);
        var (from, until) = Period(read.Head.Period, issued?.Year);
        var plan = new PlanDocument
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(at),
            UnitId = viewer.UnitId,
            Purpose = aim.Purpose,
            CampaignId = aim.CampaignId,
            AmendsId = aim.AmendsId,
            Title = Cut(read.Head.Title, PlanForm.TitleLength),
            Authority = Cut(read.Head.Authority, PlanForm.AuthorityLength),
            DocNumber = Cut(read.Head.DocNumber, PlanForm.DocNumberLength),
            IssuedOn = issued,
            FromOn = from,
            UntilOn = until,
            Office = Cut(read.LeadingGroup?.Office, PlanForm.OfficeLength),
            FileId = origin.FileId,
            OriginalHash = origin.OriginalHash,
            Length = read.Text.Length,
            Warnings = WarningsOf(read.Text),
            ReadAt = now,
            ReadBy = viewer.PersonId,
        };
        db.Add(plan);
        db.Add(
            new PlanText
            {
                TenantId = plan.TenantId,
                PlanId = plan.Id,
                Text = read.Text,
            }
        );
        db.AddRange(read.Duties.Select((duty, position) => Of(plan, read, duty, position)));
        db.AddRange(LeftoversOf(read).Select(left => Of(plan, left)));
        AddParts(db, plan, read, issued?.Year);
        db.Record(viewer, new PlanRead(plan.Id, plan.UnitId, read.Duties.Count, plan.Length));
        return plan;
    }

    internal static Proposal Of(PlanDocument plan, Plan read, DutyProposal duty, int position) =>
        new()
        {
            TenantId = plan.TenantId,
            Id = NewId(plan),
            PlanId = plan.Id,
            Position = position,
            Start = duty.Span.Start,
            End = duty.Span.End,
            Title = ShortTitle.Of(duty.Span.Of(read.Text), duty.Units),
            Kind = duty.Kind,
            Units = Proposal.List(duty.Units),
            Times = duty.Cadence?.Times,
            Per = duty.Cadence?.Per,
            IsLeast = duty.Cadence?.IsLeast ?? false,
            Deadline = duty.Deadline,
            QuotaCount = duty.Quota?.Count,
            QuotaPer = duty.Quota?.Per,
            QuotaUnit = duty.Quota?.Unit,
            TargetMetric = Cut(duty.Target?.Metric, Proposal.MetricLength),
            TargetValue = duty.Target?.Value,
            TargetUnit = Cut(duty.Target?.Unit, 10),
            Audiences = Proposal.List(duty.Audiences),
            Channels = Proposal.List(duty.Channels),
            Evidence = Proposal.List(duty.Evidence),
            Rule = duty.Rule,
            IsFromModel = duty.IsFromModel,
        };

    private static PlanLeftover Of(PlanDocument plan, Leftover left) =>
        new()
        {
            TenantId = plan.TenantId,
            Id = NewId(plan),
            PlanId = plan.Id,
            Start = left.Span.Start,
            End = left.Span.End,
            Class = left.Class,
        };

    private static void AddParts(Db db, PlanDocument plan, Plan read, int? year)
    {
        db.AddRange(
            read.Stages.Select(
                (stage, position) =>
                    new PlanStage
                    {
                        TenantId = plan.TenantId,
                        Id = NewId(plan),
                        PlanId = plan.Id,
                        Position = position,
                        Name = Cut(stage.Name, PlanForm.NameLength)!,
                        FromOn = Within(stage.Start, year, plan.FromOn),
                        UntilOn = Within(stage.End, year, plan.FromOn),
                    }
            )
        );
        db.AddRange(
            read.Indicators.Select(
                (indicator, position) =>
                    new PlanIndicator
                    {
                        TenantId = plan.TenantId,
                        Id = NewId(plan),
                        PlanId = plan.Id,
                        Position = position,
                        Name = Cut(indicator.Name, PlanForm.NameLength)!,
                        Rises = indicator.Rises,
                        Value = indicator.Value,
                        ValueUnit = Cut(indicator.Unit, 10),
                    }
            )
        );
        db.AddRange(
            (read.LeadingGroup?.Roles ?? []).Select(
                (role, position) =>
                    new PlanRole
                    {
                        TenantId = plan.TenantId,
                        Id = NewId(plan),
                        PlanId = plan.Id,
                        Position = position,
                        Role = Cut(role.Role, PlanForm.NameLength)!,
                        Count = role.Count,
                    }
            )
        );
        db.AddRange(
            read.Annexes.Select(
                (annex, position) =>
                    new PlanAnnex
                    {
                        TenantId = plan.TenantId,
                        Id = NewId(plan),
                        PlanId = plan.Id,
                        Position = position,
                        Name = Cut(annex.Name, PlanForm.TitleLength)!,
                        IsAbsent = annex.IsAbsent,
                    }
            )
        );
        db.AddRange(
            read.Headings.Select(
                (heading, position) =>
                    new PlanSection
                    {
                        TenantId = plan.TenantId,
                        Id = NewId(plan),
                        PlanId = plan.Id,
                        Position = position,
                        Level = heading.Level,
                        Name = Cut(heading.Text, PlanForm.TitleLength)!,
                        Start = heading.Span.Start,
                        End = heading.Span.End,
                    }
            )
        );
    }

    /// <summary>The reader's leftovers, and whatever else is written and stands in no proposal: headings and what lies between.</summary>
    internal static IEnumerable<Leftover> LeftoversOf(Plan read)
    {
        var covered = new bool[read.Text.Length];
        foreach (var span in read.Duties.Select(duty => duty.Span).Concat(read.Unclassified.Select(left => left.Span)))
            Array.Fill(covered, true, span.Start, span.Length);
        var heading = new bool[read.Text.Length];
        foreach (var span in read.Headings.Select(heading => heading.Span))
            Array.Fill(heading, true, span.Start, span.Length);

        var rest = new List<Leftover>();
        for (var at = 0; at < read.Text.Length; at++)
        {
            if (covered[at])
                continue;
            var start = at;
            while (at < read.Text.Length && !covered[at] && read.Text[at] != '\n')
                at++;
            var span = Trimmed(read.Text, start, at);
            if (span.Of(read.Text).Any(char.IsLetterOrDigit))
                rest.Add(new Leftover(span, Enumerable.Range(span.Start, span.Length).Any(i => heading[i]) ? "heading" : "other"));
        }
        return read.Unclassified.Concat(rest).OrderBy(left => left.Span.Start);
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new TextSpan(start, end);
    }

    /// <summary>A day as the reader writes it; one without a year needs the year of issue, or stays unknown.</summary>
    internal static DateOnly? Day(string? written, int? year) =>
        written is null ? null
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : year is { } known
        && written.StartsWith("--", StringComparison.Ordinal)
        && DateOnly.TryParseExact($"{known:0000}-{written[2..]}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? day
        : null;

    /// <summary>A day of a plan that runs over New Year: one without a year that would lie before the plan begins lies in the year after.</summary>
    private static DateOnly? Within(string? written, int? year, DateOnly? from) =>
        Day(written, year) is not { } day ? null
        : day < from && written!.StartsWith("--", StringComparison.Ordinal) ? day.AddYears(1)
        : day;

    /// <summary>A period that ends before it begins, both days without a year, ends in the year after.</summary>
    private static (DateOnly? From, DateOnly? Until) Period(Period? period, int? year)
    {
        var (from, until) = (Day(period?.Start, year), Day(period?.End, year));
        return until < from ? (from, period!.End!.StartsWith("--", StringComparison.Ordinal) ? until.Value.AddYears(1) : null) : (from, until);
    }

    private static PlanWarnings WarningsOf(string text)
    {
        var end = text.AsSpan().TrimEnd();
        return (Blank().IsMatch(text) ? PlanWarnings.Blanks : PlanWarnings.None)
            | (text.Contains('\uFFFD', StringComparison.Ordinal) ? PlanWarnings.LostCharacters : PlanWarnings.None)
            | (end.EndsWith("…") || end.EndsWith("...") || end.EndsWith("，") || end.EndsWith("、") ? PlanWarnings.CutOff : PlanWarnings.None);
    }

    private static Guid NewId(PlanDocument plan) => Guid.CreateVersion7(new DateTimeOffset(plan.ReadAt));

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];

    /// <summary>x月x日, 20xx年, XX镇.</summary>
    [GeneratedRegex("20[xX×＊*]{2}年|[xX×＊]{1,3}[年月日]|[xX×＊]{2,}(镇|村|县|单位|同志)", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
