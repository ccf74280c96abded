using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Storage;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Platform.Tests.Storage;

public sealed class WorkingModule(bool recurs = false) : Module
{
    public List<string> Done { get; } = [];
    public bool Broken { get; set; }

    public override void Jobs(JobCatalog jobs)
    {
        jobs.Add("working.write", Work);
        if (recurs)
            jobs.AddRecurring("working.nightly", TimeSpan.FromDays(1), Work);
    }

    private Task Work(IServiceProvider services, Db db, JobRun job)
    {
        if (Broken)
            throw new InvalidOperationException("The printer is off.");
        lock (Done)
            Done.Add(job.Payload);
        return Task.CompletedTask;
    }
}

public sealed class JobRunnerTests
{
    [Theory, EveryDatabase]
    public async Task A_job_runs_once_when_it_is_due(DatabaseKind kind)
    {
        var module = new WorkingModule();
        await using var database = await Counting.Create(kind, module);
        var runner = database.Services.GetRequiredService<JobRunner>();
        await Enqueue(database, "now");
        await Enqueue(database, "later", database.Clock.Now.AddHours(1));

        await runner.RunDue();
        Assert.Equal(["now"], module.Done);

        database.Clock.Advance(TimeSpan.FromHours(1));
        await runner.RunDue();
        await runner.RunDue();
        Assert.Equal(["now", "later"], module.Done);
    }

    [Theory, EveryDatabase]
    public async Task A_job_of_a_rolled_back_transaction_does_not_exist(DatabaseKind kind)
    {
        var module = new WorkingModule();
        await using var database = await Counting.Create(kind, module);
        await using (var db = database.Open())
        await using (await db.Database.BeginTransactionAsync())
        {
            db.Enqueue(Counting.Tenant, "working.write", "never", database.Clock.Now);
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await database.Services.GetRequiredService<JobRunner>().RunDue());
    }

    [Theory, EveryDatabase]
    public async Task A_failing_job_is_tried_with_growing_pauses_and_stops_after_five(DatabaseKind kind)
    {
        var module = new WorkingModule { Broken = true };
        await using var database = await Counting.Create(kind, module);
        var runner = database.Services.GetRequiredService<JobRunner>();
        await Enqueue(database, "letter");

        var pauses = new List<TimeSpan>();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            Assert.Equal(1, await runner.RunDue());
            await using var db = database.Open();
            var job = await db.Set<Job>().AsNoTracking().SingleAsync();
            Assert.Equal((attempt, "The printer is off."), (job.Attempts, job.Error));
            pauses.Add(job.DueAt - database.Clock.Now);
            if (attempt < 5)
                database.Clock.Set(job.DueAt);
        }

        Assert.Equal(pauses.Take(4).Order(), pauses.Take(4));
        database.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await runner.RunDue());
        await using var after = database.Open();
        Assert.Equal("letter", (await JobQueue.Stopped(after, Counting.Tenant).SingleAsync()).Payload);
    }

    [Theory, EveryDatabase]
    public async Task A_stopped_job_runs_again_when_the_operator_says_so(DatabaseKind kind)
    {
        var module = new WorkingModule { Broken = true };
        await using var database = await Counting.Create(kind, module);
        var runner = database.Services.GetRequiredService<JobRunner>();
        var id = await Enqueue(database, "letter");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await runner.RunDue();
            database.Clock.Advance(TimeSpan.FromHours(1));
        }

        module.Broken = false;
        await using (var db = database.Open())
        {
            Assert.False(await JobQueue.Retry(db, "baishan", id, database.Clock.Now));
            Assert.True(await JobQueue.Retry(db, Counting.Tenant, id, database.Clock.Now));
        }
        await runner.RunDue();

        Assert.Equal(["letter"], module.Done);
    }

    [Theory, EveryDatabase]
    public async Task A_recurring_job_comes_round_and_survives_failures(DatabaseKind kind)
    {
        var module = new WorkingModule(recurs: true);
        await using var database = await Counting.Create(kind, module);
        var runner = database.Services.GetRequiredService<JobRunner>();

        Assert.Equal(1, await runner.RunDue());
        Assert.Equal(0, await runner.RunDue());
        database.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await runner.RunDue());

        module.Broken = true;
        database.Clock.Advance(TimeSpan.FromDays(1));
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await runner.RunDue();
            database.Clock.Advance(TimeSpan.FromHours(1));
        }
        module.Broken = false;
        database.Clock.Advance(TimeSpan.FromDays(1));
        await runner.RunDue();
        Assert.Equal(3, module.Done.Count);
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_run_each_job_once(DatabaseKind kind)
    {
        var module = new WorkingModule(recurs: true);
        await using var database = await Counting.Create(kind, module);
        for (var i = 0; i < 60; i++)
            await Enqueue(database, $"{i}");
        var second = ActivatorUtilities.CreateInstance<JobRunner>(database.Services);

        await Task.WhenAll(Task.Run(() => database.Services.GetRequiredService<JobRunner>().RunDue()), Task.Run(() => second.RunDue()));

        Assert.Equal(61, module.Done.Count);
        Assert.Equal(61, module.Done.Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task A_job_whose_process_died_is_taken_over(DatabaseKind kind)
    {
        var module = new WorkingModule();
        await using var database = await Counting.Create(kind, module);
        await Enqueue(database, "letter");
        await using (var db = database.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            var now = database.Clock.Now;
            Assert.Single(await db.Dialect.ClaimNext(db, Counting.Tenant, now, now.AddMinutes(5), 20));
            await transaction.CommitAsync();
        }

        var runner = database.Services.GetRequiredService<JobRunner>();
        Assert.Equal(0, await runner.RunDue());
        database.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await runner.RunDue());
    }

    private static async Task<Guid> Enqueue(TestDatabase database, string payload, DateTime? dueAt = null)
    {
        await using var db = database.Open();
        var id = db.Enqueue(Counting.Tenant, "working.write", payload, database.Clock.Now, dueAt);
        await db.SaveChangesAsync();
        return id;
    }
}
