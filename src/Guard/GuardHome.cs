using Microsoft.EntityFrameworkCore;
using Wuzha.Guard.Suggestions;
using Wuzha.Platform.Home;

namespace Wuzha.Guard;

/// <summary>What Guard puts on 今天: the office has to answer; mine was answered.</summary>
internal static class GuardHome
{
    private const int DaysShown = 7;

    public static void Put(HomeBoard home)
    {
        home.ToDo(
            new HomeSource(GuardActs.AnswerSuggestions, ask => ToAnswer(ask).CountAsync(), ToAnswerItems, "/suggestions?state=open")
            {
                Example = "答复一件建议（5 个工作日内）",
            }
        );
        home.Changed(
            new HomeSource(GuardActs.FileSuggestions, ask => Answered(ask).CountAsync(), AnsweredItems, "/suggestions?state=answered")
            {
                Example = "您的建议已有答复",
            }
        );
    }

    private static IQueryable<Suggestion> ToAnswer(HomeQuestion ask) =>
        ask
            .Db.Set<Suggestion>()
            .Where(one => one.TenantId == ask.Viewer.TenantId && one.ToUnitId == ask.Viewer.UnitId && one.OpenedOn != null && one.AnsweredOn == null);

    private static async Task<IReadOnlyList<HomeItem>> ToAnswerItems(HomeQuestion ask) =>
        [
            .. (await ToAnswer(ask).OrderBy(one => one.DueOn).ThenBy(one => one.Id).Take(HomeQuestion.Rows).ToListAsync()).Select(one => new HomeItem(
                one.IsComplaint ? "答复一件投诉" : "答复一件建议",
                $"/suggestions/{one.Id}"
            )
            {
                DueOn = one.DueOn,
            }),
        ];

    private static IQueryable<Suggestion> Answered(HomeQuestion ask)
    {
        var since = ask.Today.AddDays(-DaysShown);
        return ask
            .Db.Set<Suggestion>()
            .Where(one => one.TenantId == ask.Viewer.TenantId && one.WriterId == ask.Viewer.PersonId && one.AnsweredOn >= since);
    }

    private static async Task<IReadOnlyList<HomeItem>> AnsweredItems(HomeQuestion ask) =>
        [
            .. (await Answered(ask).OrderByDescending(one => one.AnsweredOn).ThenBy(one => one.Id).Take(HomeQuestion.Rows).ToListAsync()).Select(
                one => new HomeItem(one.IsComplaint ? "您的投诉已有答复" : "您的建议已有答复", $"/suggestions/{one.Id}")
            ),
        ];
}
