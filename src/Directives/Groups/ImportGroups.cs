using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Groups;

/// <summary>One line: a group, as far as the table tells.</summary>
internal sealed class GroupLine
{
    public required string Unit { get; init; }
    public required string Name { get; init; }
    public required GroupKind? Kind { get; init; }
    public required GroupPlace? Place { get; init; }
    public required string? Campaign { get; init; }
    public required string? Forwarder { get; init; }
    public required IReadOnlyList<string> Witnesses { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required DateOnly? SetUpOn { get; init; }
    public required int? Members { get; init; }
    public required DateOnly? CountedOn { get; init; }

    public Unit? Under { get; set; }

    /// <summary>The registered group; null when this line brings it.</summary>
    public Group? Known { get; set; }

    /// <summary>What the group is to be: the table's word, and where it says nothing what stands.</summary>
    public GroupTyped? Typed { get; set; }
}

/// <summary>批量导入工作群: a township has hundreds of them, and they stand in a table already. Groups that are not in the table stay as they are.</summary>
internal static class ImportGroups
{
    private static readonly TextField Under = new("unit", "单位")
    {
        Min = 2,
        Max = 120,
        Hint = "与系统里的名称一致；有重名的连上级一起写，例如：东沟村/第一网格。",
    };
    private static readonly ChoiceField Kind = new("kind", "类别") { Optional = true, Options = GroupForm.Kind.Options };
    private static readonly ChoiceField Place = new("place", "建在哪里") { Optional = true, Options = GroupForm.Place.Options };
    private static readonly TextField Campaign = new("campaign", "所属专项行动")
    {
        Optional = true,
        Max = 120,
        Hint = "写全称；长期使用的群留空。",
    };
    private static readonly TextField Forwarder = new("forwarder", "推送员")
    {
        Optional = true,
        Max = 60,
        Hint = "写该单位已登记任职的人的姓名。",
    };
    private static readonly TextField Witnesses = new("witness", "监督员")
    {
        Optional = true,
        Max = 120,
        Hint = "写已登记任职的人的姓名，不能是推送员本人；两名的用顿号分开。",
    };

