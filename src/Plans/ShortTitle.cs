using System.Text.RegularExpressions;

namespace Wuzha.Plans;

/// <summary>A short title for a duty out of its sentence: verb and object, without who, how often and until when, which stand in fields of their own.</summary>
internal static partial class ShortTitle
{
    private const int Shortest = 4;

    public static string Of(string sentence, IReadOnlyList<string> units)
    {
        var pieces = Pieces(sentence, units);
        var title = pieces.FirstOrDefault(IsAct) ?? pieces.OrderByDescending(piece => piece.Length).FirstOrDefault() ?? "";
        return Cut(title.Length == 0 ? "（没有文字）" : title);
    }

    /// <summary>The first act in the sentence that passes; null when none does.</summary>
    public static string? Of(string sentence, IReadOnlyList<string> units, Func<string, bool> passes) =>
        Pieces(sentence, units).FirstOrDefault(piece => IsAct(piece) && passes(piece)) is { } title ? Cut(title) : null;

    private static List<string> Pieces(string sentence, IReadOnlyList<string> units)
    {
        var doers = units.Select(Plain).Where(unit => unit.Length > 0).ToList();
        return [.. Marks().Split(Plain(sentence)).Select(piece => Bare(piece, doers)).Where(piece => piece.Length > 0)];
    }

    private static bool IsAct(string piece) => piece.Length >= Shortest && !Leading().IsMatch(piece);

    private static string Cut(string title) => title.Length <= Proposal.TitleLength ? title : title[..(Proposal.TitleLength - 1)] + "…";

    private static string Plain(string text) => Brackets().Replace(White().Replace(text, ""), "");

    /// <summary>A clause without its number, its doer, its time and the words that only urge.</summary>
    private static string Bare(string piece, IReadOnlyList<string> units)
    {
        for (var before = ""; piece != before; )
        {
            before = piece;
            piece = piece.TrimStart('、', '，', '：');
            piece = Front().Replace(piece, "", 1);
            foreach (var unit in units)
                if (piece.Length > unit.Length && piece.StartsWith(unit, StringComparison.Ordinal))
                    piece = piece[unit.Length..];
        }
        return piece.Trim('、', '，', '：', ' ');
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex White();

    [GeneratedRegex("[（(][^（()）]*[）)]")]
    private static partial Regex Brackets();

    [GeneratedRegex("[，。；：！？,;:!?]")]
    private static partial Regex Marks();

    /// <summary>What only leads to the act: its means, its occasion, its ground.</summary>
    [GeneratedRegex("^(通过|利用|结合|围绕|以|为|为了|在|根据|按照|针对|对照|依托|借助|采取|运用|充分|对|凡|如|若)")]
    private static partial Regex Leading();

    [GeneratedRegex(
        "^([一二三四五六七八九十]+是|[一二三四五六七八九十]+要|第[一二三四五六七八九十]+|[0-9０-９一二三四五六七八九十]{1,3}[.．、]|[①-⑳]"
            + "|[于在]?(20[0-9]{2}年)?[0-9]{1,2}月([0-9]{1,2}[日号]|底|上旬|中旬|下旬)?(之前|以前|前|起)?|[0-9]{1,2}日前|年底前|即日起"
            + "|每个?(月|周|季度|学期|年|天|日|半月|半年)(底前|底|末|[0-9]{1,2}[日号]前)?(至少|不少于)?|至少|定期|不定期|及时|积极|认真|主动|广泛|深入|大力|切实|进一步|全面|充分|同时|并且|并|还要|还应|且"
            + "|应当|必须|务必|应(?![急用对])|要(?![求点闻害])|须(?!知)|需(?!求)|由|将|负责|和(?![谐平])|及(?!时)|与(?!会)|也|均(?!衡)|都(?!市))"
    )]
    private static partial Regex Front();
}
