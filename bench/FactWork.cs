namespace Wuzha.Bench;

/// <summary>Durable facts with two postings each, by 16 callers who wait for their answer: one by one, and in batches of 50.</summary>
internal static class FactWork
{
    private const double Goal = 0.50;
    private const int Callers = 16;

    public static async Task Run(TimeSpan time)
    {
        if (Places.Server is not null)
        {
            var options = await Places.Postgres("facts");
            var engine = new PostgresEngine(options.Postgres!, options.DataFolder);
            await using var ours = await Ours.On(options);
            await engine.Prepare();
            await Ratio.Print("facts-postgres", Goal, () => engine.Append(1, time), () => ours.Append(Callers, 1, time));
            await Ratio.Print("facts-postgres-x50", Goal, () => engine.Append(50, time), () => ours.Append(Callers, 50, time));
        }

        var sqlite = Places.Sqlite("facts-sqlite");
        using var bare = new SqliteEngine(Path.Combine(sqlite.DataFolder, "engine.db"));
        await using var mine = await Ours.On(sqlite);
        await Ratio.Print("facts-sqlite", Goal, () => bare.Append(Callers, time), () => mine.Append(Callers, 1, time));
        await Ratio.Print("facts-sqlite-x50", Goal, () => bare.Append(50, time), () => mine.Append(Callers, 50, time));
    }
}
