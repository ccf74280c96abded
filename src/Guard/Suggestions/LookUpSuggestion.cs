using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Guard.Suggestions;

/// <summary>凭查询码看答复: for the writer of a note without a name. Looking leaves no trace.</summary>
internal static class LookUpSuggestion
{
    internal static readonly TextField Code = new("code", "查询码") { Max = 20, Hint = "投入意见箱时给您的 12 位字母和数字，大小写、横线都可以。" };

    internal static IResult Get() => Show(Form.Empty(), null);

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, Vault vault)
    {
        var code = form.Read(Code);
        if (form.Failed)
            return Show(form, null);

        var index = IndexOf(vault, code!);
        var suggestion = await db.Set<Suggestion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.TenantId == viewer.TenantId && one.CodeIndex == index);
        if (suggestion is null)
        {
            form.Fail(Code, "没有这个查询码，请核对后重新输入。");
            return Show(form, null);
        }
        return Show(
            Form.Empty(),
            new SuggestionAnswerView(
                vault.Open(suggestion.TextSealed),
                suggestion.OpenedOn,
                suggestion.DueOn,
                suggestion.AnswerSealed is { } answer ? vault.Open(answer) : null,
                suggestion.AnsweredOn
            )
        );
    }

    /// <summary>How a code is kept; dashes, blanks and small letters make no difference.</summary>
    internal static byte[] IndexOf(Vault vault, string code) =>
        vault.Index("suggestion:" + string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());

    private static IResult Show(Form form, SuggestionAnswerView? view) =>
        Page.Of<LookUpSuggestionPage>(new { Form = form, View = view }, form.Failed ? 422 : 200);
}

/// <summary>What the writer of a note without a name sees of it.</summary>
public sealed record SuggestionAnswerView(string Text, DateOnly? OpenedOn, DateOnly? DueOn, string? Answer, DateOnly? AnsweredOn);
