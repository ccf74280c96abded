using System.Runtime.CompilerServices;
using Xunit;

namespace Wuzha.PlanReading.Tests;

/// <summary>Single sentences as plans write them, each with the kind it asks for.</summary>
public sealed class SentenceTests
{
    private const double Least = 0.95;

    [Fact]
    public void Nearly_every_sentence_asks_for_what_a_person_would_say()
    {
        var lines = File.ReadLines(Path.Combine(Here(), "Corpus/sentences.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('|'))
            .ToList();
        var wrong = lines.Select(line => (Kind: line[0], Sentence: line[1], Found: Kinds(line[1]))).Where(read => read.Found != read.Kind).ToList();
        foreach (var (kind, sentence, found) in wrong)
            TestContext.Current.TestOutputHelper!.WriteLine($"{kind} {(found == "" ? "none" : found)}: {sentence}");

        Assert.True(lines.Count >= 150);
        Assert.True(wrong.Count <= (1 - Least) * lines.Count, $"{wrong.Count} of {lines.Count} are read otherwise");
    }

    private static string Kinds(string sentence)
    {
        var plan = Assert.Single(PlanReader.Read($"青溪镇反诈宣传工作方案\n一、工作任务\n{sentence}\n二、其他\n"));
        return plan.Duties.Count == 0 ? "-" : string.Join(' ', plan.Duties.Select(duty => $"{duty.Kind}").Distinct());
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
