using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Wuzha.PlanReading;

/// <summary>The reader's findings as JSON: one plan as itself, several as <c>{"plans": […]}</c>.</summary>
public static class PlanJson
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(IReadOnlyList<Plan> plans) =>
        (plans is [{ } only] ? Of(only) : new JsonObject { ["plans"] = List(plans, Of) }).ToJsonString(Json);

    public static JsonObject Of(Plan plan) =>
        new()
        {
            ["text"] = plan.Text,
            ["stages"] = List(
                plan.Stages,
                stage => new JsonObject
                {
                    ["name"] = stage.Name,
                    ["start"] = stage.Start,
                    ["end"] = stage.End,
                }
            ),
            ["title"] = plan.Head.Title,
            ["authority"] = plan.Head.Authority,
            ["docNumber"] = plan.Head.DocNumber,
            ["issued"] = plan.Head.Issued,
            ["period"] = plan.Head.Period is { } period ? new JsonObject { ["start"] = period.Start, ["end"] = period.End } : null,
            ["leadingGroup"] = plan.LeadingGroup is { } group
                ? new JsonObject
                {
                    ["roles"] = List(group.Roles, role => new JsonObject { ["role"] = role.Role, ["count"] = role.Count }),
                    ["office"] = group.Office,
                }
                : null,
            ["units"] = Words(plan.Units),
            ["headings"] = List(plan.Headings, heading => new JsonObject { ["level"] = heading.Level, ["text"] = heading.Text }),
            ["tasks"] = List(plan.Duties, duty => Of(plan, duty)),
            ["indicators"] = List(plan.Indicators, Of),
            ["unclassified"] = List(
                plan.Unclassified,
                left => new JsonObject
                {
                    ["span"] = Span(left.Span),
                    ["text"] = left.Span.Of(plan.Text),
                    ["class"] = left.Class,
                }
            ),
            ["annexes"] = List(plan.Annexes, annex => new JsonObject { ["name"] = annex.Name, ["absent"] = annex.IsAbsent }),
        };

    private static JsonObject Of(Plan plan, DutyProposal duty)
    {
        var written = Written(plan, duty);
        if (duty.IsFromModel)
            written["model"] = true;
        return written;
    }

    private static JsonObject Written(Plan plan, DutyProposal duty) =>
        new()
        {
            ["id"] = duty.Id,
            ["source"] = duty.Span.Of(plan.Text),
            ["span"] = Span(duty.Span),
            ["units"] = Words(duty.Units),
            ["kind"] = duty.Kind,
            ["frequency"] = duty.Cadence is { } f
                ? new JsonObject
                {
                    ["times"] = f.Times,
                    ["per"] = f.Per,
                    ["min"] = f.IsLeast,
                }
                : null,
            ["deadline"] = duty.Deadline,
            ["quota"] = duty.Quota is { } q
                ? new JsonObject
                {
                    ["n"] = q.Count,
                    ["per"] = q.Per,
                    ["unit"] = q.Unit,
                }
                : null,
            ["target"] = duty.Target is { } t
                ? new JsonObject
                {
                    ["metric"] = t.Metric,
                    ["value"] = t.Value,
                    ["unit"] = t.Unit,
                }
                : null,
            ["audiences"] = Words(duty.Audiences),
            ["channels"] = Words(duty.Channels),
            ["evidence"] = Words(duty.Evidence),
            ["rule"] = duty.Rule,
        };

    private static JsonObject Of(Indicator indicator)
    {
        var written = new JsonObject { ["name"] = indicator.Name, ["direction"] = indicator.Rises ? "up" : "down" };
        if (indicator.Value is { } value)
            (written["value"], written["unit"]) = (value, indicator.Unit);
        return written;
    }

    private static JsonArray Span(TextSpan span) => [span.Start, span.End];

    private static JsonArray Words(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode> written) => [.. items.Select(written)];
}
