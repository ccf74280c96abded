using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Help;
using Wuzha.Platform.Home;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Styleguide;

namespace Wuzha.Platform.Layout;

/// <summary>How the host shows pages: <c>AddPages</c> among the services, <c>UsePages</c> before the sign-in, <c>MapFrame</c> among the routes.</summary>
public static class PageHosting
{
    private const string Invented = "invented things that nobody keeps; outside the demo it answers system administrators alone";
    public const string LargeTypeCookie = "wuzha-large-type";

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Chinese stays readable in the HTML; without this every character becomes an entity of eight bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "wuzha-form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddSingleton<Menu>();
        services.AddSingleton<Assets>();
        services.AddSingleton<HomeBoard>();
        services.AddSingleton<TodoNumbers>();
        services.AddScoped<PageFrame>();
        return services;
    }

    /// <summary>Security headers, error pages and the frame of each request. Stands before authentication, which fills <see cref="PageFrame.Viewer"/>.</summary>
    public static IApplicationBuilder UsePages(this IApplicationBuilder app)
    {
        app.Use(
            (context, next) =>
            {
                var frame = context.RequestServices.GetRequiredService<PageFrame>();
                Fill(frame, context);
                SecurityHeaders.PutOn(context, frame);
                return next(context);
            }
        );
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorPages.Broken, SuppressDiagnosticsCallback = _ => true });
        app.UseStatusCodePages(ErrorPages.Empty);
        return app;
    }

    /// <summary>The frame's own pages: 今天, 帮助, 大字版, and the style guide.</summary>
    public static void MapFrame(this Pages pages)
    {
        pages.MapGet("/", ShowHome.Get).NeedsSignIn();
        pages.MapGet("/help", ShowHelp.Get).OpenToAll("how to sign in stands here too");
        pages.MapGet("/styleguide", ShowStyleguide.Words).OpenToAll(Invented);
        pages.MapGet("/styleguide/forms", ShowStyleguide.Forms).OpenToAll(Invented);
        pages.MapPost("/styleguide/forms", ShowStyleguide.Send).OpenToAll(Invented);
        pages.MapGet("/styleguide/lists", ShowStyleguide.Lists).OpenToAll(Invented);
        pages.MapGet("/styleguide/home", ShowStyleguide.Today).OpenToAll(Invented);
        pages.MapPost("/large-type", SwitchLargeType.Post).OpenToAll("choosing the size of the letters needs no account");
    }

    /// <summary>Tells the frame who is asking. Called by the gate for every page, also for the one that says no.</summary>
    internal static async Task Know(HttpContext context, Viewer? viewer)
    {
        var services = context.RequestServices;
        var frame = services.GetRequiredService<PageFrame>();
        frame.Viewer = viewer;
        if (viewer is not null && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            services.GetRequiredService<TodoNumbers>().Forget(viewer);
        var (installations, db) = (services.GetRequiredService<Installations>(), services.GetRequiredService<Db>());
        var here = viewer is null
            ? await installations.Here(db, context.Request.Host.Host)
            : (await installations.All(db)).FirstOrDefault(tenant => tenant.TenantId == viewer.TenantId);
        if (here is not null)
            (frame.InstallationName, frame.Organiser, frame.IsDemo) = (here.Name, here.Organiser, here.IsDemo);
    }

    /// <summary>Fills the frame of a second scope for the same visitor. It counts nothing: what just broke may be the counting.</summary>
    internal static void FillAgain(HttpContext context, PageFrame before)
    {
        var frame = context.RequestServices.GetRequiredService<PageFrame>();
        Fill(frame, context);
        (frame.Viewer, frame.InstallationName, frame.Organiser, frame.IsDemo) = (
            before.Viewer,
            before.InstallationName,
            before.Organiser,
            before.IsDemo
        );
        frame.CountTodo = () => Task.FromResult(0);
    }

    private static void Fill(PageFrame frame, HttpContext context)
    {
        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        frame.Path = context.Request.Path;
        frame.Address = context.Request.Path + context.Request.QueryString;
        frame.LargeType = context.Request.Cookies.ContainsKey(LargeTypeCookie);
        frame.MadeAt = LocalDay.Wall(clock.GetUtcNow().UtcDateTime);
        frame.Asset = context.RequestServices.GetRequiredService<Assets>().AddressOf;
        frame.TakeFlash = () => Flash.Take(context);
        frame.CountTodo = async () =>
            frame.Viewer is { } viewer
                ? await context
                    .RequestServices.GetRequiredService<TodoNumbers>()
                    .Of(
                        new HomeQuestion(
                            context.RequestServices.GetRequiredService<Db>(),
                            viewer,
                            LocalDay.Today(clock),
                            context.RequestServices.GetRequiredService<FactCatalog>()
                        )
                    )
                : 0;
    }
}
