using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Wuzha.Support;

/// <summary>A real server on this machine that speaks the chat protocol of models as a test wants it: well, badly, or not at all.</summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly List<(string? Authorization, JsonElement Body)> asked = [];

    private ModelServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.MapPost(
            "/v1/chat/completions",
            async context =>
            {
                if (context.Request.ContentLength is null)
                {
                    context.Response.StatusCode = StatusCodes.Status411LengthRequired;
                    return;
                }
                var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
                asked.Add((context.Request.Headers.Authorization, body.RootElement));
                await Answer(context);
            }
        );
    }

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<(string? Authorization, JsonElement Body)> Asked => asked;

    public Func<HttpContext, Task> Answer { get; set; } = _ => Task.CompletedTask;

    public static async Task<ModelServer> Start()
    {
        var model = new ModelServer();
        await model.server.StartAsync();
        return model;
    }

    /// <summary>Answers with these duties, between fences as many models do.</summary>
    public void Answers(params (string Source, string Kind, string[] Units)[] tasks)
    {
        var content = JsonSerializer.Serialize(
            new
            {
                tasks = tasks.Select(task => new
                {
                    source = task.Source,
                    kind = task.Kind,
                    units = task.Units,
                }),
            }
        );
        Answer = context =>
            context.Response.WriteAsJsonAsync(
                new { choices = new[] { new { message = new { role = "assistant", content = "```json\n" + content + "\n```" } } } }
            );
    }

    /// <summary>Never answers.</summary>
    public void Hangs() => Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);

    /// <summary>Writes the settings of a process that asks this server into its data folder.</summary>
    public void SetUp(string dataFolder, int seconds = 20, bool pages = false)
    {
        var key = Path.Combine(dataFolder, "key.txt");
        File.WriteAllText(key, "secret-1\n");
        File.WriteAllText(
            Path.Combine(dataFolder, "model.json"),
            JsonSerializer.Serialize(
                new
                {
                    endpoint = server.Urls.Single() + "/v1/",
                    name = "qwen-office",
                    keyFile = key,
                    seconds,
                    pages,
                }
            )
        );
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
