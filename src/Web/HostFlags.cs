namespace Wuzha.Web;

/// <summary>How this process listens, beside where it keeps things.</summary>
public sealed record HostFlags
{
    public const string Loopback = "http://127.0.0.1:5080";

    public string[] Urls { get; init; } = [Loopback];

    /// <summary>Certificate (PEM, or PFX) and key (PEM) for https urls.</summary>
    public string? CertificateFile { get; init; }
    public string? KeyFile { get; init; }

    /// <summary>Addresses or networks of the reverse proxies whose forwarded headers are believed; empty when there is none.</summary>
    public string[] Proxies { get; init; } = [];

    /// <summary>Names under which this installation is asked for; others are refused. Empty: any.</summary>
    public string[] Hosts { get; init; } = [];

    /// <summary>The demo: planted accounts may sign in; only on loopback.</summary>
    public bool IsDemo { get; init; }

    /// <summary>One JSON object a line on the console, for a log collector.</summary>
    public bool JsonLogs { get; init; }

    /// <summary>Delivers facts, runs jobs and seals the book beside serving pages. Off in tests, which do that step by step.</summary>
    public bool RunsBackground { get; init; } = true;

    /// <summary>Cookies go over https only, unless everything stays on this machine.</summary>
    public bool IsSecure => CertificateFile is not null || Proxies.Length > 0;
}
