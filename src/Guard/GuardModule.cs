using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Guard.Burdens;
using Wuzha.Guard.Exports;
using Wuzha.Guard.Rules;
using Wuzha.Guard.Suggestions;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Privacy;

namespace Wuzha.Guard;

/// <summary>
/// 减负底线: the rules against formalism as code; who asks for something forbidden is told so, and what is lawful instead. What is asked of each
/// unit in a week. The box for suggestions and complaints that an office must answer.
/// </summary>
public sealed class GuardModule : Module
{
    /// <summary>Four lists of a village, three to six people: our own estimate.</summary>
    private const int MinutesForARoster = 20;

    private const string Retention = "答复后保留到本次专项行动归档";
    private const string Basis = "履行法定职责（个人信息保护法第十三条第三项）";
    private const string Protection = "加密保存，仅收信单位办公室、纪检监督员和写信人可见";

    public override void Routes(Pages pages)
    {
        pages.MapGet("/rules", ListRules.Get).Needs(GuardActs.ReadRules);

        pages.MapGet("/burden", ListBurden.Get).Needs(GuardActs.ReadBurden);
        pages.MapGet("/burden/{id:guid}", ShowBurden.Get).Needs(GuardActs.ReadBurden);
        pages.MapGet("/burden/ceiling", EditCeiling.Get).Needs(GuardActs.EditCeiling);
        pages.MapPost("/burden/ceiling", EditCeiling.Post).Needs(GuardActs.EditCeiling);

        pages.MapGet("/suggestions", ListSuggestions.Get).Needs(GuardActs.FileSuggestions);
        pages.MapGet("/suggestions/new", FileSuggestion.Get).Needs(GuardActs.FileSuggestions);
        pages.MapPost("/suggestions", FileSuggestion.Post).Needs(GuardActs.FileSuggestions);
        pages.MapGet("/suggestions/receipt", LookUpSuggestion.Get).Needs(GuardActs.FileSuggestions);
        pages.MapPost("/suggestions/receipt", LookUpSuggestion.Post).Needs(GuardActs.FileSuggestions);
        pages.MapGet("/suggestions/{id:guid}", ShowSuggestion.Get).Needs(GuardActs.FileSuggestions);
        pages.MapPost("/suggestions/{id:guid}/answer", AnswerSuggestion.Post).Needs(GuardActs.AnswerSuggestions);
    }

    public override void Tables(ModelBuilder model) => GuardTables.Map(model);

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<BurdenSources>();
        // Organisation stands below and cannot name this module's types.
        services.AddSingleton(BurdenSource.OfMeasure(CampaignMeasures.RostersAsked, "报送责任人员名单", MinutesForARoster));
        services.AddSingleton(
            new PersonalColumn("suggestions", "text_sealed", "意见内容（可能提到人）", "听取意见、减轻基层负担", Basis, Retention, Protection)
        );
        services.AddSingleton(new PersonalColumn("suggestions", "answer_sealed", "意见的答复", "答复写信人", Basis, Retention, Protection));
    }

    public override void Facts(FactCatalog facts)
    {
        facts.Add<BurdenCeilingSet>("guard.burden-ceiling-set", "负担上限设置");
        facts.Add<SuggestionFiled>("guard.suggestion-filed", "收到意见", GuardMeasures.SuggestionsFiled);
        facts.Add<SuggestionAnswered>(
            "guard.suggestion-answered",
            "答复意见",
            GuardMeasures.SuggestionsAnswered,
            GuardMeasures.SuggestionsAnsweredLate
        );
    }

    public override void Jobs(JobCatalog jobs) => jobs.AddRecurring("guard.open-box", TimeSpan.FromHours(1), OpenBox.Run);

    public override void Menu(Menu menu)
    {
        menu.Add("今天", "意见箱", "/suggestions", GuardActs.FileSuggestions, 40);
        menu.Add("方案与任务", "基层负担", "/burden", GuardActs.ReadBurden, 70);
        menu.Add("方案与任务", "减负底线", "/rules", GuardActs.ReadRules, 80);
    }

    public override void Home(HomeBoard home) => GuardHome.Put(home);
}
