using System.Text;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Web;

namespace Wuzha.Rules.Tests;

/// <summary>The pages under docs/ that are written from the code.</summary>
internal static class Docs
{
    private const string Notice = "<!-- Written by tools/docs; do not edit. -->";

    public static readonly IReadOnlyDictionary<string, Func<string>> Pages = new Dictionary<string, Func<string>>
    {
        ["docs/facts.md"] = Facts,
        ["docs/measures.md"] = Measures,
        ["docs/refusals.md"] = Refusals,
        ["docs/routes.md"] = Routes,
    };

    private static string Facts()
    {
        var catalog = Host.Part<FactCatalog>();
        var listeners = Host.Part<Listeners>();
        return Table(
            "Facts",
            "Everything that is recorded: who records it, what it carries, what it adds to, who hears it.",
            ["fact", "Chinese", "recorded by", "carries", "adds to", "heard by"],
            from kind in catalog.Kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal)
            let own = kind
                .Type.GetProperties()
                .Where(property => property.DeclaringType == kind.Type && property.Name is not ("Node" or "Postings" or "EqualityContract"))
            select new[]
            {
                $"`{kind.Key}` {kind.Type.Name}",
                kind.Name,
                Product.NameOf(kind.Type.Assembly).Split('.')[^1],
                string.Join(", ", own.Select(property => property.Name)),
                string.Join(", ", kind.Posts.Select(measure => $"`{measure.Key}`")),
                string.Join(", ", listeners.All.Where(listener => listener.FactType == kind.Type).Select(listener => listener.Name)),
            }
        );
    }

    private static string Measures()
    {
        var catalog = Host.Part<FactCatalog>();
        return Table(
            "Measures",
            "Every number of the product is a sum over one of these.",
            ["measure", "Chinese", "English", "counted in", "comes from"],
            from measure in catalog.Measures.OrderBy(measure => measure.Key, StringComparer.Ordinal)
            select new[]
            {
                $"`{measure.Key}`",
                measure.Name,
                measure.EnglishName,
                measure.Unit,
                string.Join(", ", catalog.KindsPosting(measure).Select(kind => $"`{kind.Key}`")),
            }
        );
    }

    private static string Refusals() =>
        Table(
            "Refusals",
            "Every expected 'no'. A code is never reused or renamed.",
            ["code", "status", "what one reads", "in"],
            from found in RefusalRules.All(Product.Assemblies)
            orderby found.Refusal.Code
            select new[]
            {
                $"`{found.Refusal.Code}`",
                $"{found.Refusal.Status}",
                found.Refusal.Message,
                $"{found.Field.DeclaringType!.Name}.{found.Field.Name}",
            }
        );

    private static string Routes() =>
        Table(
            "Routes",
            "Every page and form with what it asks of the one who comes, and who may.",
            ["route", "needs", "roles"],
            from route in Host.Routes
            let act = route.Permission?.Act
            select new[]
            {
                $"`{route}`",
                act is not null ? $"`{act.Key}` {act.Name}"
                : route.Permission?.OpenBecause is { } because ? $"nothing: {because}"
                : "sign-in",
                act is null
                    ? ""
                    : string.Join(
                        "、",
                        Roles.All.Where(role => role.SignsIn && Permissions.ActsOf(role.Key).Contains(act.Key)).Select(role => role.Name)
                    ),
            }
        );

    private static string Table(string title, string about, string[] head, IEnumerable<string[]> rows)
    {
        var page = new StringBuilder($"# {title}\n{Notice}\n\n{about}\n\n");
        page.Append("| ").AppendJoin(" | ", head).Append(" |\n|").AppendJoin('|', head.Select(_ => "---")).Append("|\n");
        foreach (var row in rows)
            page.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        return page.ToString();
    }
}
