using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Units;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Imports;

/// <summary>One line: a grid, its figures and who answers for it.</summary>
internal sealed class GridLine
{
    public required string Village { get; init; }
    public required string Name { get; init; }
    public required int? Population { get; init; }
    public required int? Households { get; init; }
    public required DateOnly? CountedOn { get; init; }
    public required IReadOnlyList<AppointmentEntry> Entries { get; init; }

    public Unit? VillageUnit { get; set; }

    /// <summary>The registered grid; null when this line brings it.</summary>
    public Unit? Grid { get; set; }

    /// <summary>The id of the grid, also of one that is yet to be opened.</summary>
    public Guid GridId { get; set; }
    public UnitProfile? Profile { get; set; }
}

/// <summary>批量导入网格: each village's grids with figures and owners. Grids that are not in the table stay.</summary>
internal static class ImportGrids
{
    private static readonly TextField Village = new("village", "村（社区）") { Max = 50, Min = 2 };
    private static readonly TextField Name = new("name", "网格名称") { Max = 50, Min = 2 };

    private static readonly RoleColumns[] ByRole =
    [
        RoleColumns.Of(Roles.GridChief),
        RoleColumns.Of(Roles.GridOfficer),
        RoleColumns.Of(Roles.BeatOfficer),
        RoleColumns.Of(Roles.BuildingHead),
        RoleColumns.Of(Roles.VisitingCadre),
    ];

    internal static readonly ImportPlan<GridLine> Plan = new()
    {
        Title = "批量导入网格和责任人",
        Noun = "网格",
        Back = "/grids",
        Lead = "一行一个网格。已有的网格更新户数、人口并补上责任人；原有责任人不会删除，换人请在网格页办理。",
        Columns =
        [
            new(Village, "村", "社区", "村名", "所属村", "所属村（社区）", "村居") { Sample = "示例村" },
            new(Name, "网格", "网格号", "网格编号") { Sample = "示例村第一网格" },
            new(ProfileFields.Households, "总户数") { Sample = "120" },
            new(ProfileFields.Population, "人口数", "总人口", "人数") { Sample = "380" },
            new(ProfileFields.CountedOn, "截止日期", "统计时间") { Sample = "2026-06-30" },
            .. ByRole.SelectMany((role, at) => role.Columns("江松明", $"1380000998{at}")),
        ],
        Read = line => new GridLine
        {
            Village = line.Get(Village)!,
            Name = line.Get(Name)!,
            Population = line.Get(ProfileFields.Population),
            Households = line.Get(ProfileFields.Households),
            CountedOn = line.Get(ProfileFields.CountedOn),
            Entries = [.. ByRole.SelectMany(role => role.Read(line))],
        },
        Weigh = Weigh,
        Apply = Apply,
    };

    private static async Task Weigh(ImportContext context, ImportRows<GridLine> rows)
    {
        rows.OnlyOnce(Name, line => $"{UnitLookup.Plain(line.Village)}/{UnitLookup.Plain(line.Name)}");
        var units = await UnitLookup.Load(context.Db, context.Viewer);
        var register = await PeopleRegister.Load(context);
        var profiles = await context
            .Db.Set<UnitProfile>()
            .Where(profile => profile.TenantId == context.Viewer.TenantId)
            .ToDictionaryAsync(profile => profile.UnitId);
        var today = LocalDay.Today(context.Clock);
        foreach (var row in rows.All.Where(row => row.Verdict != ImportVerdict.Wrong))
        {
            FindGrid(row, units, context.Clock);
            CheckFigures(row, today);
            if (row.Verdict == ImportVerdict.Wrong)
                continue;

            row.Value.Profile = profiles.GetValueOrDefault(row.Value.GridId);
            foreach (var entry in row.Value.Entries)
                if (register.Weigh(entry, row.Value.GridId, UnitKinds.Grid.Key) is var (field, sentence))
                    row.Wrong(field, sentence);
            if (row.Verdict != ImportVerdict.Wrong)
                Judge(row);
        }
        foreach (var row in rows.Wrong)
            WeighWrong(row, units, today);
    }

