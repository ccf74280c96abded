using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Units;

/// <summary>The fields of a unit's profile.</summary>
public static class ProfileFields
{
    public static readonly NumberField Population = new("population", "人口")
    {
        Optional = true,
        Unit = "人",
        Max = 50_000_000,
    };
    public static readonly NumberField Households = new("households", "户数")
    {
        Optional = true,
        Unit = "户",
        Max = 20_000_000,
    };
    public static readonly DayField CountedOn = new("countedOn", "统计日期")
    {
        Optional = true,
        Hint = "这些数字是哪一天的。所有比率都会写明这一天。",
    };
    public static readonly TextField Source = new("source", "数字来源")
    {
        Optional = true,
        Max = 60,
        Hint = "例如：派出所户籍数、村委会台账、第七次人口普查。",
    };
    public static readonly TextField Code = new("code", "统计用区划代码")
    {
        Optional = true,
        Max = 15,
        Hint = "村（社区）及以上 12 位；网格在村代码后加 3 位。",
    };
    public static readonly TextField Address = new("address", "办公地址") { Optional = true, Hint = "单位或村部的地址，不写住户门牌。" };
    public static readonly TextField Note = new("note", "备注")
    {
        Optional = true,
        Max = 500,
        Lines = 3,
        Hint = "不写居民个人情况。",
    };

    /// <summary>One number for each audience (requirements HSH5).</summary>
    public static readonly IReadOnlyList<(Audience Audience, NumberField Field)> AudienceCounts =
    [
        .. Audiences.All.Select(audience =>
            (
                audience,
                new NumberField("audience-" + audience.Key, audience.Name)
                {
                    Optional = true,
                    Unit = "人",
                    Max = 50_000_000,
                }
            )
        ),
    ];
}

/// <summary>填写资料: figures with their day and source, code, address, audiences as numbers.</summary>
internal static class EditUnitProfile
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();

        var profile = await ShowUnitProfile.Profile(db, viewer.TenantId, id);
        var audiences = await ShowUnitProfile.AudiencesOf(db, viewer.TenantId, id);
        var known = new List<(string, string?)>
        {
            (ProfileFields.Population.Name, profile?.Population?.ToString()),
            (ProfileFields.Households.Name, profile?.Households?.ToString()),
            (ProfileFields.CountedOn.Name, profile?.CountedOn?.ToString("yyyy-MM-dd")),
            (ProfileFields.Source.Name, profile?.Source),
            (ProfileFields.Code.Name, profile?.Code),
            (ProfileFields.Address.Name, profile?.Address),
            (ProfileFields.Note.Name, profile?.Note),
        };
        known.AddRange(audiences.Select(audience => ("audience-" + audience.Key, (string?)audience.Value.ToString())));
        return Show(head, Form.Empty([.. known]));
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (await UnitHead.Of(db, viewer, id) is not { } head)
            return Refusal.NotFound.AsPage();
        if (head.ClosedOn is not null)
            return Show(head, form, OrganisationRefusals.UnitClosed.With(("unit", head.Name)));

        var population = form.Read(ProfileFields.Population);
        var households = form.Read(ProfileFields.Households);
        var countedOn = form.Read(ProfileFields.CountedOn with { Max = LocalDay.Today(clock) });
        var source = form.Read(ProfileFields.Source);
        var code = UnitRules.HasCode(head.Kind) ? form.Read(ProfileFields.Code) : null;
        var address = form.Read(ProfileFields.Address);
        var note = form.Read(ProfileFields.Note);
        var audiences = ProfileFields.AudienceCounts.ToDictionary(field => field.Audience.Key, field => form.Read(field.Field));

        CheckFigures(form, population, households, countedOn);
        if (code is not null)
            await CheckCode(form, db, viewer.TenantId, head, code);
        if (form.Failed)
            return Show(head, form);

        var profile = await ShowUnitProfile.Profile(db, viewer.TenantId, id);
        if (profile is null)
            db.Add(profile = new UnitProfile { TenantId = viewer.TenantId, UnitId = id });
        else
            profile.Version++;
        (profile.Code, profile.Address, profile.Note) = (code, address, note);
        if (profile.Count(population, households, countedOn, source))
            db.Record(viewer, new UnitCounted(id, population, households, countedOn!.Value));
        await KeepAudiences(db, viewer.TenantId, id, audiences);
        await db.SaveChangesAsync();
        return Page.Done($"{head.Href}/profile", $"“{head.Name}”的资料已保存。");
    }

    private static void CheckFigures(Form form, int? population, int? households, DateOnly? countedOn)
    {
        if ((population ?? households) is not null && countedOn is null)
            form.Fail(ProfileFields.CountedOn, "填了人口或户数，就要写明是哪一天的数字。");
        if (population is { } people && households is { } homes && homes > people)
            form.Fail(ProfileFields.Households, $"户数 {homes} 比人口 {people} 还多，请核对两个数字是否填反。");
    }

    private static async Task CheckCode(Form form, Db db, string tenant, UnitHead head, string code)
    {
        var parent = head.ParentId is { } parentId ? await ShowUnitProfile.Profile(db, tenant, parentId) : null;
        if (StatisticsCode.Error(code, head.Kind, parent?.Code) is { } error)
        {
            form.Fail(ProfileFields.Code, error);
            return;
        }

        var other = await (
            from profile in db.Set<UnitProfile>()
            where profile.TenantId == tenant && profile.Code == code && profile.UnitId != head.Id
            join unit in db.Units on new { profile.TenantId, Id = profile.UnitId } equals new { unit.TenantId, unit.Id }
            where unit.ClosedOn == null
            select unit.Name
        ).FirstOrDefaultAsync();
        if (other is not null)
            form.Fail(ProfileFields.Code, $"这个代码已用于“{other}”，请核对。");
    }

    private static async Task KeepAudiences(Db db, string tenant, Guid unitId, IReadOnlyDictionary<string, int?> counts)
    {
        var rows = await db.Set<UnitAudience>().Where(audience => audience.TenantId == tenant && audience.UnitId == unitId).ToListAsync();
        foreach (var (key, people) in counts)
        {
            var row = rows.SingleOrDefault(row => row.Audience == key);
            if (people is null && row is not null)
                db.Remove(row);
            else if (people is { } number && row is not null)
                row.People = number;
            else if (people is { } first)
                db.Add(
                    new UnitAudience
                    {
                        TenantId = tenant,
                        UnitId = unitId,
                        Audience = key,
                        People = first,
                    }
                );
        }
    }

    private static IResult Show(UnitHead head, Form form, Refusal? refusal = null) =>
        Page.Of<EditUnitProfilePage>(
            new
            {
                Head = head,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
