using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;

namespace Wuzha.Organisation.Imports;

/// <summary>One line of a 责任人员名单: a unit and the people of its four rosters.</summary>
internal sealed record RosterLine(string Unit, IReadOnlyList<AppointmentEntry> Entries);

/// <summary>The columns of one role: who, phone, post.</summary>
internal sealed record RoleColumns(Role Role, TextField Name, TextField Phone, TextField Post)
{
    private static readonly string[] PhoneWords = ["电话", "联系电话", "手机", "手机号", "手机号码", "联系方式", "号码"];
    private static readonly string[] PostWords = ["职务", "岗位"];

    public static RoleColumns Of(Role role) =>
        new(
            role,
            new TextField(role.Key + "-name", role.Name) { Optional = true, Max = 120 },
            new TextField(role.Key + "-phone", role.Name + "电话") { Optional = true, Max = 120 },
            new TextField(role.Key + "-post", role.Name + "职务") { Optional = true, Max = 60 }
        );

    public IEnumerable<ImportColumn> Columns(string sampleName, string samplePhone) =>
        [
            new(Name, Role.Name + "姓名", "姓名" + Role.Name) { Sample = sampleName },
            new(Phone, [.. PhoneWords.Select(word => Role.Name + word)]) { Sample = samplePhone, RightOf = (Name, PhoneWords) },
            new(Post, [.. PostWords.Select(word => Role.Name + word)]) { RightOf = (Name, PostWords) },
        ];

    public IReadOnlyList<AppointmentEntry> Read(ImportLine line)
    {
        var (entries, wrong, error) = PeopleInCell.Read(Name, Phone, Role.Key, line.Get(Name), line.Get(Phone), line.Get(Post));
        if (wrong is not null)
            line.Fail(wrong, error!);
        return entries;
    }
}

/// <summary>批量导入责任人员名单: one line for each unit, one group of columns for each role, as the annex of a plan prints it.</summary>
internal static class ImportRosters
{
    private static readonly TextField Unit = new("unit", "单位") { Max = 120, Min = 2 };

    private static readonly RoleColumns[] ByRole =
    [
        RoleColumns.Of(Roles.FirstResponsible),
        RoleColumns.Of(Roles.DirectResponsible),
        RoleColumns.Of(Roles.Liaison),
        RoleColumns.Of(Roles.Lecturer),
    ];

    internal static readonly ImportPlan<RosterLine> Plan = new()
    {
        Title = "批量导入责任人员名单",
        Noun = "责任人员名单",
        Counter = "行",
        Back = "/people",
        Lead = "一行一个单位，第一责任人、具体责任人、联络员、宣讲员各占几列；一格里有几个人的，姓名和电话都用顿号分开。原有人员不会删除。",
        Columns =
        [
            new(Unit, "单位名称", "村（社区）", "村（社区）、单位", "责任单位", "村居") { Sample = "示例村" },
            .. ByRole.SelectMany((role, at) => role.Columns("江松明", $"1380000999{at}")),
        ],
        Read = line => new RosterLine(line.Get(Unit)!, [.. ByRole.SelectMany(role => role.Read(line))]),
        Weigh = Weigh,
        Apply = Apply,
    };

    private static async Task Weigh(ImportContext context, ImportRows<RosterLine> rows)
    {
        rows.OnlyOnce(Unit, line => UnitLookup.Plain(line.Unit));
        var units = await UnitLookup.Load(context.Db, context.Viewer);
        var register = await PeopleRegister.Load(context);
        foreach (var row in rows.All.Where(row => row.Verdict != ImportVerdict.Wrong))
            RosterRows.Weigh(row, Unit, row.Value.Unit, row.Value.Entries, units, register);
        foreach (var row in rows.Wrong)
            RosterRows.WeighWrong(row, Unit, row.Value.Unit, units);
    }

    private static Task Apply(ImportContext context, ImportRows<RosterLine> rows)
    {
        foreach (var entry in rows.New.Concat(rows.Changed).SelectMany(row => row.Value.Entries))
            entry.Register!.Apply(entry, entry.Unit!.Id);
        return Task.CompletedTask;
    }
}
