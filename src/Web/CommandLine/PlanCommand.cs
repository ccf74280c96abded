using System.CommandLine;
using Wuzha.PlanReading;
using Wuzha.Platform.Documents.Reading;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>Reads a plan document and prints what it asks for as JSON, and nothing else.</summary>
internal static class PlanCommand
{
    private static readonly Argument<string> PlanFile = new("FILE") { Description = "方案文件：.docx .txt .doc .pdf | the plan document" };

    private static readonly Option<bool> Json = new("--json") { Description = "输出 JSON（目前唯一的输出） | print JSON, which is the only output" };

    private static readonly Option<bool> Model = new("--model")
    {
        Description =
            "再请数据文件夹里 model.json 写明的本单位模型补充建议 | also ask the office's own model, set up in model.json in the data folder",
    };

    public static Command Define(Terminal terminal)
    {
        var read = new Command("read", "读一份方案，列出其中的任务 | read a plan document and list its duties") { PlanFile, Json, Model };
        read.SetAction(
            (parsed, cancellation) =>
                Read(terminal, parsed.GetRequiredValue(PlanFile), parsed.GetValue(Model) ? Commands.OptionsOf(parsed) : null, cancellation)
        );
        return new Command("plan", "方案 | plan documents") { read };
    }

    /// <param name="model">Where the model is set up; null when none is asked.</param>
    private static async Task<int> Read(Terminal terminal, string path, WuzhaOptions? model, CancellationToken cancellation)
    {
        var settings = model is null ? null : ModelSettings.Read(model);
        if (model is not null && settings is null)
            return await Refuse(
                terminal,
                "没有设置模型：请在数据文件夹的 model.json 里写明 endpoint 和 name，或去掉 --model。 | No model is set up in model.json."
            );
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
        if (settings is not null)
            plans = await Ask(terminal, settings, plans, cancellation);
        await terminal.Out.WriteLineAsync(PlanJson.Write(plans));
        return 0;
    }

    /// <summary>A model that fails takes nothing away; what became of it stands on the error output.</summary>
    private static async Task<IReadOnlyList<Plan>> Ask(
        Terminal terminal,
        ModelSettings model,
        IReadOnlyList<Plan> plans,
        CancellationToken cancellation
    )
    {
        var read = new List<Plan>();
        using var client = model.Connect();
        var reader = new ModelReader(client, TimeSpan.FromSeconds(model.Seconds));
        foreach (var plan in plans)
        {
            var reading = await reader.Read(plan, cancellation);
            if (reading.Fault is not null)
                await terminal.Error.WriteLineAsync($"模型没有给出结果，以下只有语法读出的内容。 | The model gave nothing: {reading.Fault}");
            if (reading.Discarded > 0)
                await terminal.Error.WriteLineAsync(
                    $"模型有 {reading.Discarded} 条建议与原文对不上，已舍去。 | {reading.Discarded} proposals of the model were discarded."
                );
            read.Add(reading.Plan);
        }
        return read;
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
