using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Wuzha.Web;

/// <summary>
/// Speaks the chat protocol of an OpenAI-compatible endpoint that the office runs itself. Goes to the one address it was given: no proxy, no redirect, no
/// other host.
/// </summary>
/// <param name="endpoint">The base address, for example <c>http://10.0.0.5:8000/v1</c>.</param>
/// <param name="key">Sent as bearer token; null for none.</param>
internal sealed class ModelClient(Uri endpoint, string model, string? key) : IChatClient
{
    /// <summary>An answer about one plan is a few kilobytes.</summary>
    private const int MostBytes = 1024 * 1024;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        MaxResponseContentBufferSize = MostBytes,
        // The reader keeps the time.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private sealed record Line([property: JsonPropertyName("role")] string Role, [property: JsonPropertyName("content")] string? Content);

    private sealed record Question(
        [property: JsonPropertyName("model")] string Model,
        [property: JsonPropertyName("messages")] IReadOnlyList<Line> Messages,
        [property: JsonPropertyName("temperature")] float? Temperature,
        [property: JsonPropertyName("stream")] bool Stream
    );

    private sealed record Choice([property: JsonPropertyName("message")] Line? Message);

    private sealed record Answer([property: JsonPropertyName("choices")] IReadOnlyList<Choice>? Choices);

    /// <exception cref="HttpRequestException">Not reached, no success, or more than a megabyte.</exception>
    /// <exception cref="JsonException">Not what the protocol says.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{endpoint.ToString().TrimEnd('/')}/chat/completions")
        {
            Content = JsonContent.Create(
                new Question(model, [.. messages.Select(one => new Line(one.Role.Value, one.Text))], options?.Temperature, false)
            ),
        };
        // With its length known: the small servers that offices run do not all read a question in chunks.
        await request.Content.LoadIntoBufferAsync(cancellationToken);
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = JsonSerializer.Deserialize<Answer>(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return answer?.Choices is [{ Message.Content: { } text }, ..]
            ? new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
            : throw new JsonException("The answer holds no message.");
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        http.CancelPendingRequests();
        http.Dispose();
    }
}
