using System.CommandLine;
using Wuzha.PlanReading;
using Wuzha.Platform.Documents.Reading;

namespace Wuzha.Web.CommandLine;

/// <summary>Reads a plan document and prints what it asks for as JSON, and nothing else.</summary>
internal static class PlanCommand
{
    private static readonly Argument<string> PlanFile = new("FILE") { Description = "方案文件：.docx .txt .doc .pdf | the plan document" };

    private static readonly Option<bool> Json = new("--json") { Description = "输出 JSON（目前唯一的输出） | print JSON, which is the only output" };

    public static Command Define(Terminal terminal)
    {
        var read = new Command("read", "读一份方案，列出其中的任务 | read a plan document and list its duties") { PlanFile, Json };
        read.SetAction((parsed, cancellation) => Read(terminal, parsed.GetRequiredValue(PlanFile), cancellation));
        return new Command("plan", "方案 | plan documents") { read };
    }

    private static async Task<int> Read(Terminal terminal, string path, CancellationToken cancellation)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            return await Refuse(terminal, $"找不到文件 {path}，请检查路径。 | No such file.");
        if (file.Length > DocumentText.MaxBytes)
            return await Refuse(terminal, DocumentRefusals.TooBig.With(("size", file.Length / (1024 * 1024) + 1)).Message);
        if (await Bytes(path, cancellation) is not { } bytes)
            return await Refuse(terminal, $"打不开文件 {path}，请检查是否有权读取。 | The file cannot be opened.");
        if (!(await DocumentText.Read(bytes, cancellation)).Is(out var text, out var refusal))
            return await Refuse(terminal, refusal.Message);
        var plans = PlanReader.Read(text);
        if (plans.Count == 0)
            return await Refuse(terminal, "这不像一份方案：没有找到分条的标题或任务，请检查是不是选错了文件。 | This is no plan document.");
        await terminal.Out.WriteLineAsync(PlanJson.Write(plans));
        return 0;
    }

    private static async Task<byte[]?> Bytes(string path, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<int> Refuse(Terminal terminal, string line)
    {
        await terminal.Error.WriteLineAsync(line);
        return Commands.Refused;
    }
}
