using Wuzha.Platform.Storage;
using Wuzha.Support;
using Wuzha.Web.CommandLine;

namespace Wuzha.Web.Tests;

/// <summary>Runs commands as an operator would, on an empty data folder of its own and a database of either kind.</summary>
internal sealed class WuzhaProcess : IAsyncDisposable
{
    private readonly TestDatabase database;

    private WuzhaProcess(TestDatabase database) => this.database = database;

    public string Folder => database.Options.DataFolder;

    public static async Task<WuzhaProcess> On(DatabaseKind kind) => new(await Databases.Create(kind));

    public Db Open() => database.Open();

    /// <summary>Runs a command that ends by itself.</summary>
    public async Task<(int Code, string Out, string Error)> Run(string typed, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader(typed);
        var code = await Commands.Run(WithPlace(args), new Terminal(output, error, input));
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command that serves, until it is disposed.</summary>
    public async Task<Serving> Serve(params string[] args)
    {
        var output = new Lines();
        using var error = new StringWriter();
        var stop = new CancellationTokenSource();
        var running = Task.Run(() => Commands.Run(WithPlace(args), new Terminal(output, error, TextReader.Null), stop.Token));
        var first = await Task.WhenAny(output.Address, running);
        return first == running
            ? throw new InvalidOperationException($"ended with {await running}: {error}")
            : new Serving(await output.Address, running, stop);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private string[] WithPlace(string[] args) =>
        database.Options.Postgres is { } postgres ? [.. args, "--data", Folder, "--postgres", postgres] : [.. args, "--data", Folder];

    /// <summary>Waits for the line that says where it listens.</summary>
    private sealed class Lines : StringWriter
    {
        private readonly TaskCompletionSource<Uri> address = new();

        public Task<Uri> Address => address.Task;

        public override Task WriteLineAsync(string? value)
        {
            if (value?.StartsWith("已启动：", StringComparison.Ordinal) == true)
                address.SetResult(new Uri(value["已启动：".Length..].Split(' ')[0]));
            return base.WriteLineAsync(value);
        }
    }
}

/// <summary>A process that serves.</summary>
internal sealed class Serving(Uri address, Task<int> running, CancellationTokenSource stop) : IAsyncDisposable
{
    public Uri Address => address;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }
}
