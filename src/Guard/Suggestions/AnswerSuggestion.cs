using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Guard.Suggestions;

/// <summary>答复: the addressed office writes back, once.</summary>
internal static class AnswerSuggestion
{
    internal static readonly TextField Answer = new("answer", "答复")
    {
        Max = 1000,
        Min = 4,
        Lines = 6,
        Hint = "写明怎么改、什么时候改；不能改的，说明原因。写信人看得到。",
    };

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var today = LocalDay.Today(clock);
        if (!await ListSuggestions.Rows(db, viewer).AnyAsync(row => row.Id == id))
            return Refusal.NotFound.AsPage();

        var answer = form.Read(Answer);
        if (form.Failed)
            return await ShowSuggestion.Shown(id, db, viewer, vault, today, form, null);

        var suggestion = await db.Set<Suggestion>().SingleAsync(one => one.TenantId == viewer.TenantId && one.Id == id);
        if (!suggestion.Answer(viewer, vault.Seal(answer!), today).Is(out var answered, out var no))
            return await ShowSuggestion.Shown(id, db, viewer, vault, today, form, no);

        db.Record(viewer, answered);
        await db.SaveChangesAsync();
        return Page.Done($"/suggestions/{id}", suggestion.WriterId is null ? "已答复，写信人凭查询码看。" : "已答复，写信人会在“今天”里看到。");
    }
}
