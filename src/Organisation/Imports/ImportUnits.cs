using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Units;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Imports;

/// <summary>One line of a table of units. <see cref="ImportUnits"/> finds out what it means.</summary>
internal sealed class UnitLine
{
    public required string Name { get; init; }
    public required string? KindTyped { get; init; }
    public required string? ParentTyped { get; init; }
    public required int? Population { get; init; }
    public required int? Households { get; init; }
    public required DateOnly? CountedOn { get; init; }
    public required string? Source { get; init; }
    public required string? Code { get; init; }
    public required string? Address { get; init; }
    public required string? Note { get; init; }

    public string Kind { get; set; } = "";
    public Unit? Parent { get; set; }

    /// <summary>The line of this file that brings the parent.</summary>
    public UnitLine? ParentLine { get; set; }
    public Unit? Unit { get; set; }
    public UnitProfile? Profile { get; set; }

    public bool HasProfile => (Population ?? Households) is not null || (Code ?? Address ?? Note) is not null;
}

/// <summary>批量导入单位: name, kind, parent, figures, code. What is already there under the same parent is updated, nothing is removed.</summary>
internal static class ImportUnits
{
    private static readonly TextField Name = new("name", "单位名称") { Max = 50, Min = 2 };
    private static readonly ChoiceField Kind = new("kind", "类别")
    {
        Optional = true,
        Options = [.. UnitKinds.All.Select(kind => (kind.Key, kind.Name))],
    };
    private static readonly TextField Parent = new("parent", "上级单位") { Optional = true, Max = 120 };

    internal static readonly ImportPlan<UnitLine> Plan = new()
    {
        Title = "批量导入单位",
        Noun = "单位",
        Back = "/units",
        Lead = "一行一个单位，不写上级的放在您的单位下面；已有的单位只更新填了的内容，不会删除。",
        Columns =
        [
            new(Name, "名称", "村名", "村（社区）", "单位", "村居名称", "网格名称") { Sample = "示例村" },
            new(Kind, "单位类别", "类型", "单位类型") { Sample = "村（社区）" },
            new(Parent, "上级", "所属单位", "所属乡镇", "所属村", "隶属") { Sample = "" },
            new(ProfileFields.Population, "人口数", "总人口", "人数") { Sample = "1200" },
            new(ProfileFields.Households, "总户数", "户籍户数") { Sample = "360" },
            new(ProfileFields.CountedOn, "截止日期", "统计时间") { Sample = "2026-06-30" },
            new(ProfileFields.Source, "来源") { Sample = "派出所户籍数" },
            new(ProfileFields.Code, "区划代码", "行政区划代码", "代码") { Sample = "" },
            new(ProfileFields.Address, "地址") { Sample = "" },
            new(ProfileFields.Note, "说明") { Sample = "" },
        ],
        Read = line => new UnitLine
        {
            Name = line.Get(Name)!,
            KindTyped = line.Get(Kind),
            ParentTyped = line.Get(Parent),
            Population = line.Get(ProfileFields.Population),
            Households = line.Get(ProfileFields.Households),
            CountedOn = line.Get(ProfileFields.CountedOn),
            Source = line.Get(ProfileFields.Source),
            Code = line.Get(ProfileFields.Code),
            Address = line.Get(ProfileFields.Address),
            Note = line.Get(ProfileFields.Note),
        },
        Weigh = Weigh,
        Apply = Apply,
    };

