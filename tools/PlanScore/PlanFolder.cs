using System.Text.Json.Nodes;
using Wuzha.PlanReading;

namespace Wuzha.PlanScore;

/// <summary>A folder of plans as text beside a folder of what stands in them, under the same names.</summary>
internal static class PlanFolder
{
    public static IEnumerable<(string Name, Score Score)> Score(string plans, string expected)
    {
        foreach (var file in Directory.EnumerateFiles(expected, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var read = PlanReader.Read(File.ReadAllText(Path.Combine(plans, $"{name}.txt")));
            var wanted = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            foreach (var (plan, i) in PlansOf(wanted).Select((plan, i) => (plan, i)))
            {
                var found = i < read.Count ? PlanJson.Of(read[i]) : [];
                yield return (i == 0 ? name : $"{name} ({i + 1})", PlanScorer.Of(name, plan, found));
            }
        }
    }

    private static IEnumerable<JsonObject> PlansOf(JsonObject expected) =>
        expected["plans"] is JsonArray several ? several.Select(plan => plan!.AsObject()) : [expected];
}
