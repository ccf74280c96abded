using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class RepositoryTests
{
    [Fact]
    public void The_root_folder_has_at_most_twenty_entries()
    {
        // What version control ignores does not count.
        string[] ignored = [".git", ".wuzha", "artifacts", ".vs", ".idea", ".vscode"];
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)!).Except(ignored);

        Assert.True(entries.Count() <= 20, string.Join(' ', entries.Order()));
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = Repository.Read("Wuzha.slnx");
        var projects = new[] { "src", "tests", "tools" }.SelectMany(folder => Repository.Files(folder, ".csproj"));

        Breaches.None(projects.Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)));
    }
}
