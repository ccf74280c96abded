using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Guard.Suggestions;

/// <summary>One suggestion with its words.</summary>
public sealed record SuggestionView(SuggestionRow Row, string Writer, string Text, string? Answer, DateOnly Today, bool MayAnswer);

internal static class ShowSuggestion
{
    internal static Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock) =>
        Shown(id, db, viewer, vault, LocalDay.Today(clock), Form.Empty(), null);

    internal static async Task<IResult> Shown(Guid id, Db db, Viewer viewer, Vault vault, DateOnly today, Form form, Refusal? refusal)
    {
        if (await ListSuggestions.Rows(db, viewer).SingleOrDefaultAsync(row => row.Id == id) is not { } row)
            return Refusal.NotFound.AsPage();

        var view = new SuggestionView(
            row,
            row.Writer(vault),
            vault.Open(row.TextSealed),
            row.AnswerSealed is { } answer ? vault.Open(answer) : null,
            today,
            row.AnsweredOn is null && row.ToUnitId == viewer.UnitId && viewer.May(GuardActs.AnswerSuggestions)
        );
        return Page.Of<SuggestionPage>(
            new
            {
                View = view,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
    }
}
