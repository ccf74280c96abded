using System.Text.RegularExpressions;
using Xunit;

namespace Wuzha.Rules.Tests;

public sealed partial class RepositoryTests
{
    // In two pieces, or the rule would find its own canary.
    private const string Phone = "139" + "12345678";
    private const string Identity = "110105" + "19491231002X";

    [Fact]
    public void The_root_folder_has_at_most_twenty_entries()
    {
        // Counted as one sees them: settings of tools begin with a dot, and artifacts is what tests leave behind.
        var entries = Directory
            .EnumerateFileSystemEntries(Repository.Root)
            .Select(entry => Path.GetFileName(entry)!)
            .Where(entry => !entry.StartsWith('.') && entry != "artifacts");

        Assert.True(entries.Count() <= 20, string.Join(' ', entries.Order()));
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = Repository.Read("Wuzha.slnx");
        var projects = new[] { "src", "tests", "tools" }.SelectMany(folder => Repository.Files(folder, ".csproj"));

        Breaches.None(projects.Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_package_has_a_line_that_says_why()
    {
        var used = Version().Matches(Repository.Read("Directory.Packages.props")).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");
        var tools = ToolVersion()
            .Matches(Repository.Read(".config/dotnet-tools.json"))
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");
        var web = WebVersion().Matches(Repository.Read("web/package.json")).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}");
        var written = Repository.Read("docs/decisions/packages.md").Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal));

        Assert.Equal(
            used.Concat(tools).Concat(web).Order(StringComparer.Ordinal),
            written.Select(line => line[2..].Split(" – ")[0]).Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Phones and identity numbers in the repository are invented, from the range 1380000xxxx or plainly repetitive.</summary>
    [Fact]
    public void No_number_of_a_real_person_stands_in_the_repository() =>
        Breaches.None(
            from folder in new[] { "src", "tests", "docs", "tools" }
            from file in Repository.Files(folder, ".cs", ".razor", ".md", ".json", ".ts", ".sh", ".csv", ".txt")
            where !file.EndsWith("lock.json", StringComparison.Ordinal)
            from number in PersonalNumber().Matches(Repository.Read(file)).Select(match => match.Value).Distinct()
            where !Invented().IsMatch(number)
            select $"{file}: {number}"
        );

    [Theory]
    [InlineData("call " + Phone + " now", Phone)]
    [InlineData("id " + Identity, Identity)]
    public void Canary_a_real_looking_number_is_found(string text, string number) =>
        Assert.Equal([number], PersonalNumber().Matches(text).Select(match => match.Value).Where(found => !Invented().IsMatch(found)));

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\" Version=\"([^\"]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("    \"([a-z_]+)\": \"([0-9][^\"]*)\"")]
    private static partial Regex WebVersion();

    [GeneratedRegex("\"([a-z-]+)\": \\{ \"version\": \"([^\"]+)\"")]
    private static partial Regex ToolVersion();

    [GeneratedRegex("(?<![0-9A-Za-z.-])(1[3-9][0-9]{9}|[1-8][0-9]{5}(19|20)[0-9]{9}[0-9X])(?![0-9A-Za-z])")]
    private static partial Regex PersonalNumber();

    [GeneratedRegex("^1[3-9][0-9]0000[0-9]{4}$|(.)\\1{5}|^1380000|12345678901?$")]
    private static partial Regex Invented();
}
