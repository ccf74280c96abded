using System.Text.Json;
using System.Text.RegularExpressions;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Tenants;

namespace Wuzha.Web.CommandLine;

/// <summary>One of the three administrators, as setup is told.</summary>
internal sealed record SetupPerson(string Name, string Phone);

/// <summary>What setup must know of a real installation; from a file, or asked one by one.</summary>
internal sealed partial record SetupAnswers
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Short Latin code of the county or township; part of every key, never changed later.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>Name of the installation in the top bar.</summary>
    public string Name { get; init; } = "";

    /// <summary>county or township.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Official name of the county or township.</summary>
    public string Unit { get; init; } = "";
    public string PublicAddress { get; init; } = "";

    /// <summary>主办单位 in the footer; made of the unit's name when it is left out.</summary>
    public string? Organiser { get; init; }
    public int? Population { get; init; }
    public int? Households { get; init; }

    /// <summary>The first unit list, an Excel file as the page 批量导入单位 takes it; may be left for later.</summary>
    public string? Units { get; init; }
    public string? Certificate { get; init; }
    public string? Key { get; init; }

    /// <summary>Addresses of the reverse proxies; empty when there is none.</summary>
    public string[] BehindProxy { get; init; } = [];
    public string[] Urls { get; init; } = [];

    /// <summary>The first clerk of the office, who registers everyone else. The account is opened and approved in the system, like all others.</summary>
    public SetupPerson? OfficeClerk { get; init; }
    public SetupPerson? SystemAdministrator { get; init; }
    public SetupPerson? SecurityAdministrator { get; init; }
    public SetupPerson? AuditAdministrator { get; init; }

    public static SetupAnswers Read(string file) => JsonSerializer.Deserialize<SetupAnswers>(File.ReadAllText(file), Json) ?? new SetupAnswers();

    /// <summary>All that is missing or wrong, one sentence each, in both languages.</summary>
    public IEnumerable<string> Faults()
    {
        if (!Code().IsMatch(Tenant))
            yield return "tenant：代码由 2 到 32 个小写字母、数字或短横线组成，以字母开头 | 2 to 32 lower-case letters, digits or hyphens, a letter first";
        if (Name.Trim().Length is 0 or > 100)
            yield return "name：请写系统名称，最多 100 个字 | name of the installation, at most 100 characters";
        if (Kind is not ("county" or "township"))
            yield return "kind：请写 county（县、区）或 township（乡镇、街道） | county or township";
        if (Unit.Trim().Length is 0 or > 100)
            yield return "unit：请写县（区）或乡镇（街道）的全称 | full name of the county or township";
        if (new PublicAddressField("publicAddress", "网址").Parse(PublicAddress).Error is { } wrong)
            yield return $"publicAddress：{wrong} | the https address that people open, without a path or trailing slash";
        if (Organiser?.Trim().Length > 100)
            yield return "organiser：主办单位最多 100 个字 | organiser, at most 100 characters";
        if (Population is < 0 || Households is < 0)
            yield return "population、households：人口和户数不能是负数 | not negative";
        if (Units is not null && !File.Exists(Units))
            yield return $"units：找不到文件 {Path.GetFullPath(Units)}，请核对路径 | no such file";
        else if (Units is not null && new FileInfo(Units).Length > SheetReader.MaxBytes)
            yield return $"units：文件超过 {SheetReader.MaxBytes / 1048576} MB，请拆分 | the file is too large";
        foreach (var fault in People())
            yield return fault;
    }

    private IEnumerable<string> People()
    {
        var people = new[]
        {
            ("systemAdministrator", SystemAdministrator),
            ("securityAdministrator", SecurityAdministrator),
            ("auditAdministrator", AuditAdministrator),
            ("officeClerk", OfficeClerk),
        };
        foreach (var (key, person) in people)
            if (person is null || person.Name.Trim().Length is 0 or > 30 || new PhoneField("phone", "电话").Parse(person.Phone).Error is not null)
                yield return $"{key}：请写姓名和电话 | name and phone";
        if (people.Select(person => person.Item2?.Phone).OfType<string>().GroupBy(phone => phone).Any(same => same.Count() > 1))
            yield return "三名管理员和干事必须是四个人，电话不能相同 | the three administrators and the clerk must be four persons with four phones";
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,31}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
