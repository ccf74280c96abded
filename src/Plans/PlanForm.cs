using Wuzha.Platform.Forms;

namespace Wuzha.Plans;

/// <summary>The fields of a plan's head. All may stay empty: what a plan does not say is shown as missing, not made up.</summary>
public static class PlanForm
{
    internal const int TitleLength = 200;
    internal const int AuthorityLength = 100;
    internal const int DocNumberLength = 60;
    internal const int OfficeLength = 100;
    internal const int NameLength = 100;

    public static readonly TextField Title = new("title", "标题") { Min = 2, Max = TitleLength };
    public static readonly TextField Authority = new("authority", "发文机关") { Max = AuthorityLength, Optional = true };
    public static readonly TextField DocNumber = new("docNumber", "文号")
    {
        Max = DocNumberLength,
        Optional = true,
        Hint = "例如：青反诈发〔2026〕3号",
    };
    public static readonly DayField IssuedOn = new("issuedOn", "成文日期")
    {
        Optional = true,
        Hint = "方案里没写年份的期限，按这一天所在的年份推算。",
    };
    public static readonly DayField FromOn = new("fromOn", "开始日期") { Optional = true };
    public static readonly DayField UntilOn = new("untilOn", "截止日期") { Optional = true };
    public static readonly TextField Office = new("office", "领导小组办公室")
    {
        Max = OfficeLength,
        Optional = true,
        Hint = "设在哪个部门",
    };

    internal static Form Of(PlanDocument plan) =>
        Form.Empty(
            (Title.Name, plan.Title),
            (Authority.Name, plan.Authority),
            (DocNumber.Name, plan.DocNumber),
            (IssuedOn.Name, IssuedOn.Show(plan.IssuedOn)),
            (FromOn.Name, FromOn.Show(plan.FromOn)),
            (UntilOn.Name, UntilOn.Show(plan.UntilOn)),
            (Office.Name, plan.Office)
        );

    /// <summary>Puts what was typed into the plan; nothing when the form failed.</summary>
    internal static void Fill(PlanDocument plan, Form form)
    {
        var (title, authority, number, office) = (form.Read(Title), form.Read(Authority), form.Read(DocNumber), form.Read(Office));
        var (issued, from, until) = (form.Read(IssuedOn), form.Read(FromOn), form.Read(UntilOn));
        if (!form.Failed && until < from)
            form.Fail(UntilOn, PlansRefusals.EndsBeforeItBegins.Message);
        if (form.Failed)
            return;

        (plan.Title, plan.Authority, plan.DocNumber, plan.Office) = (title, authority, number, office);
        (plan.IssuedOn, plan.FromOn, plan.UntilOn) = (issued, from, until);
        plan.Touch();
    }
}
