using Wuzha.Organisation.People;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;

namespace Wuzha.Organisation.Imports;

/// <summary>One line: a person with one or several roles at a unit.</summary>
internal sealed record PersonLine(string Unit, IReadOnlyList<AppointmentEntry> Entries);

/// <summary>批量导入人员: one line for each person, several roles in one cell allowed. Nobody is removed.</summary>
internal static class ImportPeople
{
    private static readonly TextField Unit = new("unit", "单位") { Max = 120, Min = 2 };
    private static readonly TextField RoleNames = new("role", "职责角色") { Max = 60 };

    internal static readonly ImportPlan<PersonLine> Plan = new()
    {
        Title = "批量导入人员",
        Noun = "人员",
        Counter = "名",
        Back = "/people",
        Lead = "一行一个人，几个角色用顿号分开；电话相同的当作同一个人。原有人员不会删除，换人请在人员页办理。",
        Columns =
        [
            new(Unit, "单位名称", "所在单位", "村（社区）", "网格") { Sample = "示例村" },
            new(PersonFields.Name, "人员姓名") { Sample = "江松明" },
            new(PersonFields.Phone, "联系电话", "手机", "手机号", "手机号码", "联系方式") { Sample = "13800009999" },
            new(PersonFields.Post, "职务职称", "岗位") { Sample = "综治专干" },
            new(RoleNames, "角色", "职责", "责任角色", "担任角色") { Sample = "联络员" },
        ],
        Read = Read,
        Weigh = Weigh,
        Apply = Apply,
    };

    private static PersonLine Read(ImportLine line)
    {
        var unit = line.Get(Unit)!;
        var name = line.Get(PersonFields.Name)?.Replace(" ", "", StringComparison.Ordinal);
        var phone = line.Get(PersonFields.Phone);
        var post = line.Get(PersonFields.Post);
        var entries = new List<AppointmentEntry>();
        foreach (
            var typed in (line.Get(RoleNames) ?? "").Split(
                ['、', ',', '，', ';', '；', '/', '\n'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
            if (Roles.All.FirstOrDefault(role => role.Name == typed) is { } role)
                entries.Add(new AppointmentEntry(PersonFields.Name, PersonFields.Phone, role.Key, name ?? "", phone, post));
            else
                line.Fail(
                    RoleNames,
                    $"没有“{typed}”这个角色，请改为：{string.Join("、", Roles.All.Where(role => !Roles.IsAdministrator(role.Key)).Select(role => role.Name))}。"
                );
        return new PersonLine(unit, entries);
    }

    private static async Task Weigh(ImportContext context, ImportRows<PersonLine> rows)
    {
        var units = await UnitLookup.Load(context.Db, context.Viewer);
        var register = await PeopleRegister.Load(context);
        foreach (var row in rows.All)
            RosterRows.Weigh(row, Unit, row.Value.Unit, row.Value.Entries, units, register);
        foreach (var row in rows.Wrong)
            RosterRows.WeighWrong(row, Unit, row.Value.Unit, units);
    }

    private static Task Apply(ImportContext context, ImportRows<PersonLine> rows)
    {
        foreach (var entry in rows.New.Concat(rows.Changed).SelectMany(row => row.Value.Entries))
            entry.Register!.Apply(entry, entry.Unit!.Id);
        return Task.CompletedTask;
    }
}
