using Wuzha.Guard.Rules;
using Wuzha.Platform;
using Wuzha.Platform.Layout;

namespace Wuzha.Guard;

/// <summary>减负底线: the rules against formalism as code; who asks for something forbidden is told so, and what is lawful instead.</summary>
public sealed class GuardModule : Module
{
    public override void Routes(Pages pages)
    {
        pages.MapGet("/rules", ListRules.Get).Needs(GuardActs.ReadRules);
    }

    public override void Menu(Menu menu) => menu.Add("方案与任务", "减负底线", "/rules", GuardActs.ReadRules, 80);
}
