using System.Text.RegularExpressions;
using Wuzha.PlanReading.Grammar;

namespace Wuzha.PlanReading.Structure;

/// <summary>The one pass of structure: each line becomes a block of a kind.</summary>
internal sealed partial class BlockReader(string plain)
{
    private static readonly HashSet<string> SectionNames = [.. GrammarFile.Lists("sections").SelectMany(list => list)];

    private bool hasBody;
    private bool inAnnex;
    private string tableMark = "";

    public IReadOnlyList<Block> Read(TextSpan within)
    {
        List<Block> blocks = [.. Lines.Of(plain, within).Select(Classify)];
        for (var i = 1; i < blocks.Count; i++)
            if (blocks[i].Kind == BlockKind.Envelope && DayAlone().IsMatch(Squeeze(blocks[i])))
                Sign(blocks, i);
        return blocks;
    }

    private string Squeeze(Block block) => string.Concat(block.Line.Of(plain).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The short lines over the day are the signature.</summary>
    private void Sign(List<Block> blocks, int day)
    {
        for (var i = day - 1; i >= 0 && i > day - 5; i--)
        {
            if (blocks[i].Kind == BlockKind.Blank)
                continue;
            if (
                blocks[i] is not { Kind: BlockKind.Paragraph, Level: 0 }
                || blocks[i].Body.Length > 40
                || plain.AsSpan(blocks[i].Body.Start, blocks[i].Body.Length).IndexOfAny('。', '；', '，') >= 0
            )
                return;
            blocks[i].Kind = BlockKind.Envelope;
        }
    }

    private Block Classify(TextSpan line)
    {
        var words = Lines.Trim(plain, line);
        var block = new Block(line) { Body = words };
        if (words.Length == 0 || Rule().IsMatch(words.Of(plain)))
        {
            block.Kind = BlockKind.Blank;
            return block;
        }
        var text = words.Of(plain);
        if (Table(block, text) || Member(block, text) || Annexes(block, text) || Head(block, line) || Around(block, text))
            return block;
        hasBody |= text.Contains('。', StringComparison.Ordinal);
        return block;
    }

    /// <summary>Cells stand between tabs or bars; a row of names is a head.</summary>
    private bool Table(Block block, string text)
    {
        var mark =
            text.Count(c => c == '\t') >= 2 ? "\t"
            : text.Count(c => c == '|') >= 2 ? "|"
            : "";
        if (mark == "" || Member().IsMatch(text))
        {
            tableMark = "";
            return false;
        }
        var isHead = TableHead().Count(text) >= 2 && !text.Contains('。', StringComparison.Ordinal);
        block.Kind = isHead ? BlockKind.TableHead : BlockKind.TableRow;
        if (!isHead && tableMark == "")
            block.Kind = BlockKind.Paragraph;
        if (isHead)
            tableMark = mark;
        return block.Kind != BlockKind.Paragraph;
    }

    private static bool Member(Block block, string text)
    {
        if (!Member().IsMatch(text) && !NameAndPost().IsMatch(text))
            return false;
        block.Kind = BlockKind.GroupMember;
        return true;
    }

    private bool Annexes(Block block, string text)
    {
        if (Annex().IsMatch(text))
            inAnnex = true;
        else if (inAnnex && Numbering.At(plain, block.Line) is not { Level: >= 3 } || text.Contains('。', StringComparison.Ordinal))
            inAnnex = false;
        if (inAnnex)
            block.Kind = BlockKind.Annex;
        return inAnnex;
    }

    private bool Head(Block block, TextSpan line)
    {
        if (Numbering.At(plain, line) is { } number)
        {
            block.Level = number.Level;
            block.Body = Lines.Trim(plain, new TextSpan(number.WordsAt, line.End));
            if (HeadingReader.Read(plain, number, line) is not { } read)
                return false;
            (block.Heading, block.Body, block.Kind) = (read.Heading, Lines.Trim(plain, read.Body), BlockKind.Heading);
            hasBody |= block.Level <= 2;
            return true;
        }
        return Named(block);
    }

    /// <summary>工作目标 without a number, 镇文化站：负责…</summary>
    private bool Named(Block block)
    {
        var text = block.Body.Of(plain).Replace(" ", "", StringComparison.Ordinal).TrimEnd('：');
        if (SectionNames.Contains(text))
        {
            (block.Heading, block.Kind, block.Level) = (block.Body, BlockKind.Heading, 1);
            block.Body = new TextSpan(block.Body.End, block.Body.End);
            return hasBody = true;
        }
        return false;
    }

    /// <summary>Number, authority, addressee, signature and day: short lines without a full stop before the text begins or after it ends.</summary>
    private bool Around(Block block, string text)
    {
        var isShort = text.Length <= 60 && text.IndexOfAny(['。', '；']) < 0;
        if (!isShort || block.Level > 0)
            return false;
        if (
            !hasBody && text.Length <= 60
            || DayAlone().IsMatch(text)
            || DocNumber().IsMatch(text)
            || Imprint().IsMatch(text)
            || Title().IsMatch(text)
        )
        {
            block.Kind = BlockKind.Envelope;
            return true;
        }
        return false;
    }

    [GeneratedRegex("^[—_=*·.…\\s]{3,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(
        "责任单位|责任部门|牵头单位|牵头部门|责任人|完成时限|完成时间|时间|任务|工作内容|措施|序号|频次|要求|配合单位|内容|项目",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex TableHead();

    [GeneratedRegex(
        "^ *(第一|常务|执行|总|副)?(副)? *(组 *长|总 *指 *挥|指 *挥 *长|成 *员|主 *任|召 *集 *人|工 *作 *人 *员|办公室主任|办公室成员) *：",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Member();

    /// <summary>A name of two to four characters, space, a post.</summary>
    [GeneratedRegex("^[\u4e00-\u9fff]( {1,4}[\u4e00-\u9fff]|[\u4e00-\u9fff]{1,3})[ \t]{2,}[^。；，]{2,40}$", RegexOptions.NonBacktracking)]
    private static partial Regex NameAndPost();

    [GeneratedRegex("^附 *件 *[0-9一二三四五六七八九十]*( *：|$| )", RegexOptions.NonBacktracking)]
    private static partial Regex Annex();

    [GeneratedRegex("^(二〇|[0-9]{4}|X{2,4}|[0-9]{2}X{2}).{0,3}年.{1,3}月.{1,3}日(印发)?$", RegexOptions.NonBacktracking)]
    private static partial Regex DayAlone();

    [GeneratedRegex("〔 *[0-9]{4} *〕 *第?[0-9]+ *号$", RegexOptions.NonBacktracking)]
    private static partial Regex DocNumber();

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日 *印发?$", RegexOptions.NonBacktracking)]
    private static partial Regex Imprint();

    [GeneratedRegex("(方 *案|实施细则|工作计划|的通知|实施意见)(（试行）)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Title();
}