    private static async Task Weigh(ImportContext context, ImportRows<UnitLine> rows)
    {
        rows.OnlyOnce(Name, line => $"{UnitLookup.Plain(line.ParentTyped ?? "")}/{UnitLookup.Plain(line.Name)}");
        var units = await UnitLookup.Load(context.Db, context.Viewer);
        var profiles = await context
            .Db.Set<UnitProfile>()
            .Where(profile => profile.TenantId == context.Viewer.TenantId)
            .ToDictionaryAsync(profile => profile.UnitId);
        var usedCodes = profiles.Values.Where(profile => profile.Code is not null).ToLookup(profile => profile.Code!, profile => profile.UnitId);
        var today = LocalDay.Today(context.Clock);
        // A line with a wrong cell still brings its unit: those below it are not unknown because of that.
        var inFile = rows
            .All.Where(row => row.Verdict != ImportVerdict.Wrong)
            .Concat(rows.Wrong.Where(row => row.Value.Name is not null))
            .ToLookup(row => UnitLookup.Plain(row.Value.Name), row => row.Value);
        foreach (var row in rows.Wrong)
        {
            if (row.Value.Name is not null)
                FindKind(row);
            FindParent(row, units, inFile);
            if (row.Value.Kind.Length > 0)
                CheckFigures(row, today);
        }
        foreach (var row in rows.All)
        {
            var line = row.Value;
            FindKind(row);
            FindParent(row, units, inFile);
            if (row.Verdict == ImportVerdict.Wrong)
                continue;

            line.Unit = line.Parent is null ? null : units.Below(line.Parent, line.Name);
            line.Profile = line.Unit is null ? null : profiles.GetValueOrDefault(line.Unit.Id);
        }
        foreach (var row in rows.All.Where(row => row.Verdict != ImportVerdict.Wrong))
        {
            CheckPlace(row);
            CheckFigures(row, today);
            if (row.Value.Code is { } code && usedCodes[code].Any(unit => unit != row.Value.Unit?.Id))
                row.Wrong(ProfileFields.Code, $"代码“{code}”已用于别的单位，请核对。");
            Judge(row);
        }
    }

    private static void FindKind(ImportRow<UnitLine> row)
    {
        if ((row.Value.KindTyped ?? UnitGuess.Of(row.Value.Name)?.Key) is { } kind)
            row.Value.Kind = kind;
        else
            row.Wrong(Kind, $"从“{row.Value.Name}”看不出是哪一类单位，请在“类别”里写明，例如：部门、企业。");
    }

    private static void FindParent(ImportRow<UnitLine> row, UnitLookup units, ILookup<string, UnitLine> inFile)
    {
        var line = row.Value;
        if (line.ParentTyped is null)
        {
            line.Parent = units.Own;
            return;
        }

        var (found, error) = units.Find(line.ParentTyped);
        line.Parent = found;
        if (found is not null)
            return;

        var candidates = inFile[UnitLookup.Plain(line.ParentTyped)].Where(candidate => candidate != line).Take(2).ToList();
        if (candidates.Count == 1)
            line.ParentLine = candidates[0];
        else
            row.Wrong(Parent, candidates.Count > 1 ? $"表中有几行都叫“{line.ParentTyped}”，请分两次导入。" : error!);
    }

    /// <summary>The kind must fit its parent, and a chain of parents within the file must end at a unit that stands.</summary>
    private static void CheckPlace(ImportRow<UnitLine> row)
    {
        var line = row.Value;
        var parentKind = line.Parent?.Kind ?? line.ParentLine!.Kind;
        // The line of the parent says itself that its kind is not known.
        if (parentKind.Length == 0)
            return;
        if (line.Unit is null && !UnitRules.MayStandUnder(line.Kind, parentKind))
            row.Wrong(Parent, $"{UnitKinds.Of(line.Kind).Name}不能放在{UnitKinds.Of(parentKind).Name}下面，请核对类别和上级单位。");
        else if (line.Unit is not null && line.Unit.Kind != line.Kind && line.KindTyped is not null)
            row.Wrong(Kind, $"“{line.Name}”登记的类别是{UnitKinds.Of(line.Unit.Kind).Name}，不能改类别，请核对。");

        var seen = new HashSet<UnitLine>();
        for (var at = line; at is not null; at = at.ParentLine)
            if (!seen.Add(at))
            {
                row.Wrong(Parent, "上级单位绕成了圈，请核对这几行的上级。");
                return;
            }
    }

