using System.Text.Json;
using Wuzha.Web.CommandLine;
using Xunit;

namespace Wuzha.Web.Tests;

public sealed class PlanCommandTests : IDisposable
{
    private const string Plan = "青溪镇反诈宣传工作方案\n一、工作任务\n各村每周至少推送两次反诈信息。\n二、工作要求\n各村每月报送台账。\n";

    private readonly string folder = Directory.CreateTempSubdirectory("wuzha-plan-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_plan_comes_out_as_json_and_nothing_else()
    {
        var (code, said, error) = await Read("plan.txt", System.Text.Encoding.UTF8.GetBytes(Plan));

        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(said);
        Assert.Equal(Plan, json.RootElement.GetProperty("text").GetString());
        var task = json.RootElement.GetProperty("tasks")[0];
        Assert.Equal("week", task.GetProperty("frequency").GetProperty("per").GetString());
        var span = task.GetProperty("span");
        Assert.Equal(task.GetProperty("source").GetString(), Plan[span[0].GetInt32()..span[1].GetInt32()]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("今天天气很好。")]
    [InlineData("\0\0\0\u0001\u0002")]
    public async Task What_is_no_plan_ends_with_two_and_one_line(string text)
    {
        var (code, said, error) = await Read("plan.docx", System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal((Commands.Refused, ""), (code, said));
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_file_over_twenty_megabytes_or_not_there_ends_with_two()
    {
        Assert.Equal(Commands.Refused, (await Read("big.txt", new byte[20 * 1024 * 1024 + 1])).Code);
        Assert.Equal(Commands.Refused, (await Run("plan", "read", Path.Combine(folder, "none.txt"), "--json")).Code);
    }

    private async Task<(int Code, string Said, string Error)> Read(string name, byte[] bytes)
    {
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        return await Run("plan", "read", file, "--json");
    }

    private static async Task<(int Code, string Said, string Error)> Run(params string[] args)
    {
        using var said = new StringWriter();
        using var error = new StringWriter();
        var code = await Commands.Run(args, new Terminal(said, error, TextReader.Null), TestContext.Current.CancellationToken);
        return (code, said.ToString(), error.ToString());
    }
}
