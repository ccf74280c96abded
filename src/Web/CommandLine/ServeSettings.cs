using System.Text.Json;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>How this installation listens, as <c>setup</c> wrote it down beside the data; options of <c>serve</c> outrank it.</summary>
internal sealed record ServeSettings
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string[]? Urls { get; init; }
    public string? Certificate { get; init; }
    public string? Key { get; init; }
    public string[]? Proxies { get; init; }

    public static ServeSettings Read(WuzhaOptions options) =>
        File.Exists(FileOf(options)) ? JsonSerializer.Deserialize<ServeSettings>(File.ReadAllText(FileOf(options)), Json)! : new ServeSettings();

    public void Write(WuzhaOptions options) => File.WriteAllText(FileOf(options), JsonSerializer.Serialize(this, Json));

    private static string FileOf(WuzhaOptions options) => Path.Combine(options.DataFolder, "serve.json");
}