    private static void CheckFigures(ImportRow<UnitLine> row, DateOnly today)
    {
        var line = row.Value;
        if ((line.Population ?? line.Households) is not null && line.CountedOn is null)
            row.Wrong(ProfileFields.CountedOn, "填了人口或户数，就要写明是哪一天的数字。");
        if (line.CountedOn > today)
            row.Wrong(ProfileFields.CountedOn, "统计日期不能晚于今天。");
        if (line.Population is { } people && line.Households is { } homes && homes > people)
            row.Wrong(ProfileFields.Households, $"户数 {homes} 比人口 {people} 还多，请核对是否填反。");
        if (line.Code is { } code && UnitRules.HasCode(line.Kind) && StatisticsCode.Error(code, line.Kind, line.ParentLine?.Code) is { } error)
            row.Wrong(ProfileFields.Code, error);
        if (line.Code is not null && !UnitRules.HasCode(line.Kind))
            row.Wrong(ProfileFields.Code, $"{UnitKinds.Of(line.Kind).Name}没有统计用区划代码，请留空。");
    }

    private static void Judge(ImportRow<UnitLine> row)
    {
        var (line, profile) = (row.Value, row.Value.Profile);
        if (line.Unit is null)
        {
            row.New();
            return;
        }

        List<string?> changes =
        [
            Changed("人口", profile?.Population, line.Population),
            Changed("户数", profile?.Households, line.Households),
            Changed("统计日期", profile?.CountedOn, line.CountedOn),
            Changed("来源", profile?.Source, line.Source),
            Changed("代码", profile?.Code, line.Code),
            Changed("地址", profile?.Address, line.Address),
            Changed("备注", profile?.Note, line.Note),
        ];
        var words = string.Join("，", changes.OfType<string>());
        if (words.Length == 0)
            row.Same();
        else
            row.Change(words);
    }

    private static string? Changed<T>(string what, T? before, T? after) =>
        after is null || Equals(before, after) ? null : $"{what} {before?.ToString() ?? "空"} → {after}";

    private static Task Apply(ImportContext context, ImportRows<UnitLine> rows)
    {
        // Parents first: a line waits until the line that brings its parent has been written.
        foreach (var row in rows.New)
            Open(context, row.Value);
        foreach (var row in rows.New.Concat(rows.Changed))
            if (row.Value.HasProfile)
                Fill(context, row.Value);
        return Task.CompletedTask;
    }

    private static Unit Open(ImportContext context, UnitLine line)
    {
        if (line.Unit is not null)
            return line.Unit;

        var parent = line.Parent ?? Open(context, line.ParentLine!);
        var id = Guid.CreateVersion7(context.Clock.GetUtcNow());
        line.Unit = UnitTree.Add(
            context.Db,
            context.Viewer.TenantId,
            parent,
            id,
            line.Kind,
            line.Name,
            UnitSortKey.Of(line.Kind, line.Name),
            LocalDay.Today(context.Clock)
        );
        context.Db.Record(context.Viewer, new UnitOpened(id, parent.Id, line.Kind), source: FactSource.Import);
        return line.Unit;
    }

    private static void Fill(ImportContext context, UnitLine line)
    {
        var profile = line.Profile;
        if (profile is null)
            context.Db.Add(profile = new UnitProfile { TenantId = context.Viewer.TenantId, UnitId = line.Unit!.Id });
        else
            profile.Version++;
        (profile.Code, profile.Address, profile.Note) = (line.Code ?? profile.Code, line.Address ?? profile.Address, line.Note ?? profile.Note);
        if (
            profile.Count(
                line.Population ?? profile.Population,
                line.Households ?? profile.Households,
                line.CountedOn ?? profile.CountedOn,
                line.Source ?? profile.Source
            )
        )
            context.Db.Record(
                context.Viewer,
                new UnitCounted(line.Unit!.Id, profile.Population, profile.Households, profile.CountedOn!.Value),
                source: FactSource.Import
            );
    }
}
