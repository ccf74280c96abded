using System.Threading.Channels;

namespace Wuzha.Platform.Storage;

/// <summary>Something has happened for which somebody waits. Many pokes before the waiter looks are one.</summary>
public sealed class Signal
{
    private readonly Channel<bool> poked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Poke() => poked.Writer.TryWrite(true);

    /// <summary>Returns when poked, at the latest after <paramref name="atMost"/>.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken cancellation)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timed.CancelAfter(atMost);
        try
        {
            await poked.Reader.ReadAsync(timed.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested) { }
    }
}

/// <summary>What wakes the background loops: at once within this process, and within a moment on the other nodes.</summary>
public sealed class Signals
{
    public Signal Facts { get; } = new();
    public Signal Jobs { get; } = new();

    /// <summary>Words for the other nodes; only the latest matters.</summary>
    internal Channel<string> Outgoing { get; } =
        Channel.CreateBounded<string>(new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Facts were committed here.</summary>
    public void FactsCommitted()
    {
        Facts.Poke();
        Outgoing.Writer.TryWrite(nameof(Facts));
    }

    /// <summary>Jobs were committed here.</summary>
    public void JobsCommitted()
    {
        Jobs.Poke();
        Outgoing.Writer.TryWrite(nameof(Jobs));
    }

    /// <summary>Another node says so.</summary>
    internal void Heard(string word) => (word == nameof(Jobs) ? Jobs : Facts).Poke();
}