    internal static readonly ImportPlan<GroupLine> Plan = new()
    {
        Title = "批量导入工作群",
        Noun = "工作群",
        Back = "/groups",
        Lead = "一行一个群。同一单位同名的群更新，表里留空的格保持原样；表里没有的群不动。不要放群成员名单。",
        Columns =
        [
            new(Under, "单位名称", "所属单位", "村（社区）", "村居", "责任单位") { Sample = "示例村" },
            new(GroupForm.Name, "群名", "工作群", "宣传群", "微信群", "群组名称") { Sample = "示例村反诈宣传群" },
            new(Kind, "群类别", "群类型", "类型") { Sample = "村（社区）群" },
            new(Place, "平台", "群平台", "建群平台") { Sample = "微信" },
            new(Campaign, "专项行动"),
            new(Forwarder, "转发人", "推送人", "信息推送员", "群主") { Sample = "江松明" },
            new(Witnesses, "监督人", "核查员") { Sample = "柳青禾" },
            new(GroupForm.DueOn, "建成期限", "要求建群日期", "建群期限") { Sample = "2026-06-30" },
            new(GroupForm.SetUpOn, "建群日期", "建群时间", "成立日期", "建成时间") { Sample = "2026-03-15" },
            new(GroupForm.Members, "成员数", "群人数", "人数", "成员人数") { Sample = "180" },
            new(GroupForm.CountedOn, "统计时间", "截止日期", "统计日期") { Sample = "2026-03-31" },
        ],
        Read = line => new GroupLine
        {
            Unit = line.Get(Under)!,
            Name = line.Get(GroupForm.Name)!,
            Kind = Enum.TryParse<GroupKind>(line.Get(Kind), out var kind) ? kind : null,
            Place = Enum.TryParse<GroupPlace>(line.Get(Place), out var place) ? place : null,
            Campaign = line.Get(Campaign),
            Forwarder = line.Get(Forwarder),
            Witnesses = (line.Get(Witnesses) ?? "").Split(
                ['、', '，', ',', '；', ';', '/'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
            DueOn = line.Get(GroupForm.DueOn),
            SetUpOn = line.Get(GroupForm.SetUpOn),
            Members = line.Get(GroupForm.Members),
            CountedOn = line.Get(GroupForm.CountedOn),
        },
        Weigh = Weigh,
        Apply = Apply,
    };

    private static async Task Weigh(ImportContext context, ImportRows<GroupLine> rows)
    {
        rows.OnlyOnce(GroupForm.Name, line => $"{UnitLookup.Plain(line.Unit)}/{UnitLookup.Plain(line.Name)}");
        var (db, viewer, today) = (context.Db, context.Viewer, LocalDay.Today(context.Clock));
        var units = await UnitLookup.Load(db, viewer);
        var people = await GroupPeople.Load(db, viewer, context.Service<Vault>(), today);
        var campaigns = (await CampaignQuestions.Known(db, viewer, today)).Where(one => one.State == CampaignState.Running).ToList();
        var groups = (await db.Set<Group>().Where(group => group.TenantId == viewer.TenantId && group.DissolvedOn == null).ToListAsync()).ToLookup(
            group => (group.UnitId, UnitLookup.Plain(group.Name))
        );
        foreach (var row in rows.All.Where(row => row.Verdict != ImportVerdict.Wrong))
        {
            FindUnit(row, units);
            if (row.Value.Under is not { } unit)
                continue;

            row.Value.Known = groups[(unit.Id, UnitLookup.Plain(row.Value.Name))].FirstOrDefault();
            row.Value.Typed = Compose(row, unit, people, campaigns, today);
            foreach (var (field, sentence) in GroupForm.Faults(row.Value.Typed, today, areDaysRead: true))
                row.Wrong(InFile(field), sentence);
            if (row.Verdict != ImportVerdict.Wrong)
                Judge(row, people);
        }
        foreach (var row in rows.Wrong)
            if (row.Line.Typed(Under).Length > 0)
                FindUnit(row, units);
    }

    private static void FindUnit(ImportRow<GroupLine> row, UnitLookup units)
    {
        (row.Value.Under, var error) = units.Find(row.Value.Unit);
        if (error is not null)
            row.Wrong(Under, error);
    }

    /// <summary>The second witness stands in the same cell as the first.</summary>
    private static Field InFile(Field field) => field == GroupForm.SecondWitness || field == GroupForm.Witness ? Witnesses : field;

    private static GroupTyped Compose(ImportRow<GroupLine> row, Unit unit, GroupPeople people, IReadOnlyList<CampaignHead> campaigns, DateOnly today)
    {
        var (line, known) = (row.Value, row.Value.Known);
        if (line.Witnesses.Count > 2)
            row.Wrong(Witnesses, "一个群最多登记两名监督员，请留下两名。");
        var members = line.Members ?? known?.Members;
        return new GroupTyped(
            line.Kind ?? known?.Kind ?? RegisterGroup.KindFor(unit.Kind),
            known?.Name ?? line.Name,
            line.Place ?? known?.Place ?? GroupPlace.WeChat,
            line.Campaign is null ? known?.CampaignId : CampaignOf(row, unit, campaigns),
            line.Forwarder is null ? known?.ForwarderId : PersonOf(row, Forwarder, line.Forwarder, unit, people),
            line.Witnesses.Count == 0 ? known?.WitnessId : PersonOf(row, Witnesses, line.Witnesses[0], unit, people),
            line.Witnesses.Count == 0 ? known?.SecondWitnessId
                : line.Witnesses.Count == 1 ? null
                : PersonOf(row, Witnesses, line.Witnesses[1], unit, people),
            line.DueOn ?? known?.DueOn,
            line.SetUpOn ?? known?.SetUpOn,
            members,
            members is null ? null : line.CountedOn ?? (line.Members is null || line.Members == known?.Members ? known?.CountedOn : null) ?? today
        );
    }

    private static Guid? CampaignOf(ImportRow<GroupLine> row, Unit unit, IReadOnlyList<CampaignHead> campaigns)
    {
        var named = campaigns
            .Where(one => UnitLookup.Plain(one.Name) == UnitLookup.Plain(row.Value.Campaign!) && one.IssuerScope.Covers(unit.Path))
            .ToList();
        if (named.Count == 1)
            return named[0].Id;

        row.Wrong(Campaign, $"没有正在进行的专项行动叫“{row.Value.Campaign}”，请写全称；长期使用的群留空。");
        return null;
    }

    private static Guid? PersonOf(ImportRow<GroupLine> row, Field field, string name, Unit unit, GroupPeople people)
    {
        var found = people.Find(name, unit);
        if (found.Count == 1)
            return found[0];

        row.Wrong(
            field,
            found.Count == 0
                ? $"{unit.Name}没有叫“{name}”的任职人员，请先登记任职，或者留空，导入后再选。"
                : $"{unit.Name}有几个人叫“{name}”，请留空，导入后在群页面上选定。"
        );
        return null;
    }

    private static void Judge(ImportRow<GroupLine> row, GroupPeople people)
    {
        var (known, typed) = (row.Value.Known, row.Value.Typed!);
        if (known is null)
        {
            row.New();
            return;
        }

        string[] changes =
        [
            .. Changed("类别", GroupWords.Of(known.Kind), GroupWords.Of(typed.Kind)),
            .. Changed("建在哪里", GroupWords.Of(known.Place), GroupWords.Of(typed.Place)),
            .. known.CampaignId == typed.CampaignId ? Array.Empty<string>() : ["改所属专项行动"],
            .. Changed("推送员", people.NameOf(known.ForwarderId), people.NameOf(typed.ForwarderId)),
            .. Changed("监督员", Both(people, known.WitnessId, known.SecondWitnessId), Both(people, typed.WitnessId, typed.SecondWitnessId)),
            .. Changed("要求建成日期", $"{known.DueOn:yyyy-MM-dd}", $"{typed.DueOn:yyyy-MM-dd}"),
            .. Changed("建成日期", $"{known.SetUpOn:yyyy-MM-dd}", $"{typed.SetUpOn:yyyy-MM-dd}"),
            .. Changed("群成员数", $"{known.Members}", $"{typed.Members}"),
            .. Changed("成员数统计日期", $"{known.CountedOn:yyyy-MM-dd}", $"{typed.CountedOn:yyyy-MM-dd}"),
        ];
        if (changes.Length == 0)
            row.Same();
        else
            row.Change(string.Join("，", changes));
    }

    private static string Both(GroupPeople people, Guid? first, Guid? second) =>
        string.Join('、', new[] { people.NameOf(first), people.NameOf(second) }.Where(name => name.Length > 0));

    private static string[] Changed(string what, string before, string after) =>
        before == after ? [] : [$"{what} {(before.Length == 0 ? "空" : before)} → {(after.Length == 0 ? "空" : after)}"];

    private static async Task Apply(ImportContext context, ImportRows<GroupLine> rows)
    {
        var (db, viewer) = (context.Db, context.Viewer);
        var written = rows.New.Concat(rows.Changed).Select(row => row.Value).ToList();
        var units = written.Select(line => line.Under!.Id).Distinct().ToArray();
        var firstOn = await db
            .UnitPlacements.Where(place => place.TenantId == viewer.TenantId && EF.Parameter(units).Contains(place.NodeId))
            .GroupBy(place => place.NodeId)
            .Select(places => new { places.Key, FirstOn = places.Min(place => place.FromOn) })
            .ToDictionaryAsync(places => places.Key, places => places.FirstOn);
        var brought = new List<(Guid NodeId, Guid UnitId)>();
        foreach (var line in written)
        {
            var (typed, unit) = (line.Typed!, line.Under!.Id);
            if (line.Known is { } known)
            {
                known.Describe(typed);
                db.Record(viewer, new GroupChanged(known.Id, unit, typed.Members), typed.CampaignId ?? Guid.Empty, FactSource.Import);
            }
            var group = line.Known ?? RegisterGroup.Add(db, viewer, context.Clock, unit, typed, FactSource.Import);
            if (line.Known is null)
                brought.Add((group.Id, unit));
            RegisterGroup.SetUp(db, viewer, context.Clock, group, typed.SetUpOn, firstOn[unit], FactSource.Import);
        }
        await UnitTree.CountSince(db, viewer.TenantId, brought, GroupForm.SetUpOn.Min);
    }
}
