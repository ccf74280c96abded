using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Wuzha.Support;
using Wuzha.Web.CommandLine;
using Xunit;

namespace Wuzha.Web.Tests;

/// <summary>The optional model behind the reader of plans, against a real server on this machine that speaks the protocol, well and badly.</summary>
public sealed class PlanModelTests : IAsyncLifetime
{
    private const string Between = "网格员家家都走到，把防骗的话带到炕头上。";
    private const string Plan =
        "青溪镇反诈宣传工作方案\n一、工作任务\n各村每周至少推送两次反诈信息。\n" + Between + "\n二、工作要求\n各村每月报送台账。\n";

    private readonly string folder = Directory.CreateTempSubdirectory("wuzha-model-").FullName;
    private ModelServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await ModelServer.Start();
        await File.WriteAllTextAsync(Path.Combine(folder, "plan.txt"), Plan);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_the_model_points_at_is_added_and_marked()
    {
        server.Answers((Between, "visit", ["网格员"]));
        server.SetUp(folder);

        var (code, said, error) = await Read("--model");

        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(said);
        var added = Assert.Single(json.RootElement.GetProperty("tasks").EnumerateArray(), task => task.GetProperty("rule").GetString() == "model");
        Assert.True(added.GetProperty("model").GetBoolean());
        Assert.Equal((Between, "visit"), (added.GetProperty("source").GetString(), added.GetProperty("kind").GetString()));
        Assert.Equal("网格员", Assert.Single(added.GetProperty("units").EnumerateArray()).GetString());
        var span = added.GetProperty("span");
        Assert.Equal(Between, Plan[span[0].GetInt32()..span[1].GetInt32()]);
        Assert.DoesNotContain(json.RootElement.GetProperty("unclassified").EnumerateArray(), left => left.GetProperty("text").GetString() == Between);
        var (authorization, body) = Assert.Single(server.Asked);
        Assert.Equal("Bearer secret-1", authorization);
        Assert.Equal("qwen-office", body.GetProperty("model").GetString());
        // Only what the grammar left over goes to the model.
        var sent = body.GetProperty("messages")[1].GetProperty("content").GetString()!;
        Assert.Contains(Between, sent, StringComparison.Ordinal);
        Assert.DoesNotContain("推送两次", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_do_not_stand_in_the_plan_and_unknown_kinds_are_discarded()
    {
        server.Answers(
            ("各村立即安装反诈软件", "push", []),
            (Between.Replace('家', '户'), "visit", []),
            (Between, "surveillance", []),
            ("炕", "visit", []),
            (Between, "visit", ["青溪镇", "没有的单位"]),
            (Between, "visit", [])
        );
        server.SetUp(folder);

        var (code, said, error) = await Read("--model");

        Assert.Equal(0, code);
        Assert.Contains("5", error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(said);
        var added = Assert.Single(json.RootElement.GetProperty("tasks").EnumerateArray(), task => task.GetProperty("rule").GetString() == "model");
        Assert.Equal("青溪镇", Assert.Single(added.GetProperty("units").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(302, "")]
    [InlineData(200, "这不是 JSON")]
    [InlineData(200, "{}")]
    [InlineData(200, "{\"choices\":[{\"message\":{\"content\":\"我觉得没有任务\"}}]}")]
    [InlineData(200, "{\"choices\":[{\"message\":{\"content\":\"{\\\"tasks\\\":7}\"}}]}")]
    public async Task A_model_that_fails_takes_nothing_away(int status, string body)
    {
        server.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "http://127.0.0.1:1/elsewhere";
            return context.Response.WriteAsync(body);
        };
        server.SetUp(folder);
        var without = await Read();

        var (code, said, error) = await Read("--model");

        Assert.Equal((0, without.Said), (code, said));
        Assert.Contains("模型没有给出结果", error, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_slow_model_is_not_waited_for()
    {
        server.Hangs();
        server.SetUp(folder, seconds: 1);
        var watch = Stopwatch.StartNew();

        var (code, said, error) = await Read("--model");

        Assert.Equal(0, code);
        Assert.NotEmpty(said);
        Assert.Contains("no answer within 1 s", error, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Without_a_model_set_up_nothing_leaves()
    {
        server.Answers((Between, "visit", []));

        Assert.Equal(Commands.Refused, (await Read("--model")).Code);
        Assert.Equal(0, (await Read()).Code);
        server.SetUp(folder);
        Assert.Equal(0, (await Read()).Code);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "model.json"),
            "{\"endpoint\":\"file:///etc\",\"name\":\"x\"}",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Commands.Refused, (await Read("--model")).Code);
        await File.WriteAllTextAsync(Path.Combine(folder, "model.json"), "{ not json", TestContext.Current.CancellationToken);
        Assert.Equal(Commands.Refused, (await Read("--model")).Code);

        Assert.Empty(server.Asked);
    }

    private async Task<(int Code, string Said, string Error)> Read(params string[] more)
    {
        using var said = new StringWriter();
        using var error = new StringWriter();
        var code = await Commands.Run(
            ["plan", "read", Path.Combine(folder, "plan.txt"), "--json", "--data", folder, .. more],
            new Terminal(said, error, TextReader.Null),
            TestContext.Current.CancellationToken
        );
        return (code, said.ToString(), error.ToString());
    }
}
