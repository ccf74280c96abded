using System.Globalization;
using System.Text.Json;

namespace Wuzha.Platform.Signatures;

/// <summary>手写签名: strokes as the signature box sends them, and as lines of a picture.</summary>
public static class DrawnSignature
{
    public const int MaxLength = 20_000;
    private const int MinPoints = 5;

    /// <summary>Each stroke as the points of an SVG polyline; empty when this is no signature.</summary>
    public static IReadOnlyList<string> Lines(string? strokes)
    {
        if (string.IsNullOrWhiteSpace(strokes) || strokes.Length > MaxLength)
            return [];

        try
        {
            using var json = JsonDocument.Parse(strokes);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                return [];

            var lines = json.RootElement.EnumerateArray().Select(stroke => Points(stroke).ToList()).ToList();
            return lines.Sum(line => line.Count) < MinPoints ? [] : [.. lines.Where(line => line.Count > 0).Select(line => string.Join(' ', line))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Points(JsonElement stroke)
    {
        if (stroke.ValueKind != JsonValueKind.Array)
            yield break;

        foreach (var point in stroke.EnumerateArray())
            if (Point(point) is var (x, y))
                yield return string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}");
    }

    private static (double X, double Y)? Point(JsonElement point) =>
        point.ValueKind switch
        {
            JsonValueKind.Array
                when point.GetArrayLength() >= 2 && point[0].ValueKind == JsonValueKind.Number && point[1].ValueKind == JsonValueKind.Number => (
                point[0].GetDouble(),
                point[1].GetDouble()
            ),
            JsonValueKind.Object
                when point.TryGetProperty("x", out var x)
                    && point.TryGetProperty("y", out var y)
                    && x.ValueKind == JsonValueKind.Number
                    && y.ValueKind == JsonValueKind.Number => (x.GetDouble(), y.GetDouble()),
            _ => null,
        };
}
