using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Tests.Imports;

/// <summary>One line of the example: a village or office under the viewer's unit.</summary>
internal sealed record VillageLine(string Name, string Kind, int? Population, string? Phone, DateOnly? Founded);

/// <summary>The example of an import: all that a module writes.</summary>
internal static class ImportVillages
{
    public static readonly TextField Name = new("name", "单位名称") { Max = 40 };
    public static readonly ChoiceField Kind = new("kind", "类别") { Options = [("village", "村（社区）"), ("bank", "银行网点"), ("school", "学校")] };
    public static readonly NumberField Population = new("population", "人口数") { Unit = "人", Optional = true };
    public static readonly PhoneField Phone = new("phone", "联系电话") { Optional = true };
    public static readonly DayField Founded = new("founded", "成立日期") { Optional = true };

    public static readonly ImportPlan<VillageLine> Plan = new()
    {
        Title = "导入单位",
        Noun = "单位",
        Back = "/units",
        Columns =
        [
            new(Name, "村名", "单位", "名称") { Sample = "示例村" },
            new(Kind, "单位类别", "性质") { Sample = "村（社区）" },
            new(Population, "总人口", "人口") { Sample = "1200" },
            new(Phone, "电话", "手机号", "联络员电话") { Sample = "13800000000" },
            new(Founded, "成立时间") { Sample = "2020-01-01" },
        ],
        Read = line => new VillageLine(line.Get(Name) ?? "", line.Get(Kind) ?? "", line.Get(Population), line.Get(Phone), line.Get(Founded)),
        Weigh = Weigh,
        Apply = Apply,
    };

    private static async Task Weigh(ImportContext context, ImportRows<VillageLine> rows)
    {
        rows.OnlyOnce(Name, line => line.Name);
        var known = await Known(context);
        foreach (var row in rows.All)
        {
            if (!known.TryGetValue(row.Value.Name, out var unit))
                row.New();
            else if (unit.Kind == row.Value.Kind)
                row.Same();
            else
                row.Change($"类别 {unit.Kind} → {row.Value.Kind}");
        }
        if (known.Count(unit => rows.All.All(row => row.Value.Name != unit.Key)) is > 0 and var absent)
            rows.Remark($"名册里另有 {absent} 个单位不在这份表中，保持不变。");
    }

    private static async Task Apply(ImportContext context, ImportRows<VillageLine> rows)
    {
        var known = await Known(context);
        var parent = await context.Db.Units.SingleAsync(unit => unit.TenantId == context.Viewer.TenantId && unit.Id == context.Viewer.UnitId);
        foreach (var row in rows.Changed)
            known[row.Value.Name].Kind = row.Value.Kind;
        foreach (var row in rows.New)
        {
            var id = Guid.CreateVersion7();
            context.Db.Add(
                new Unit
                {
                    TenantId = context.Viewer.TenantId,
                    Id = id,
                    ParentId = parent.Id,
                    Path = Unit.PathUnder(parent.Path, id),
                    Kind = row.Value.Kind,
                    Name = row.Value.Name,
                    SortKey = row.Value.Name,
                }
            );
        }
    }

    private static Task<Dictionary<string, Unit>> Known(ImportContext context) =>
        context
            .Db.Units.Where(unit => unit.TenantId == context.Viewer.TenantId && unit.ParentId == context.Viewer.UnitId)
            .ToDictionaryAsync(unit => unit.Name);
}
