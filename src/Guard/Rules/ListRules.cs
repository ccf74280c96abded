using Microsoft.AspNetCore.Http;
using Wuzha.Guard.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Sheets;

namespace Wuzha.Guard.Rules;

/// <summary>One rule as it is shown.</summary>
public sealed record RuleRow(string Key, string Name, string Forbids, string LawfulForm, string Source, bool IsStated)
{
    /// <summary>Whether the paper says so itself or we read it strictly.</summary>
    public string Standing => IsStated ? "文件明文" : "从严掌握";

    internal static RuleRow Of(GuardRule rule) =>
        new(rule.Key, rule.Name, rule.Forbids, string.Concat(rule.LawfulForms.Values), rule.Source.ToString(), rule.IsStated);

    internal bool Says(string words) =>
        Name.Contains(words, StringComparison.Ordinal)
        || Forbids.Contains(words, StringComparison.Ordinal)
        || LawfulForm.Contains(words, StringComparison.Ordinal)
        || Source.Contains(words, StringComparison.Ordinal);
}

/// <summary>什么不能要求基层做？ The rules with their sources and what each demand is turned into.</summary>
internal static class ListRules
{
    internal static IResult Get(ListQuery query, Viewer viewer)
    {
        var rows = GuardRules.All.Select(RuleRow.Of).Where(row => query.Search.Length == 0 || row.Says(query.Search));
        if (query.Filter("standing") is { } standing)
            rows = rows.Where(row => row.IsStated == (standing == "stated"));
        var listing = Listing<RuleRow>.OfRows([.. rows], query, Columns());
        return query.AsSheet ? listing.AsSheet("减负底线", viewer) : Page.Of<RuleListPage>(new { Listing = listing });
    }

    private static Column<RuleRow>[] Columns() =>
        [
            new("name", "事项", row => row.Name),
            new("forbids", "不得要求", row => row.Forbids) { OnCard = true },
            new("instead", "改为", row => row.LawfulForm) { OnCard = true },
            new("source", "出处", row => row.Source),
            new("standing", "依据", row => row.Standing) { Sort = row => row.IsStated },
        ];
}
