using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.StaticAssets;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Web.CommandLine;

namespace Wuzha.Web;

/// <summary>Builds the one process: what it is made of, and what every request passes on its way.</summary>
public static class WuzhaHost
{
    private const long LargestBody = 25 * 1024 * 1024;

    /// <summary>An office of two hundred behind one address signs in within a few minutes each morning.</summary>
    private const int SignInsPerMinute = 60;

    /// <summary>Thousands of phones stand behind one address of a mobile network, and each opening is two requests.</summary>
    private const int ResidentsPerMinute = 600;

    /// <param name="options">Where it keeps things.</param>
    /// <param name="flags">How it listens.</param>
    /// <param name="adjust">Last touches by a test: the clock, an in-memory server.</param>
    public static WebApplication Build(WuzhaOptions options, HostFlags flags, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
                ApplicationName = "wuzha",
            }
        );
        // Not published, the style sheet lies where it was built; published, this does nothing.
        builder.WebHost.UseStaticWebAssets();
        // Otherwise an unpublished host adds a route that looks for new files while it runs.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        Listen(builder, flags);
        Log(builder, flags);
        AddParts(builder.Services, options, flags);
        builder.Services.AddPages();
        AddSignIn(builder.Services, flags);
        AddLimits(builder.Services, flags);
        adjust?.Invoke(builder);

        var app = builder.Build();
        Use(app, flags);
        Map(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, HostFlags flags)
    {
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(flags.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            if (flags.CertificateFile is { } certificate)
                kestrel.ConfigureHttpsDefaults(https =>
                {
                    https.ServerCertificate = Certificates.Load(certificate, flags.KeyFile);
                    https.SslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13;
                });
        });
    }

    private static void Log(WebApplicationBuilder builder, HostFlags flags)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        // The command says in its own words why it cannot listen.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Faults are logged once, by the page that shows their number.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        if (flags.JsonLogs)
            builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
        else
            builder.Logging.AddSimpleConsole(line => (line.SingleLine, line.TimestampFormat) = (true, "yyyy-MM-dd HH:mm:ss "));
    }

    private static void AddParts(IServiceCollection services, WuzhaOptions options, HostFlags flags)
    {
        services.AddStorage(options, Modules.All);
        services.AddStorageLoops(flags.RunsBackground);
        services.AddSingleton(_ => KeyFile.Open(options.KeysFolder));
        services.AddSingleton(ModelSettings.ForPages(options));
        foreach (var module in Modules.All.All)
            module.Services(services);
    }

    private static void AddSignIn(IServiceCollection services, HostFlags flags)
    {
        services.AddSingleton(new RoleActs(Permissions.ActsOf, Permissions.Named));
        services.AddSingleton<Viewers>();
        services.AddSingleton<Installations>();
        services.AddSingleton<SecondFactorTicket>();
        services.AddScoped<CurrentViewer>();
        services.AddScoped(parts =>
            parts.GetRequiredService<CurrentViewer>().Viewer
            ?? throw new InvalidOperationException("A route that is open to all names a Viewer; take CurrentViewer instead.")
        );
        services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme, cookie => SessionCookie(cookie, flags));
        services.AddDataProtection().SetApplicationName("wuzha");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory, Vault>(
                (keys, scopes, vault) => (keys.XmlRepository, keys.XmlEncryptor) = (new SessionKeys(scopes), new SessionKeySealing(vault))
            );
    }

    private static void SessionCookie(CookieAuthenticationOptions cookie, HostFlags flags)
    {
        cookie.Cookie.Name = "wuzha-session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = flags.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Session.Idle;
        cookie.SlidingExpiration = true;
    }

    private static void AddLimits(IServiceCollection services, HostFlags flags)
    {
        services.Configure<FormOptions>(form => (form.ValueCountLimit, form.MultipartBodyLengthLimit) = (4096, LargestBody));
        services.AddRequestTimeouts(timeouts =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = TimeSpan.FromSeconds(100),
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            }
        );
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(
                Limits.SignIn,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        context.Connection.RemoteIpAddress?.ToString() ?? "",
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }
                    )
            );
            limits.AddPolicy(
                Limits.Residents,
                context =>
                    RateLimitPartition.GetFixedWindowLimiter(
                        Convert.ToHexString(Visitor.NetworkOf(context)),
                        _ => new FixedWindowRateLimiterOptions { PermitLimit = ResidentsPerMinute, Window = TimeSpan.FromMinutes(1) }
                    )
            );
        });
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            // The hosts are filtered before a proxy's word is taken: what it says must be one of ours as well.
            foreach (var host in flags.Hosts)
                forwarded.AllowedHosts.Add(host);
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in flags.Proxies)
                if (System.Net.IPNetwork.TryParse(proxy, out var network))
                    forwarded.KnownIPNetworks.Add(network);
                else
                    forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
        });
        if (flags.Hosts.Length > 0)
            services.Configure<HostFilteringOptions>(hosts => hosts.AllowedHosts = flags.Hosts);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    private static void Use(WebApplication app, HostFlags flags)
    {
        if (flags.Proxies.Length > 0)
            app.UseForwardedHeaders();
        if (flags.IsSecure)
            app.UseHsts();
        app.UseRequestLog();
        app.UsePages();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseGate();
        app.UseAntiforgery();
        app.UsePageAnswers();
    }

    private static void Map(WebApplication app)
    {
        app.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "wuzha.staticwebassets.endpoints.json"));
        Health.Map(app);
        var pages = app.MapPages();
        foreach (var module in Modules.All.All)
            module.Routes(pages);
        pages.MapFallback("{**path}", () => Refusal.NotFound.AsPage()).OpenToAll("An address that leads nowhere answers alike for everyone.");
        EveryRouteNamesItsPermission(app);
    }

    private static void EveryRouteNamesItsPermission(IEndpointRouteBuilder app)
    {
        var bare = app
            .DataSources.SelectMany(source => source.Endpoints)
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<RoutePermission>() is null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            )
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (bare.Count > 0)
            throw new InvalidOperationException("Routes without a permission: " + string.Join(", ", bare));
    }
}
