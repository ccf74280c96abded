using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Sheets;
using Wuzha.Support;
using Wuzha.Web.CommandLine;
using Xunit;

namespace Wuzha.Web.Tests;

public sealed partial class SetupCommandTests
{
    internal const string GoodAnswers = """
        {
          "tenant": "qingxi", "name": "青溪镇反诈工作台", "kind": "township", "unit": "青溪镇", "publicAddress": "https://fanzha.example.cn",
          "population": 31200, "households": 9800,
          "systemAdministrator": { "name": "甄一", "phone": "13800000001" },
          "securityAdministrator": { "name": "甄二", "phone": "13800000002" },
          "auditAdministrator": { "name": "甄三", "phone": "13800000003" },
          "officeClerk": { "name": "甄四", "phone": "13800000004" }
        }
        """;

    [Theory, EveryDatabase]
    public async Task A_real_township_is_set_up_in_one_sitting_with_nothing_of_the_demo(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        var file = await Write(process, GoodAnswers);
        var (code, said, _) = await process.Run("", "setup", "--answers", file);
        Assert.Equal(0, code);
        Assert.Equal(3, Code().Count(said));

        await using var db = process.Open();
        Assert.False((await db.Tenants.SingleAsync()).IsDemo);
        Assert.Equal("青溪镇", (await db.Units.SingleAsync()).Name);
        var accounts = await db.Accounts.ToListAsync();
        Assert.Equal(3, accounts.Count);
        Assert.All(accounts, account => Assert.True(account is { MustChangePassword: true, IsDemo: false, ApprovedAt: not null }));
        Assert.Equal(
            [.. Roles.Administrators.Select(role => role.Key), Roles.OfficeClerk.Key],
            (await db.Appointments.Select(a => a.Role).ToListAsync()).OrderByDescending(role => role != Roles.OfficeClerk.Key).ThenBy(Roles.PlaceOf)
        );
    }

