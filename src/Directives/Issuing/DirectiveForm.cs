using Microsoft.AspNetCore.Http;
using Wuzha.Guard.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Directives.Issuing;

/// <summary>The fields of a directive.</summary>
public static class DirectiveForm
{
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
        Hint = "写清做什么、到什么时候、找谁问。系统会检查有没有要求接龙、秒回、截图一类的话。不要写群众姓名和电话。",
    };
    public static readonly TextField OwnWords = new("text", "本单位补充的话")
    {
        Optional = true,
        Max = Directive.TextLength,
        Lines = 5,
        Hint = "上级原文会一起下发，这里只写本单位的具体安排；没有可以不写。",
    };
    public static readonly ChoiceField Campaign = new("campaign", "所属专项行动") { Optional = true };
    public static readonly ChoiceField SigningTime = new("signingTime", "签收时限")
    {
        Options = [.. Issuing.SigningTime.All.Select(time => (time.Key, time.Name))],
        Hint = "按工作时间算，节假日、下班时间不计。",
    };
    public static readonly ChoiceField ToRole = new("toRole", "通知谁签收")
    {
        Options =
        [
            .. new[] { Roles.Liaison, Roles.DirectResponsible, Roles.FirstResponsible, Roles.GridChief }.Select(role => (role.Key, role.Name)),
        ],
    };
    public static readonly NumberField Minutes = new("minutes", "每个单位预计用时")
    {
        Min = 1,
        Max = 2400,
        Unit = "分钟",
        Hint = "看一遍并办完大约要多少分钟，下发前会算出基层一共要花多少时间。",
    };

    /// <summary>Reads everything but whom it is for; meaningless when the form failed.</summary>
    internal static DirectiveTyped Read(Form form, ChoiceField campaigns)
    {
        var (kind, title, text) = (form.Read(Kind), form.Read(Title), form.Read(Text));
        var (campaign, time, role, minutes) = (form.Read(campaigns), form.Read(SigningTime), form.Read(ToRole), form.Read(Minutes));
        if (time == Issuing.SigningTime.AtOnce.Key && kind is not null && kind != nameof(DirectiveKind.Warning))
            form.Fail(SigningTime, "只有预警可以要求尽快签收，请改选工作日时限。");
        Check(form, Title, title);
        Check(form, Text, text);
        return new DirectiveTyped(
            Enum.TryParse<DirectiveKind>(kind, out var asKind) ? asKind : default,
            title ?? "",
            text ?? "",
            Guid.TryParse(campaign, out var campaignId) ? campaignId : Guid.Empty,
            time ?? "",
            role ?? "",
            minutes ?? 0
        );
    }

    /// <summary>What one may add when passing on; kind, title and campaign stay those of the directive above.</summary>
    internal static DirectiveTyped ReadPassingOn(Form form, Directive above)
    {
        var (text, time, role, minutes) = (form.Read(OwnWords), form.Read(SigningTime), form.Read(ToRole), form.Read(Minutes));
        if (time == Issuing.SigningTime.AtOnce.Key && above.Kind != DirectiveKind.Warning)
            form.Fail(SigningTime, "只有预警可以要求尽快签收，请改选工作日时限。");
        Check(form, OwnWords, text);
        return new DirectiveTyped(above.Kind, above.Title, text ?? "", above.CampaignId, time ?? "", role ?? "", minutes ?? 0);
    }

    /// <summary>What the rules forbid to ask is refused with the lawful form (GRD1).</summary>
    private static void Check(Form form, TextField field, string? words)
    {
        if (words is not null && Rulebook.Check(new GuardAsk(GuardAskKind.Directive, words)) is [var finding, ..])
            form.Fail(field, $"{finding.Rule.Forbids}{finding.LawfulForm}（出处：{finding.Rule.Source}）");
    }

    internal static async Task<ChoiceField> Campaigns(Db db, Viewer viewer, DateOnly today) =>
        Campaign.With(
            (await CampaignQuestions.Known(db, viewer, today))
                .Where(campaign => campaign.State == CampaignState.Running)
                .Select(campaign => (campaign.Id.ToString(), campaign.Name))
        );
}

/// <summary>What the form of a directive offers: whom it may be for, and the campaigns that run.</summary>
internal sealed record DirectiveOffer(AddressChoices Choices, ChoiceField Campaigns)
{
    public static async Task<DirectiveOffer> Load(Db db, Viewer viewer, TimeProvider clock) =>
        new(await Addressing.Choices(db, viewer), await DirectiveForm.Campaigns(db, viewer, LocalDay.Today(clock)));

    /// <summary>The form with this offer; the rest is of <see cref="DirectiveFormPage"/>.</summary>
    public IResult Show(
        Form form,
        Guid? directiveId = null,
        string? above = null,
        string? replaces = null,
        IReadOnlyCollection<(Guid UnitId, string Reach)>? known = null
    ) =>
        Page.Of<DirectiveFormPage>(
            new
            {
                Form = form,
                Choices,
                Campaigns,
                DirectiveId = directiveId,
                Above = above,
                Replaces = replaces,
                Known = known ?? [],
            },
            form.Failed ? 422 : 200
        );
}
