using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Imports;

/// <summary>What kind of unit a name speaks of, when the table has no column for it.</summary>
internal static class UnitGuess
{
    private static readonly (UnitKind Kind, string[] Endings)[] Known =
    [
        (UnitKinds.Grid, ["网格"]),
        (UnitKinds.VillagersGroup, ["村民小组", "组", "屯"]),
        (UnitKinds.Entrance, ["号楼", "单元", "栋"]),
        (UnitKinds.Class, ["班"]),
        (UnitKinds.School, ["学校", "小学", "中学", "幼儿园", "高中", "职校"]),
        (UnitKinds.Bank, ["银行", "信用社", "支行", "分理处", "营业所"]),
        (UnitKinds.Telecom, ["营业厅"]),
        (UnitKinds.PoliceStation, ["派出所"]),
        (UnitKinds.Hospital, ["医院", "卫生院", "卫生室"]),
        (UnitKinds.ElderCare, ["敬老院", "养老院", "福利院", "护理院"]),
        (UnitKinds.Hotel, ["酒店", "宾馆", "旅馆", "客栈", "民宿"]),
        (UnitKinds.Enterprise, ["公司", "厂", "集团", "合作社"]),
        (UnitKinds.Association, ["协会", "商会", "联合会"]),
        (UnitKinds.Village, ["村", "社区", "嘎查", "居委会", "村委会"]),
        (UnitKinds.Township, ["镇", "乡", "街道", "开发区", "苏木"]),
        (UnitKinds.Department, ["办公室", "办", "局", "所", "中心", "站", "科", "股", "委"]),
    ];

    public static UnitKind? Of(string name) =>
        Known
            .SelectMany(known => known.Endings.Select(ending => (known.Kind, Ending: ending)))
            .OrderByDescending(known => known.Ending.Length)
            .FirstOrDefault(known => name.EndsWith(known.Ending, StringComparison.Ordinal))
            .Kind;
}
