using Wuzha.Platform.Forms;

namespace Wuzha.Platform.Imports;

/// <summary>What the register says of a row.</summary>
public enum ImportVerdict
{
    New,
    Changed,
    Same,
    Wrong,
}

/// <summary>One row of the file with its types, and what is to become of it.</summary>
public sealed class ImportRow<TRow>
{
    private ImportVerdict decided = ImportVerdict.New;

    internal ImportRow(ImportLine line, TRow value) => (Line, Value) = (line, value);

    public TRow Value { get; }

    /// <summary>The cells as typed.</summary>
    public ImportLine Line { get; }

    /// <summary>Row number as Excel shows it.</summary>
    public int Number => Line.Number;

    public ImportVerdict Verdict => Line.Errors.Count > 0 ? ImportVerdict.Wrong : decided;

    /// <summary>What would change, in words.</summary>
    public string Changes { get; private set; } = "";

    /// <summary>Not in the register yet.</summary>
    public void New() => decided = ImportVerdict.New;

    /// <summary>In the register, otherwise.</summary>
    /// <param name="what">What changes, for the preview: 人口数 1150 → 1200.</param>
    public void Change(string what) => (decided, Changes) = (ImportVerdict.Changed, what);

    /// <summary>In the register exactly so.</summary>
    public void Same() => decided = ImportVerdict.Same;

    /// <summary>The cell of <paramref name="field"/> cannot be taken: one sentence, without row and column, which are put before it.</summary>
    public void Wrong(Field field, string sentence) => Line.Fail(field, sentence);
}

/// <summary>The rows whose cells are right.</summary>
public sealed class ImportRows<TRow>
{
    private readonly List<string> remarks = [];

    internal ImportRows(IReadOnlyList<ImportRow<TRow>> rows, IReadOnlyList<ImportRow<TRow>> wrong) => (All, Wrong) = (rows, wrong);

    public IReadOnlyList<ImportRow<TRow>> All { get; }

    /// <summary>
    /// Rows with a wrong cell: that cell's value is missing, whatever its type says. Weigh what can be read of them, so that one preview names all faults.
    /// </summary>
    public IReadOnlyList<ImportRow<TRow>> Wrong { get; }

    public IEnumerable<ImportRow<TRow>> New => All.Where(row => row.Verdict == ImportVerdict.New);

    public IEnumerable<ImportRow<TRow>> Changed => All.Where(row => row.Verdict == ImportVerdict.Changed);

    /// <summary>Sentences for the preview that concern the whole: 名册里有 3 个村不在这份表中，保持不变。</summary>
    public IReadOnlyList<string> Remarks => remarks;

    public void Remark(string sentence) => remarks.Add(sentence);

    /// <summary>Marks rows whose key stands further up in the file.</summary>
    public void OnlyOnce<TKey>(Field field, Func<TRow, TKey> key)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, ImportRow<TRow>>();
        foreach (var row in All.Where(row => row.Verdict != ImportVerdict.Wrong))
            if (!first.TryAdd(key(row.Value), row))
                row.Wrong(field, $"“{row.Line.Typed(field)}”与{first[key(row.Value)].Line.Place}重复，请删去一行或改正。");
    }
}
