using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Wuzha.Support;

namespace Wuzha.Rules.Tests;

/// <summary>What may stand in the source text.</summary>
internal sealed partial class SourceRules
{
    /// <summary>Where the choice of a database is made and named: everything else works on both.</summary>
    private static readonly string[] MayNameProviders =
    [
        "src/Platform/Storage/Dialect.cs",
        "src/Platform/Storage/SqliteDialect.cs",
        "src/Platform/Storage/PostgresDialect.cs",
        "src/Platform/Storage/SqlitePragmas.cs",
        "src/Platform/Storage/SqliteTurn.cs",
        "src/Platform/Storage/PostgresGuards.cs",
        "src/Platform/Storage/PostgresTenantWall.cs",
        "src/Platform/Storage/WuzhaOptions.cs",
    ];

    private readonly IReadOnlyList<(string Path, CompilationUnitSyntax Root)> files;
    private readonly HashSet<string> declared;

    public SourceRules(string folder)
    {
        files =
        [
            .. Repository
                .Files(folder, ".cs")
                .Where(path => !path.StartsWith("src/Migrations.", StringComparison.Ordinal))
                .Select(path => (path, CSharpSyntaxTree.ParseText(Repository.Read(path)).GetCompilationUnitRoot())),
        ];
        declared = [.. All<MethodDeclarationSyntax>().Select(found => found.Node.Identifier.Text)];
    }

