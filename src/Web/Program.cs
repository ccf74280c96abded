using Wuzha.Platform.Storage;
using Wuzha.Web;

var app = WuzhaHost.Build(
    new WuzhaOptions { DataFolder = Path.GetFullPath(".wuzha"), Postgres = Environment.GetEnvironmentVariable("WUZHA_POSTGRES") },
    new HostFlags()
);
await app.RunAsync(HostFlags.Loopback);
return 0;
