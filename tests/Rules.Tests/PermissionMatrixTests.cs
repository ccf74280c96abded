using System.Text;
using Wuzha.Platform.Identity;
using Wuzha.Web;
using Xunit;

namespace Wuzha.Rules.Tests;

/// <summary>
/// Every route as every visitor against <c>permissions.md</c>. The table is read by people and changed on purpose only (<c>tools/docs</c> rewrites it); the
/// walls below it hold whatever the table says.
/// </summary>
public sealed class PermissionMatrixTests
{
    private const string TableFile = "tests/Rules.Tests/permissions.md";

    private static readonly IReadOnlyList<Route> Asked = [.. Host.Routes.Where(route => route.Method is "GET" or "POST")];

    private static readonly Lazy<Task<IReadOnlyList<IReadOnlyDictionary<string, string>>>> Answers = new(() => PermissionMatrix.Ask(Asked));

    [Fact]
    public async Task Every_address_names_things_that_can_be_planted()
    {
        var columns = await Answers.Value;
        Breaches.None(columns[0].Where(cell => cell.Value.Contains('?')).Select(cell => $"{cell.Key}: say in Plot.cs what its parameters mean"));
    }

    [Fact]
    public async Task The_table_of_permissions_says_what_the_host_answers()
    {
        var table = Table(await Answers.Value);
        var file = Path.Combine(Repository.Root, TableFile);
        if (Environment.GetEnvironmentVariable("WUZHA_UPDATE") == "1")
            await File.WriteAllTextAsync(file, table, TestContext.Current.CancellationToken);

        var written = File.Exists(file) ? await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken) : [];
        var now = table.TrimEnd('\n').Split('\n');
        Breaches.None(written.Except(now).Select(line => $"- {line}").Concat(now.Except(written).Select(line => $"+ {line}")));
    }

    [Fact]
    public async Task Nobody_without_a_sign_in_gets_further_than_the_sign_in_page()
    {
        var columns = await Answers.Value;
        var guarded = Asked.Where(route => route.Permission?.OpenBecause is null).Select(route => route.ToString()).ToHashSet();
        Breaches.None(
            from visitor in Enumerable.Range(0, 4)
            from cell in columns[visitor]
            where guarded.Contains(cell.Key) && cell.Value.Split('/').Any(answer => answer != "302 in")
            select $"{PermissionMatrix.Visitors[visitor].Name}: {cell.Key} {cell.Value}"
        );
    }

    [Fact]
    public async Task A_role_without_the_act_is_refused_whatever_it_names()
    {
        var columns = await Answers.Value;
        Breaches.None(
            from found in Roles.All.Where(role => role.SignsIn).Select((role, i) => (Role: role, Column: columns[i + 5]))
            let acts = Permissions.ActsOf(found.Role.Key)
            from route in Asked
            where route.Permission?.Act is { } act && !acts.Contains(act.Key)
            let answers = found.Column[route.ToString()].Split('/')
            where answers.Any(answer => answer != "403")
            select $"{found.Role.Key}: {route} {string.Join('/', answers)}"
        );
    }

    [Fact]
    public async Task Nothing_of_another_tenant_is_ever_shown_or_changed()
    {
        var columns = await Answers.Value;
        Breaches.None(
            from found in columns.Select((column, i) => (PermissionMatrix.Visitors[i].Name, Column: column))
            from cell in found.Column
            let answers = cell.Value.Split('/')
            where answers.Length == 3 && answers[2] is not ("400" or "403" or "404" or "302 in" or "302 pw")
            select $"{found.Name}: {cell.Key} {cell.Value}"
        );
    }

    [Fact]
    public async Task No_request_breaks_the_host()
    {
        var columns = await Answers.Value;
        Breaches.None(
            from found in columns.Select((column, i) => (PermissionMatrix.Visitors[i].Name, Column: column))
            from cell in found.Column
            where cell.Value.Split('/').Any(answer => answer.StartsWith('5'))
            select $"{found.Name}: {cell.Key} {cell.Value} {PermissionMatrix.Broken.FirstOrDefault(line => line.StartsWith(cell.Key + ":", StringComparison.Ordinal))}"
        );
    }

    private static string Table(IReadOnlyList<IReadOnlyDictionary<string, string>> columns)
    {
        var table = new StringBuilder(
            """
            # Who gets what
            <!-- Written by tools/docs from the answers of the real host; every change is a decision, read it before you commit it. -->

            Three answers are for things of the own unit, of a sibling unit (for those who serve at the township it lies below them), and of another tenant;
            one answer stands for all three, or the address names nothing. A form is sent empty: 422 means that it was let in and asked to fill the fields.
            `in` leads to the sign-in page, `pw` to the own password.


            """
        );
        table.Append("| route | ").AppendJoin(" | ", PermissionMatrix.Visitors.Select(visitor => visitor.Name)).Append(" |\n|---|");
        table.Append(string.Concat(Enumerable.Repeat("---|", columns.Count))).Append('\n');
        foreach (var route in Asked.Select(route => route.ToString()))
            table.Append($"| `{route}` | ").AppendJoin(" | ", columns.Select(column => Short(column[route]))).Append(" |\n");
        return table.ToString();
    }

    private static string Short(string answers) => answers.Split('/').Distinct().Count() == 1 ? answers.Split('/')[0] : answers;
}
