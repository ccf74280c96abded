using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.StaticAssets;
using Wuzha.Platform;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Web;

/// <summary>Builds the one process: what it is made of, and what every request passes on its way.</summary>
public static class WuzhaHost
{
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
        AddParts(builder.Services, options);
        AddPages(builder.Services, flags);
        adjust?.Invoke(builder);

        var app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void AddParts(IServiceCollection services, WuzhaOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddStorage(options, Modules.All);
        services.AddSingleton(_ => KeyFile.Open(options.KeysFolder));
        services.AddDataProtection().SetApplicationName("wuzha").PersistKeysToFileSystem(new DirectoryInfo(options.KeysFolder));
        foreach (var module in Modules.All.All)
            module.Services(services);
    }

    private static void AddPages(IServiceCollection services, HostFlags flags)
    {
        services.AddPages();
        services.AddSingleton(new RoleActs(Permissions.ActsOf));
        services.AddSingleton<Viewers>();
        services.AddScoped<CurrentViewer>();
        services.AddScoped(parts =>
            parts.GetRequiredService<CurrentViewer>().Viewer
            ?? throw new InvalidOperationException("A route that is open to all names a Viewer; take CurrentViewer instead.")
        );
        services.AddAuthentication(Session.Scheme).AddCookie(Session.Scheme, cookie => SessionCookie(cookie, flags));
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

    private static void Use(WebApplication app)
    {
        app.UsePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseGate();
        app.UseAntiforgery();
    }

    private static void Map(WebApplication app)
    {
        app.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "wuzha.staticwebassets.endpoints.json"));
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