    [Theory, EveryDatabase]
    public async Task It_asks_one_by_one_when_there_is_no_file(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        var typed = string.Join(
            '\n',
            "lan-ting",
            "county",
            "岚汀县",
            "岚汀县反诈工作台",
            "",
            "https://fz.example.cn",
            "",
            "",
            "",
            "",
            "",
            "10.0.0.2 10.0.0.3",
            "",
            "甄一",
            "13800000001",
            "甄二",
            "13800000002",
            "甄三",
            "13800000003",
            "甄四",
            "13800000004"
        );
        var (code, said, error) = await process.Run(typed, "setup");
        Assert.True(code == 0, error);
        Assert.Equal(3, Code().Count(said));
        Assert.Contains("10.0.0.3", await File.ReadAllTextAsync(Path.Combine(process.Folder, "serve.json")), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_first_unit_list_is_taken_in_the_same_sitting(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        var list = await WriteUnits(process, ["东沟村", "村（社区）", "", "1200"], ["东沟村第一网格", "网格", "东沟村", ""]);
        var (code, said, error) = await process.Run("", "setup", "--answers", await Write(process, With(list)));
        Assert.True(code == 0, error);
        Assert.Contains("已导入单位 2 个", said, StringComparison.Ordinal);

        await using var db = process.Open();
        var units = await db.Units.ToListAsync();
        var village = units.Single(unit => unit.Name == "东沟村");
        Assert.Equal("青溪镇", units.Single(unit => unit.Id == village.ParentId).Name);
        Assert.Equal(village.Id, units.Single(unit => unit.Name == "东沟村第一网格").ParentId);
        Assert.Equal(
            FactSource.Import,
            (await db.Set<FactRow>().SingleAsync(fact => fact.NodeId == village.Id && fact.Kind == "organisation.unit-opened")).Source
        );
    }

    [Theory, EveryDatabase]
    public async Task A_unit_list_with_a_fault_is_named_by_row_and_column_and_nothing_is_half_done(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        var list = await WriteUnits(process, ["东沟村", "村（社区）", "", "一千二"], ["西岭村", "村（社区）", "没有的镇", "900"]);
        var (code, said, error) = await process.Run("", "setup", "--answers", await Write(process, With(list)));
        Assert.Equal(Commands.Refused, code);
        Assert.Contains("第 2 行 人口", error, StringComparison.Ordinal);
        Assert.Contains("没有建立系统", error, StringComparison.Ordinal);
        Assert.DoesNotContain("one-time code", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(process.Folder, "serve.json")));
        await using (var db = process.Open())
        {
            Assert.False(await db.Tenants.AnyAsync());
            Assert.False(await db.Units.AnyAsync());
            Assert.False(await db.Accounts.AnyAsync());
            Assert.False(await db.Set<FactRow>().AnyAsync());
        }

        var (again, _, wrong) = await process.Run("", "setup", "--answers", await Write(process, GoodAnswers));
        Assert.True(again == 0, wrong);
    }

    [Fact]
    public async Task A_unit_list_that_is_not_there_or_no_table_is_refused()
    {
        await using var process = await WuzhaProcess.On(DatabaseKind.Sqlite);
        var (code, _, error) = await process.Run("", "setup", "--answers", await Write(process, With("/nowhere/units.xlsx")));
        Assert.Equal((Commands.Refused, true), (code, error.Contains("units：找不到文件", StringComparison.Ordinal)));

        var text = Path.Combine(process.Folder, "units.xlsx");
        await File.WriteAllTextAsync(text, "东沟村");
        (code, _, error) = await process.Run("", "setup", "--answers", await Write(process, With(text)));
        Assert.Equal((Commands.Refused, true), (code, error.Contains("没有建立系统", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "青溪镇反诈工作领导小组办公室")]
    [InlineData("\"organiser\": \"中共青溪镇委政法委员会\", ", "中共青溪镇委政法委员会")]
    public async Task The_organiser_is_the_one_told_or_made_of_the_units_name(string told, string organiser)
    {
        await using var process = await WuzhaProcess.On(DatabaseKind.Sqlite);
        var answers = GoodAnswers.Replace("\"kind\"", told + "\"kind\"", StringComparison.Ordinal);
        Assert.Equal(0, (await process.Run("", "setup", "--answers", await Write(process, answers))).Code);
        await using var db = process.Open();
        Assert.Equal(organiser, (await db.Tenants.SingleAsync()).Organiser);
    }

    [Theory, EveryDatabase]
    public async Task A_second_setup_is_refused(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await ServeCommandTests.SetUp(process);
        var (code, _, error) = await process.Run("", "setup", "--answers", Path.Combine(process.Folder, "answers.json"));
        Assert.Equal(Commands.Refused, code);
        Assert.Contains("已经有系统了", error, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_demo_leaves_a_real_installation_alone(DatabaseKind kind)
    {
        await using var process = await WuzhaProcess.On(kind);
        await ServeCommandTests.SetUp(process);
        var (code, _, error) = await process.Run("", "demo", "--port", "0");
        Assert.Equal(Commands.Refused, code);
        Assert.Contains("正式系统", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"qingxi\"", "\"Qing Xi\"", "tenant")]
    [InlineData("\"township\"", "\"city\"", "kind")]
    [InlineData("https://fanzha.example.cn", "http://fanzha.example.cn", "publicAddress")]
    [InlineData("https://fanzha.example.cn", "fanzha", "publicAddress")]
    [InlineData("31200", "-1", "population")]
    [InlineData("13800000003", "13800000001", "四个人")]
    [InlineData("13800000002", "12", "securityAdministrator")]
    [InlineData("\"name\": \"甄三\"", "\"name\": \"\"", "auditAdministrator")]
    public async Task A_wrong_answer_is_named_and_nothing_is_set_up(string good, string bad, string named)
    {
        await using var process = await WuzhaProcess.On(DatabaseKind.Sqlite);
        var file = await Write(process, GoodAnswers.Replace(good, bad, StringComparison.Ordinal));
        var (code, _, error) = await process.Run("", "setup", "--answers", file);
        Assert.Equal(Commands.Refused, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
        await using var db = process.Open();
        Assert.False(await db.Tenants.AnyAsync());
    }

    [Fact]
    public async Task Answers_that_are_no_json_are_refused()
    {
        await using var process = await WuzhaProcess.On(DatabaseKind.Sqlite);
        var (code, _, error) = await process.Run("", "setup", "--answers", await Write(process, "tenant: qingxi"));
        Assert.Equal(Commands.Refused, code);
        Assert.Contains("JSON", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_command_is_explained_in_both_languages()
    {
        await using var process = await WuzhaProcess.On(DatabaseKind.Sqlite);
        var (code, said, _) = await process.Run("", "--help");
        Assert.Equal(0, code);
        foreach (var command in (string[])["serve", "demo", "setup", "admin", "migrate", "rebuild", "audit"])
            Assert.Matches($@"(?m)^  {command} .*\p{{IsCJKUnifiedIdeographs}}.* \| [a-z]", said);
    }

    private static string With(string units) =>
        GoodAnswers.Replace("\"kind\"", $"\"units\": {JsonSerializer.Serialize(units)}, \"kind\"", StringComparison.Ordinal);

    private static async Task<string> WriteUnits(WuzhaProcess process, params IReadOnlyList<string>[] rows)
    {
        string[] heads = ["单位名称", "单位类别", "上级单位", "人口", "统计日期"];
        var file = Path.Combine(process.Folder, "units.xlsx");
        await using var output = File.Create(file);
        await SheetWriter.Write(
            output,
            async book =>
            {
                await book.Sheet(new SheetHead("单位", [.. heads.Select(head => new SheetColumn(head))]));
                foreach (var row in rows)
                    await book.Row([.. row, row[^1].Length == 0 ? "" : "2026-01-01"]);
            }
        );
        return file;
    }

    private static async Task<string> Write(WuzhaProcess process, string answers)
    {
        var file = Path.Combine(process.Folder, "answers.json");
        await File.WriteAllTextAsync(file, answers);
        return file;
    }

    [GeneratedRegex("one-time code：[a-z2-9]{5}-[a-z2-9]{5}", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
