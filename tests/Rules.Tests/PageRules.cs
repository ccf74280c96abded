using Microsoft.CodeAnalysis.CSharp;
using Wuzha.Support;

namespace Wuzha.Rules.Tests;

/// <summary>What may stand in a page: Chinese for people, nothing that a strict content policy would stop.</summary>
internal static class PageRules
{
    /// <summary>Attributes that people see or hear.</summary>
    private static readonly string[] Read = ["title", "placeholder", "alt", "aria-label", "aria-description", "label"];

    /// <summary>What is typed or shown as it is: keys, commands, codes.</summary>
    private static readonly string[] Verbatim = ["code", "kbd", "pre", "samp", "script", "style"];

    public static IEnumerable<string> Language(string path) =>
        from piece in RazorText.Of(Repository.Read(path))
        from found in TextsOf(piece)
        from fault in Chinese.Faults(found.Text)
        select $"{path}:{found.Line} {fault}";

    /// <summary>Inline scripts and styles would need holes in the content policy.</summary>
    public static IEnumerable<string> Inline(string path) =>
        from piece in RazorText.Of(Repository.Read(path))
        where piece.Kind == RazorPieceKind.Attribute
        let name = piece.Name[(piece.Name.LastIndexOf('.') + 1)..].TrimStart('@')
        where name == "style" || name.StartsWith("on", StringComparison.Ordinal) && name.Length > 2 && char.IsAsciiLetterLower(name[2])
        select $"{path}:{piece.Line} {piece.Name}";

    public static IEnumerable<string> InlineElements(string path) =>
        from piece in RazorText.Of(Repository.Read(path))
        where piece.Kind == RazorPieceKind.Words && piece.Name is "script" or "style"
        select $"{path}:{piece.Line} <{piece.Name}>";

    private static IEnumerable<(int Line, string Text)> TextsOf(RazorPiece piece) =>
        piece.Kind switch
        {
            RazorPieceKind.Words when !Verbatim.Contains(piece.Name) => [(piece.Line, piece.Text)],
            RazorPieceKind.Attribute when Read.Contains(piece.Name.Split('.')[^1]) && !piece.Text.Contains('@', StringComparison.Ordinal) =>
            [
                (piece.Line, piece.Text),
            ],
            RazorPieceKind.Code => SourceRules
                .SentencesOf(CSharpSyntaxTree.ParseText(piece.Text).GetRoot())
                .Select(found => (piece.Line + found.Line - 1, found.Text)),
            _ => [],
        };
}