    /// <summary>Of a row with a wrong cell the village is looked up and the figures are compared.</summary>
    private static void WeighWrong(ImportRow<GridLine> row, UnitLookup units, DateOnly today)
    {
        RosterRows.WeighWrong(row, Village, row.Value.Village, units);
        CheckFigures(row, today);
    }

    private static void FindGrid(ImportRow<GridLine> row, UnitLookup units, TimeProvider clock)
    {
        var line = row.Value;
        var (village, error) = units.Find(line.Village);
        if (village is null || !UnitRules.MayStandUnder(UnitKinds.Grid.Key, village.Kind))
        {
            row.Wrong(Village, error ?? $"“{line.Village}”是{UnitKinds.Of(village!.Kind).Name}，下面不设网格。");
            return;
        }

        line.VillageUnit = village;
        line.Grid = units.Below(village, line.Name);
        line.GridId = line.Grid?.Id ?? Guid.CreateVersion7(clock.GetUtcNow());
        if (line.Grid is not null && line.Grid.Kind != UnitKinds.Grid.Key)
            row.Wrong(Name, $"“{line.Name}”已登记为{UnitKinds.Of(line.Grid.Kind).Name}，不是网格，请核对。");
    }

    private static void CheckFigures(ImportRow<GridLine> row, DateOnly today)
    {
        var line = row.Value;
        if (line.CountedOn > today)
            row.Wrong(ProfileFields.CountedOn, "统计日期不能晚于今天。");
        if (line.Population is { } people && line.Households is { } homes && homes > people)
            row.Wrong(ProfileFields.Households, $"户数 {homes} 比人口 {people} 还多，请核对是否填反。");
        if ((line.Population ?? line.Households) is not null && line.CountedOn is null)
            row.Wrong(ProfileFields.CountedOn, "填了人口或户数，就要写明是哪一天的数字。");
    }

    private static void Judge(ImportRow<GridLine> row)
    {
        var line = row.Value;
        if (line.Grid is null)
        {
            row.New();
            return;
        }

        RosterRows.Judge(row, line.Entries);
        var figures =
            Counts(line) is var (population, households, _) && (population, households) != (line.Profile?.Population, line.Profile?.Households);
        if (figures)
            row.Change(
                string.Join(
                    "，",
                    (
                        (string[])
                            [
                                row.Verdict == ImportVerdict.Changed ? row.Changes : "",
                                $"户数 {line.Profile?.Households} → {Counts(line).Households}，人口 {line.Profile?.Population} → {Counts(line).Population}",
                            ]
                    ).Where(words => words.Length > 0)
                )
            );
    }

    private static (int? Population, int? Households, DateOnly? CountedOn) Counts(GridLine line) =>
        (line.Population ?? line.Profile?.Population, line.Households ?? line.Profile?.Households, line.CountedOn ?? line.Profile?.CountedOn);

    private static Task Apply(ImportContext context, ImportRows<GridLine> rows)
    {
        foreach (var line in rows.New.Concat(rows.Changed).Select(row => row.Value))
        {
            if (line.Grid is null)
                Open(context, line);
            Fill(context, line);
            foreach (var entry in line.Entries)
                entry.Register!.Apply(entry, line.GridId);
        }
        return Task.CompletedTask;
    }

    private static void Open(ImportContext context, GridLine line)
    {
        var key = UnitKinds.Grid.Key;
        UnitTree.Add(
            context.Db,
            context.Viewer.TenantId,
            line.VillageUnit,
            line.GridId,
            key,
            line.Name,
            UnitSortKey.Of(key, line.Name),
            LocalDay.Today(context.Clock)
        );
        context.Db.Record(context.Viewer, new UnitOpened(line.GridId, line.VillageUnit!.Id, key), source: FactSource.Import);
    }

    private static void Fill(ImportContext context, GridLine line)
    {
        if ((line.Population ?? line.Households) is null)
            return;

        var profile = line.Profile;
        if (profile is null)
            context.Db.Add(profile = new UnitProfile { TenantId = context.Viewer.TenantId, UnitId = line.GridId });
        else
            profile.Version++;
        var (population, households, countedOn) = Counts(line);
        if (profile.Count(population, households, countedOn, profile.Source))
            context.Db.Record(context.Viewer, new UnitCounted(line.GridId, population, households, countedOn!.Value), source: FactSource.Import);
    }
}
