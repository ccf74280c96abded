using Xunit;

namespace Wuzha.Rules.Tests;

public sealed class DocsTests
{
    public static TheoryData<string> Paths => [.. Docs.Pages.Keys];

    /// <summary><c>tools/docs</c> runs this with <c>WUZHA_UPDATE=1</c>, which writes the page instead.</summary>
    [Theory, MemberData(nameof(Paths))]
    public async Task The_page_says_what_the_code_says(string path)
    {
        var page = Docs.Pages[path]();
        var file = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("WUZHA_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);
        }

        var written = File.Exists(file) ? await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) : "";
        Assert.True(page == written, $"{path} is stale: run tools/docs and commit what it writes.");
    }
}
