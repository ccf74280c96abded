namespace Wuzha.Platform.Imports;

/// <summary>What came of a file that was taken in without a preview.</summary>
/// <param name="Faults">What is wrong, by row and column; when there is any, nothing was written.</param>
public sealed record ImportOutcome(int New, int Changed, int Same, IReadOnlyList<string> Faults);

/// <summary>Takes in a whole file where nobody looks at a preview: the first set-up.</summary>
public static class ImportAtOnce
{
    /// <summary>Weighs the file and writes it if every row is right, in the caller's transaction.</summary>
    public static async Task<ImportOutcome> TakeIn<TRow>(this ImportPlan<TRow> plan, ImportContext context, byte[] file)
    {
        if (!(await ImportReading<TRow>.Of(plan, context, file)).Is(out var reading, out var refusal))
            return Faulty([refusal.Message]);
        if (reading.Wrong)
            return Faulty([.. reading.Found.Problems, .. reading.Lines.SelectMany(line => line.Errors).Select(error => error.Whole)]);

        var rows = reading.Rows;
        var outcome = new ImportOutcome(rows.New.Count(), rows.Changed.Count(), rows.All.Count(row => row.Verdict == ImportVerdict.Same), []);
        await plan.Apply(context, rows);
        await context.Db.SaveChangesAsync();
        return outcome;
    }

    private static ImportOutcome Faulty(IReadOnlyList<string> faults) => new(0, 0, 0, faults);
}
