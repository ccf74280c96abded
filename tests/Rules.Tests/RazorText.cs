namespace Wuzha.Rules.Tests;

/// <summary>One piece of a page: words between tags, one attribute as written, or a stretch of C#.</summary>
internal sealed record RazorPiece(RazorPieceKind Kind, string Name, string Text, int Line);

internal enum RazorPieceKind
{
    /// <summary>Words a person reads; the name is the tag they stand in.</summary>
    Words,

    /// <summary>An attribute; the name is <c>tag.attribute</c>.</summary>
    Attribute,
    Code,
}

/// <summary>Takes a .razor file apart into words, attributes and C#. Knows as much of Razor as pages here use.</summary>
internal sealed class RazorText
{
    private static readonly string[] Void =
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "path",
        "circle",
        "rect",
        "line",
        "use",
    ];
    private static readonly string[] Directives =
    [
        "using",
        "inherits",
        "layout",
        "page",
        "inject",
        "attribute",
        "implements",
        "namespace",
        "typeparam",
        "preservewhitespace",
        "rendermode",
    ];
    private static readonly string[] Statements = ["if", "for", "foreach", "while", "switch", "using", "lock", "do", "try"];

    private readonly string source;
    private readonly List<RazorPiece> pieces = [];
    private readonly Stack<string> open = new();
    private int at;

    private RazorText(string source) => this.source = source;

    public static IReadOnlyList<RazorPiece> Of(string source)
    {
        var reader = new RazorText(source.Replace("\r", "", StringComparison.Ordinal));
        reader.Markup(untilClosed: false);
        return reader.pieces;
    }

    private char Now => at < source.Length ? source[at] : '\0';

    private bool Sees(string text) => string.CompareOrdinal(source, at, text, 0, text.Length) == 0;

    private void Markup(bool untilClosed)
    {
        var depth = open.Count;
        var words = at;
        while (at < source.Length)
        {
            var special = Now is '<' && (char.IsLetter(Ahead(1)) || Ahead(1) is '/' or '!') || Now is '@';
            if (!special)
            {
                at++;
                continue;
            }

            Words(words);
            if (Now == '@')
                At();
            else
                Tag();
            words = at;
            if (untilClosed && open.Count <= depth)
                return;
        }
        Words(words);
    }

    private char Ahead(int by) => at + by < source.Length ? source[at + by] : '\0';

    private void Words(int from)
    {
        var text = source[from..at].Trim();
        if (text.Length > 0)
            pieces.Add(new RazorPiece(RazorPieceKind.Words, open.Count > 0 ? open.Peek() : "", text, LineOf(from)));
    }

    private void At()
    {
        if (Sees("@*"))
        {
            at = After("*@");
            return;
        }
        if (Sees("@@"))
        {
            at += 2;
            return;
        }

        at++;
        if (Now == '(')
        {
            Code(Balanced('(', ')'));
            return;
        }
        if (Now == '{')
        {
            Block();
            return;
        }

        var word = Identifier();
        if (word is "code" or "functions")
        {
            while (Now != '{')
                at++;
            Code(Balanced('{', '}'));
        }
        else if (Directives.Contains(word) && !(word == "using" && Now is '(' or ' ' && NextVisible() == '('))
            at = After("\n");
        else if (Statements.Contains(word))
            Statement();
        else
            Expression();
    }

    private char NextVisible()
    {
        var i = at;
        while (i < source.Length && char.IsWhiteSpace(source[i]))
            i++;
        return i < source.Length ? source[i] : '\0';
    }

    private void Expression()
    {
        var from = at;
        while (at < source.Length)
        {
            if (Now == '(')
                Balanced('(', ')');
            else if (Now == '[')
                Balanced('[', ']');
            else if (Now == '<' && at > from && GenericAhead())
                Balanced('<', '>');
            else if (Now == '.' && (char.IsLetter(Ahead(1)) || Ahead(1) == '_') || Now == '?' && Ahead(1) == '.')
                at += Now == '?' ? 2 : 1;
            else if (char.IsAsciiLetterOrDigit(Now) || Now == '_' || Now == '!' && Ahead(1) is '.' or '[')
                at++;
            else
                break;
        }
        Code(source[from..at]);
    }

    /// <summary><c>@Field&lt;string&gt;(…)</c> against <c>@name&lt;/td&gt;</c>.</summary>
    private bool GenericAhead()
    {
        var end = source.IndexOf('>', at);
        return end > 0
            && end + 1 < source.Length
            && source[end + 1] == '('
            && source[(at + 1)..end].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ',' or ' ' or '?');
    }

    /// <summary>What follows <c>@if</c>, <c>@foreach</c> …: a head in parentheses, a block, and the blocks chained to it.</summary>
    private void Statement()
    {
        while (true)
        {
            SkipSpace();
            if (Now == '(')
                Code(Balanced('(', ')'));
            SkipSpace();
            if (Now != '{')
                return;
            Block();
            var end = at;
            SkipSpace();
            var word = Identifier();
            if (word is not ("else" or "catch" or "finally" or "while"))
            {
                at = end;
                return;
            }
            SkipSpace();
            if (Sees("if"))
                at += 2;
        }
    }

    private void Block()
    {
        at++;
        var code = at;
        while (at < source.Length && Now != '}')
        {
            var atStart = NothingSince(code);
            if (Now == '<' && atStart && char.IsLetter(Ahead(1)))
            {
                Code(source[code..at]);
                Element();
                code = at;
            }
            else if (Now == '@' && atStart)
            {
                Code(source[code..at]);
                if (Sees("@:"))
                {
                    var words = at += 2;
                    while (at < source.Length && Now != '\n')
                        at++;
                    Words(words);
                }
                else
                    At();
                code = at;
            }
            else if (Now == '{')
            {
                Code(source[code..at]);
                Block();
                code = at;
            }
            else if (Now == '"')
                Quoted();
            else if (Now == '\'')
                at += Ahead(1) == '\\' ? 4 : 3;
            else if (Sees("//"))
                at = After("\n");
            else
                at++;
        }
        Code(source[code..Math.Min(at, source.Length)]);
        at++;
    }

    /// <summary>True where a statement could begin, so that <c>&lt;</c> opens a tag and is no comparison.</summary>
    private bool NothingSince(int from)
    {
        var i = at - 1;
        while (i >= from && char.IsWhiteSpace(source[i]))
            i--;
        return i < from || source[i] is ';' or '}' or '{' or ')' or ':' or '>';
    }

    private void Element()
    {
        var depth = open.Count;
        Tag();
        if (open.Count > depth)
        {
            var inner = depth;
            while (at < source.Length && open.Count > inner)
                Inside(inner);
        }
    }

    private void Inside(int until)
    {
        var words = at;
        while (at < source.Length && !(Now is '<' && (char.IsLetter(Ahead(1)) || Ahead(1) is '/' or '!')) && Now != '@')
            at++;
        Words(words);
        if (Now == '@')
            At();
        else if (at < source.Length && open.Count > until)
            Tag();
    }

    private void Tag()
    {
        if (Sees("<!--"))
        {
            at = After("-->");
            return;
        }
        if (Sees("<!"))
        {
            at = After(">");
            return;
        }
        if (Sees("</"))
        {
            at = After(">");
            if (open.Count > 0)
                open.Pop();
            return;
        }

        at++;
        var from = at;
        while (char.IsAsciiLetterOrDigit(Now) || Now is '-' or '.' or ':' or '_')
            at++;
        var tag = source[from..at];
        var closed = Attributes(tag);
        if (!closed && !Void.Contains(tag))
            open.Push(tag);
    }

    /// <returns>True when the tag closes itself.</returns>
    private bool Attributes(string tag)
    {
        while (at < source.Length)
        {
            SkipSpace();
            if (Sees("/>"))
            {
                at += 2;
                return true;
            }
            if (Now == '>')
            {
                at++;
                return false;
            }
            if (Sees("@*"))
            {
                at = After("*@");
                continue;
            }
            Attribute(tag);
        }
        return true;
    }

    private void Attribute(string tag)
    {
        var line = LineOf(at);
        var from = at;
        while (at < source.Length && !char.IsWhiteSpace(Now) && Now is not ('=' or '>') && !Sees("/>"))
            at++;
        var name = source[from..at];
        var value = "";
        SkipSpace();
        if (Now == '=')
        {
            at++;
            SkipSpace();
            var begin = at;
            if (Now is '"' or '\'')
                Value(Now);
            else if (Now == '@')
                At();
            else
                while (at < source.Length && !char.IsWhiteSpace(Now) && Now != '>')
                    at++;
            value = source[begin..at].Trim('"', '\'');
        }
        if (name.Length == 0)
            at++;
        else
            pieces.Add(new RazorPiece(RazorPieceKind.Attribute, $"{tag}.{name}", value, line));
    }

    /// <summary>A quoted value may itself hold C# with quotes: <c>class="@(late ? "late" : "")"</c>.</summary>
    private void Value(char quote)
    {
        at++;
        while (at < source.Length && Now != quote)
        {
            if (Sees("@("))
            {
                at++;
                Code(Balanced('(', ')'));
            }
            else if (Now == '@' && (char.IsLetter(Ahead(1)) || Ahead(1) == '_'))
            {
                at++;
                Expression();
            }
            else
                at++;
        }
        at++;
    }

    private string Balanced(char opening, char closing)
    {
        var from = at;
        var depth = 0;
        do
        {
            if (Now == opening)
                depth++;
            else if (Now == closing)
                depth--;

            if (Now == '"')
                Quoted();
            else if (Now == '\'' && opening != '<')
                at += Ahead(1) == '\\' ? 4 : 3;
            else if (Sees("//") && opening == '{')
                at = After("\n");
            else
                at++;
        } while (at < source.Length && depth > 0);
        return source[from..Math.Min(at, source.Length)];
    }

    private void Quoted()
    {
        if (Sees("\"\"\""))
        {
            at += 3;
            at = After("\"\"\"");
            return;
        }

        var interpolated = at > 0 && source[at - 1] == '$';
        at++;
        while (at < source.Length && Now != '"')
        {
            if (interpolated && Now == '{' && Ahead(1) != '{')
                Balanced('{', '}');
            else
                at += Now == '\\' ? 2 : 1;
        }
        at++;
    }

    private void Code(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            pieces.Add(new RazorPiece(RazorPieceKind.Code, "", text, LineOf(Math.Max(0, at - text.Length))));
    }

    private string Identifier()
    {
        var from = at;
        while (char.IsAsciiLetterOrDigit(Now) || Now == '_')
            at++;
        return source[from..at];
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(Now))
            at++;
    }

    private int After(string end)
    {
        var found = source.IndexOf(end, at, StringComparison.Ordinal);
        return found < 0 ? source.Length : found + end.Length;
    }

    private int LineOf(int position) => source.AsSpan(0, Math.Min(position, source.Length)).Count('\n') + 1;
}