    /// <summary>A method that only passes its parameters on to one of the same name adds a hop and no meaning.</summary>
    public IEnumerable<string> Forwarding() =>
        from found in All<MethodDeclarationSyntax>()
        let method = found.Node
        where !method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        let call = OnlyCall(method)
        where call is not null
        let callee = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            _ => null,
        }
        let parameters = method.ParameterList.Parameters.Select(p => p.Identifier.Text)
        where callee == method.Identifier.Text && call.ArgumentList.Arguments.Select(a => a.Expression.ToString()).SequenceEqual(parameters)
        where declared.Contains(callee) && All<MethodDeclarationSyntax>().Count(other => other.Node.Identifier.Text == callee) > 1
        select Place(found.Path, method);

    public IEnumerable<string> CatchAll() =>
        from found in All<CatchClauseSyntax>()
        where !found.Path.StartsWith("src/Platform/", StringComparison.Ordinal)
        where found.Node.Declaration is null || found.Node.Declaration.Type.ToString() is "Exception" or "System.Exception"
        select Place(found.Path, found.Node);

    public IEnumerable<string> Providers() =>
        from file in files
        where !MayNameProviders.Contains(file.Path)
        from token in file.Root.DescendantTokens()
        where token.IsKind(SyntaxKind.IdentifierToken) && Provider().IsMatch(token.Text)
        select $"{Place(file.Path, token.Parent!)} {token.Text}";

    /// <summary>Expected 'no's stand together, where one text search finds the sentence.</summary>
    public IEnumerable<string> RefusalsElsewhere() =>
        from found in All<FieldDeclarationSyntax>()
        where found.Node.Declaration.Type.ToString() == "Refusal"
        let home = found.Node.Ancestors().OfType<TypeDeclarationSyntax>().First().Identifier.Text
        where home != "Refusal" && !home.EndsWith("Refusals", StringComparison.Ordinal)
        select Place(found.Path, found.Node);

    public IEnumerable<string> RefusalsMadeOnTheFly() =>
        from found in All<ObjectCreationExpressionSyntax>()
        where found.Node.Type.ToString() == "Refusal"
        select Place(found.Path, found.Node);

    public IEnumerable<string> LeftOvers() =>
        from file in files
        from comment in file
            .Root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        where LeftOver().IsMatch(comment.ToString())
        select $"{file.Path}:{comment.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {comment.ToString().Trim()}";

    public IEnumerable<string> GlobalUsings() =>
        from found in All<UsingDirectiveSyntax>()
        where found.Node.GlobalKeyword != default && found.Node.Name!.ToString().StartsWith("Wuzha", StringComparison.Ordinal)
        select Place(found.Path, found.Node);

    /// <summary>Tests that are left out, that wait by the clock, or whose name is no sentence.</summary>
    public IEnumerable<string> Tests() =>
        from found in All<MethodDeclarationSyntax>()
        let marks = found.Node.AttributeLists.SelectMany(list => list.Attributes).Where(mark => mark.Name.ToString() is "Fact" or "Theory").ToList()
        where marks.Count > 0
        from breach in TestBreaches(found.Node, marks)
        select $"{Place(found.Path, found.Node)} {breach}";

    private static IEnumerable<string> TestBreaches(MethodDeclarationSyntax method, List<AttributeSyntax> marks)
    {
        if (method.Identifier.Text.Count(c => c == '_') < 2)
            yield return "is not named by a sentence";
        if (
            marks.Any(mark =>
                mark.ToString().Contains("Skip", StringComparison.Ordinal) || mark.ToString().Contains("Explicit", StringComparison.Ordinal)
            )
        )
            yield return "is left out";
        if (method.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(Waits))
            yield return "waits by the clock or leaves itself out";
    }

    /// <summary>Looking again until something has happened is no waiting by the clock; such a loop carries its own end in a token.</summary>
    private static bool Waits(InvocationExpressionSyntax call) =>
        call.Expression.ToString() is "Thread.Sleep" or "Assert.Skip" or "Assert.SkipWhen" or "Assert.SkipUnless"
        || call.Expression.ToString() == "Task.Delay" && call.ArgumentList.Arguments.Count < 2;

    /// <summary>Every literal that a person may read: those with Chinese in them. Holes of interpolated strings become ◇.</summary>
    public IEnumerable<(string Place, string Text)> Sentences() =>
        from file in files
        from literal in SentencesOf(file.Root)
        select ($"{file.Path}:{literal.Line}", literal.Text);

    public static IEnumerable<(int Line, string Text)> SentencesOf(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            var text = node switch
            {
                LiteralExpressionSyntax literal when literal.Token.Value is string value => value,
                InterpolatedStringExpressionSyntax interpolated => string.Concat(
                    interpolated.Contents.Select(part => part is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : "◇")
                ),
                _ => "",
            };
            if (Chinese.IsIn(text) && !IsPattern(node) && !text.Contains("xmlns", StringComparison.Ordinal))
                yield return (node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, text);
        }
    }

    /// <summary>Regular expressions are not read by people.</summary>
    private static bool IsPattern(SyntaxNode node) =>
        node.Ancestors().OfType<AttributeSyntax>().Any(mark => mark.Name.ToString() == "GeneratedRegex")
        || node.FirstAncestorOrSelf<FieldDeclarationSyntax>()
            ?.AttributeLists.ToString()
            .Contains("StringSyntaxAttribute.Regex", StringComparison.Ordinal) == true
        || node.Ancestors()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression.ToString().StartsWith("Regex.", StringComparison.Ordinal));

    private static InvocationExpressionSyntax? OnlyCall(MethodDeclarationSyntax method)
    {
        var body =
            method.ExpressionBody?.Expression
            ?? method.Body?.Statements switch
            {
                [ReturnStatementSyntax { Expression: { } returned }] => returned,
                [ExpressionStatementSyntax statement] => statement.Expression,
                _ => null,
            };
        return (body is AwaitExpressionSyntax awaited ? awaited.Expression : body) as InvocationExpressionSyntax;
    }

    private IEnumerable<(string Path, TNode Node)> All<TNode>()
        where TNode : SyntaxNode => files.SelectMany(file => file.Root.DescendantNodes().OfType<TNode>().Select(node => (file.Path, node)));

    private static string Place(string path, SyntaxNode node) => $"{path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    [GeneratedRegex("[Nn]pgsql|[Ss]qlite(?!File)|IsPostgres|PostgresDialect|^ProviderName$")]
    private static partial Regex Provider();

    [GeneratedRegex(@"\b(TODO|FIXME|XXX|HACK)\b|for now|simplified", RegexOptions.IgnoreCase)]
    private static partial Regex LeftOver();
}
