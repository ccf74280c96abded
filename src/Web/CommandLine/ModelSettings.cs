using System.Text.Json;
using Wuzha.PlanReading;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>
/// The model that the office runs itself, as the operator wrote it into <c>model.json</c> beside the data. Without that file there is none, and no text
/// leaves.
/// </summary>
internal sealed record ModelSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Base address of an OpenAI-compatible endpoint.</summary>
    public string? Endpoint { get; init; }
    public string? Name { get; init; }

    /// <summary>A file that holds the key; null for an endpoint that asks for none.</summary>
    public string? KeyFile { get; init; }
    public int Seconds { get; init; } = 60;

    /// <summary>Also for plans that are read in on a page; without it only <c>plan read --model</c> asks.</summary>
    public bool Pages { get; init; }

    /// <summary>What pages ask; a job that waits for longer would keep others waiting.</summary>
    public static SecondReader ForPages(WuzhaOptions options) =>
        new(
            () => Read(options) is { Pages: true },
            async (plan, cancellation) =>
            {
                if (Read(options) is not { Pages: true } settings)
                    return new ModelReading(plan, "no model is set up", 0);

                using var client = settings.Connect();
                return await new ModelReader(client, TimeSpan.FromSeconds(Math.Min(settings.Seconds, MostSecondsOfPages))).Read(plan, cancellation);
            }
        );

    private const int MostSecondsOfPages = 120;

    /// <summary>Null when none is set up, or not so that it could be asked.</summary>
    public static ModelSettings? Read(WuzhaOptions options)
    {
        var file = Path.Combine(options.DataFolder, "model.json");
        if (!File.Exists(file) || Parse(file) is not { Name.Length: > 0, Seconds: > 0 and <= 3600 } settings)
            return null;
        if (!Uri.TryCreate(settings.Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return null;
        return settings.KeyFile is null || File.Exists(settings.KeyFile) ? settings : null;
    }

    /// <summary>The client for it; the caller disposes of it.</summary>
    public ModelClient Connect() => new(new Uri(Endpoint!), Name!, KeyFile is null ? null : File.ReadAllText(KeyFile).Trim());

    private static ModelSettings? Parse(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ModelSettings>(File.ReadAllText(file), Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
