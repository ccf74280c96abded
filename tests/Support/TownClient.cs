using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Web;

namespace Wuzha.Support;

public sealed partial class Town
{
    /// <summary>Base32 secret of the administrators' second factor.</summary>
    public const string SecondFactor = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

    private WebApplication? host;
    private int clients;

    /// <summary>Pages of the test's own, for parts of Platform that have none before a module uses them. Set before the first client.</summary>
    public Action<Pages>? MorePages { get; set; }

    /// <summary>The real host on an in-memory server, started at first use.</summary>
    public WebApplication Host => host ??= Start();

    /// <summary>Lets every listener hear what was recorded until now.</summary>
    public Task Drain() => Host.Services.GetRequiredService<FactDelivery>().Drain();

    /// <summary>Runs every job that is due at the town's clock.</summary>
    public Task<int> RunJobs() => Host.Services.GetRequiredService<JobRunner>().RunDue();

    /// <summary>A browser in which the first member with this role has signed in.</summary>
    public TownClient Client(Role role) => Client(Of(role));

    /// <summary>A browser in which this member has signed in.</summary>
    public TownClient Client(Member member) => Client(member, Clock.Now);

    public TownClient Client(Member member, DateTime signedInAt)
    {
        var account = member.Account ?? throw new ArgumentException($"{member.Appointment.Role} does not sign in.", nameof(member));
        var session = new Session(account.TenantId, account.Id, member.Appointment.Id, account.SecurityStamp, signedInAt);
        var cookie = Host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Scheme);
        var times = new AuthenticationProperties
        {
            IssuedUtc = new DateTimeOffset(signedInAt),
            ExpiresUtc = new DateTimeOffset(signedInAt + Session.Idle),
        };
        var client = Stranger(session);
        client.Jar.Add(
            client.BaseAddress!,
            new Cookie(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(new AuthenticationTicket(session.Principal(), times, Session.Scheme)))
        );
        return client;
    }

    /// <summary>A browser in which nobody has signed in.</summary>
    public TownClient Stranger() => Stranger(null);

    private TownClient Stranger(Session? session)
    {
        using var scope = Host.Services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (session is not null)
            context.User = session.Principal();
        var tokens = scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(context);
        var cookieName = Host.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!;

        var jar = new CookieContainer();
        // Every browser has an address of its own: sign-ins are limited by address.
        var address = new IPAddress([10, 0, (byte)(++clients >> 8), (byte)clients]);
        var handler = Host.GetTestServer().CreateHandler(context => context.Connection.RemoteIpAddress = address);
        var client = new TownClient(new CookieKeeping(jar) { InnerHandler = handler }, jar, tokens.RequestToken!)
        {
            BaseAddress = new Uri("http://localhost"),
        };
        jar.Add(client.BaseAddress, new Cookie(cookieName, tokens.CookieToken));
        return client;
    }

    private WebApplication Start()
    {
        var app = WuzhaHost.Build(
            database.Options,
            new HostFlags { RunsBackground = false },
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                // WUZHA_TEST_LOG=1 shows what the program says, for a test that meets an apology page.
                if (Environment.GetEnvironmentVariable("WUZHA_TEST_LOG") is not null)
                    builder.Logging.AddSimpleConsole();
                builder.Services.AddSingleton<TimeProvider>(Clock);
                builder.Services.AddSingleton<IInterceptor, TenantGuard>();
            }
        );
        MorePages?.Invoke(app.MapPages());
        app.Start();
        return app;
    }

    private sealed class CookieKeeping(CookieContainer jar) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (jar.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
                request.Headers.Add("Cookie", cookies);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set)
                    jar.SetCookies(request.RequestUri!, cookie);
            return response;
        }
    }
}

/// <summary>A browser: keeps cookies, follows no redirect by itself, and has a form token that fits its session.</summary>
public sealed class TownClient(HttpMessageHandler handler, CookieContainer jar, string formToken) : HttpClient(handler)
{
    public CookieContainer Jar => jar;

    /// <summary>Opens a page.</summary>
    public async Task<Answer> Visit(string path)
    {
        using var response = await GetAsync(path);
        return await Answer.Of(response);
    }

    /// <summary>Posts fields with a valid form token, without opening the form first.</summary>
    public Task<Answer> Send(string path, params (string Name, string Value)[] fields) =>
        Post(path, [.. fields, ("__RequestVerificationToken", formToken)]);

    /// <summary>Fills the form at <paramref name="action"/> (or the only one) on a page that was visited and sends it: what stands in it stays, fields given replace it.</summary>
    public Task<Answer> Submit(Answer page, string? action, params (string Name, string Value)[] fields)
    {
        var (path, filled) = page.Form(action);
        var replaced = fields.Select(field => field.Name).ToHashSet();
        return Post(path, [.. filled.Where(field => !replaced.Contains(field.Name)), .. fields]);
    }

    /// <summary>Posts a file beside fields, as a multipart form.</summary>
    public async Task<Answer> Upload(string path, string fileField, string fileName, byte[] content, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        form.Add(new StringContent(formToken), "__RequestVerificationToken");
        form.Add(new ByteArrayContent(content), fileField, fileName);
        using var response = await PostAsync(path, form);
        return await Answer.Of(response);
    }

    /// <summary>Posts exactly these fields: no form token is added.</summary>
    public async Task<Answer> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await PostAsync(path, form);
        return await Answer.Of(response);
    }
}
