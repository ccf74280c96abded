using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Wuzha.Web.CommandLine;
using Xunit;

namespace Wuzha.Web.Tests;

public sealed class ServeCommandTests
{
    [Theory, EveryDatabase]
    public async Task An_empty_database_is_not_served(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        var (code, _, error) = await process.Run("", "serve");
        Assert.Equal(Commands.Refused, code);
        Assert.Contains("wuzha setup", error, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_database_with_demo_accounts_is_not_served(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await SetUp(process);
        await using (var db = process.Open())
        {
            var account = db.Accounts.OrderBy(one => one.SignInName).First();
            db.Accounts.Remove(account);
            await db.SaveChangesAsync();
            db.Accounts.Add(
                new Account
                {
                    Id = account.Id,
                    TenantId = account.TenantId,
                    PersonId = account.PersonId,
                    SignInName = "left-over",
                    IsDemo = true,
                }
            );
            await db.SaveChangesAsync();
        }

        var (code, _, error) = await process.Run("", "serve");
        Assert.Equal(Commands.Refused, code);
        Assert.Contains("演示账号", error, StringComparison.Ordinal);
        Assert.Contains("demo accounts", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("只能监听本机", "--urls", "http://0.0.0.0:5080")]
    [InlineData("需要证书", "--urls", "https://127.0.0.1:0")]
    [InlineData("找不到文件", "--urls", "https://127.0.0.1:0", "--certificate", "/nowhere.pem")]
    [InlineData("不是监听地址", "--urls", "5080")]
    [InlineData("不是地址或网段", "--behind-proxy", "proxy.local")]
    public async Task A_flag_that_is_unsafe_or_wrong_is_refused_with_a_sentence(string sentence, params string[] flags)
    {
        await using var process = await WuzhaProcess.On(DatabaseKind.Sqlite);
        var (code, _, error) = await process.Run("", ["serve", .. flags]);
        Assert.Equal(Commands.Refused, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task It_serves_https_with_the_operators_certificate(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await SetUp(process);
        var (certificate, key) = SelfSigned(process.Folder);
        await using var serving = await process.Serve("serve", "--urls", "https://127.0.0.1:0", "--certificate", certificate, "--key", key);

        using var browser = Browser(trusting: certificate);
        using var live = await browser.GetAsync(new Uri(serving.Address, "/live"));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var ready = await browser.GetAsync(new Uri(serving.Address, "/ready"));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.False(ready.Headers.Contains("Server"));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_public_address_and_this_machine_are_answered(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await SetUp(process);
        await using var serving = await process.Serve("serve", "--urls", "http://127.0.0.1:0");
        using var browser = Browser();
        Assert.Equal(HttpStatusCode.OK, await StatusAt("fanzha.example.cn"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAt("evil.example"));

        async Task<HttpStatusCode> StatusAt(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(serving.Address, "/live"));
            request.Headers.Host = host;
            using var answer = await browser.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Theory, EveryDatabase]
    public async Task A_forwarded_scheme_is_believed_from_the_named_proxy_only(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await SetUp(process);
        Assert.True(await IsSecure("127.0.0.1"));
        Assert.False(await IsSecure("10.9.8.7"));

        async Task<bool> IsSecure(string proxy)
        {
            await using var serving = await process.Serve("serve", "--urls", "http://127.0.0.1:0", "--behind-proxy", proxy);
            using var browser = Browser();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(serving.Address, "/live"));
            request.Headers.Host = "fanzha.example.cn";
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var answer = await browser.SendAsync(request);
            return answer.Headers.Contains("Strict-Transport-Security");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_forwarded_host_that_is_none_of_ours_is_not_taken_even_from_the_proxy(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await SetUp(process);
        await using var serving = await process.Serve("serve", "--urls", "http://127.0.0.1:0", "--behind-proxy", "127.0.0.1");
        using var browser = Browser();
        Assert.Contains("http://fanzha.example.cn/", await HstsFor("fanzha.example.cn"), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", await HstsFor("evil.example"), StringComparison.Ordinal);

        // Strict-Transport-Security is left out for this machine itself, so it tells which host was believed.
        async Task<string> HstsFor(string host)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(serving.Address, "/live"));
            request.Headers.Add("X-Forwarded-Host", host);
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var answer = await browser.SendAsync(request);
            return answer.Headers.Contains("Strict-Transport-Security") ? $"http://{host}/" : "this machine";
        }
    }

    [Theory, EveryDatabase]
    public async Task A_port_that_is_taken_is_said_plainly(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await SetUp(process);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var (code, _, error) = await process.Run("", "serve", "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.Equal(Commands.Refused, code);
        Assert.Contains("无法监听", error, StringComparison.Ordinal);
    }

    internal static async Task SetUp(WuzhaProcess process)
    {
        var file = Path.Combine(process.Folder, "answers.json");
        await File.WriteAllTextAsync(file, SetupCommandTests.GoodAnswers);
        var (code, _, error) = await process.Run("", "setup", "--answers", file);
        Assert.True(code == 0, error);
    }

    private static (string Certificate, string Key) SelfSigned(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=fanzha.example.cn", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var (certificateFile, keyFile) = (Path.Combine(folder, "own.pem"), Path.Combine(folder, "own.key"));
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (certificateFile, keyFile);
    }

    /// <summary>A browser whose machine trusts the operator's own certificate, and checks it like any other.</summary>
    private static HttpClient Browser(string? trusting = null)
    {
        var connections = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (trusting is not null)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(trusting));
            connections.SslOptions.CertificateChainPolicy = policy;
        }
        return new HttpClient(connections);
    }
}
