using Wuzha.Guard.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Issuing;

/// <summary>The fields of a directive.</summary>
public static class DirectiveForm
{
    /// <summary>Name of the ticks beside the units.</summary>
    public const string Units = "unit";
    internal const string Everyone = "all";
    internal const string Chosen = "chosen";

    public static readonly ChoiceField Kind = new("kind", "类别")
    {
        Options = [.. Enum.GetValues<DirectiveKind>().Select(kind => (kind.ToString(), DirectiveWords.Of(kind)))],
    };
    public static readonly TextField Title = new("title", "标题") { Min = 4, Max = Directive.TitleLength };
    public static readonly TextField Text = new("text", "正文")
    {
        Min = 10,
        Max = Directive.TextLength,
        Lines = 10,
        Hint = "写清做什么、到什么时候、找谁问。系统会检查有没有要求接龙、秒回、截图一类的话。",
    };
    public static readonly ChoiceField Campaign = new("campaign", "所属专项行动") { Optional = true };
    public static readonly ChoiceField SigningTime = new("signingTime", "签收时限")
    {
        Options = [.. Issuing.SigningTime.All.Select(time => (time.Key, time.Name))],
        Hint = "按工作时间算，节假日、下班时间不计。",
    };
    public static readonly NumberField Minutes = new("minutes", "每个单位预计用时")
    {
        Min = 1,
        Max = 2400,
        Unit = "分钟",
        Hint = "看一遍并办完大约要多少分钟，下发前会算出基层一共要花多少时间。",
    };
    public static readonly ChoiceField Whom = new("whom", "发给谁");

    /// <summary>Reads everything but the ticks; meaningless when the form failed.</summary>
    internal static DirectiveTyped Read(Form form, DirectiveChoices choices)
    {
        var (kind, title, text) = (form.Read(Kind), form.Read(Title), form.Read(Text));
        var (campaign, time, minutes) = (form.Read(choices.Campaign), form.Read(SigningTime), form.Read(Minutes));
        if (time == Issuing.SigningTime.AtOnce.Key && kind is not null && kind != nameof(DirectiveKind.Warning))
            form.Fail(SigningTime, "只有预警可以要求尽快签收，请改选工作日时限。");
        foreach (var (field, words) in new[] { (Title, title), (Text, text) })
            if (words is not null && Rulebook.Check(new GuardAsk(GuardAskKind.Directive, words)) is [var finding, ..])
                form.Fail(field, $"{finding.Rule.Forbids}{finding.LawfulForm}（出处：{finding.Rule.Source}）");
        return new DirectiveTyped(
            Enum.TryParse<DirectiveKind>(kind, out var asKind) ? asKind : default,
            title ?? "",
            text ?? "",
            Guid.TryParse(campaign, out var campaignId) ? campaignId : Guid.Empty,
            time ?? "",
            minutes ?? 0
        );
    }

    /// <summary>The units that are meant; none when the form failed.</summary>
    internal static IReadOnlyList<CampaignUnit> Addressed(Form form, DirectiveChoices choices)
    {
        var whom = form.Read(choices.Whom);
        var ticked = form.Ids(Units).ToHashSet();
        IReadOnlyList<CampaignUnit> addressed = whom switch
        {
            null => [],
            Everyone => choices.Units,
            Chosen => [.. choices.Units.Where(unit => ticked.Contains(unit.Id))],
            _ => [.. choices.Units.Where(unit => unit.Kind == whom)],
        };
        if (whom is not null && addressed.Count == 0)
            form.Fail(Whom, "还没有选单位，请在下面勾选，或者改选一类单位。");
        return addressed;
    }
}

/// <summary>Whom and what for an office may choose.</summary>
public sealed record DirectiveChoices(IReadOnlyList<CampaignUnit> Units, ChoiceField Campaign)
{
    /// <summary>More units than this are not ticked one by one.</summary>
    public const int MostTicked = 200;

    public ChoiceField Whom =>
        DirectiveForm.Whom.With([
            (DirectiveForm.Everyone, $"全部下级单位（{Units.Count} 个）"),
            .. Units
                .GroupBy(unit => unit.Kind)
                .OrderBy(kind => UnitKinds.Of(kind.Key).Order)
                .Select(kind => (kind.Key, $"{UnitKinds.Of(kind.Key).Name}（{kind.Count()} 个）")),
            .. Units.Count <= MostTicked ? [(DirectiveForm.Chosen, "在下面逐个选")] : Array.Empty<(string, string)>(),
        ]);

    internal static async Task<DirectiveChoices> For(Db db, Viewer viewer, DateOnly today) =>
        new(
            await CampaignQuestions.UnitsUnder(db, viewer.TenantId, viewer.UnitId, today),
            DirectiveForm.Campaign.With(
                (await CampaignQuestions.Known(db, viewer, today))
                    .Where(campaign => campaign.State == CampaignState.Running)
                    .Select(campaign => (campaign.Id.ToString(), campaign.Name))
            )
        );
}
