namespace Wuzha.PlanReading.Structure;

internal enum BlockKind
{
    Blank,

    /// <summary>Title, number, authority, addressee, signature, day: what stands around the plan.</summary>
    Envelope,
    Heading,
    Paragraph,
    TableHead,
    TableRow,

    /// <summary>组长：…, names in columns.</summary>
    GroupMember,
    Annex,
}

/// <summary>One line of the text with its line end; all blocks together are the text.</summary>
internal sealed record Block(TextSpan Line)
{
    public BlockKind Kind { get; set; } = BlockKind.Paragraph;

    /// <summary>Level of the number at its head; 0 without one.</summary>
    public int Level { get; set; }

    /// <summary>The words of the heading.</summary>
    public TextSpan? Heading { get; set; }

    /// <summary>What follows the number and the heading.</summary>
    public TextSpan Body { get; set; }
}
