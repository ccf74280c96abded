using System.Data;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Tenants;
using Wuzha.Platform.Units;

namespace Wuzha.Platform.Storage;

/// <summary>
/// The one unit of work. Modules put their tables into it through <see cref="Module.Tables"/>; facts recorded with <c>Record</c> are written,
/// posted to the tallies and committed together with the rows by <see cref="SaveChangesAsync(bool, CancellationToken)"/>.
/// </summary>
public sealed class Db(DbContextOptions<Db> options, ModuleList modules, Dialect dialect, FactWriter writer, TimeProvider clock, Signals signals)
    : DbContext(options)
{
    private readonly List<FactEntry> recorded = [];
    private readonly List<BulkRows> many = [];
    private bool savedFacts;
    private bool savedJobs;

    /// <summary>Whose rows this context sees on PostgreSQL, besides what each query says: nobody's until <see cref="ActFor"/>.</summary>
    public string Tenant { get; private set; } = "";

    internal string ModuleNames { get; } = string.Join(' ', modules.All.Select(module => module.GetType().FullName));

    /// <summary>What the two databases say differently.</summary>
    public Dialect Dialect => dialect;

    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitPlacement> UnitPlacements => Set<UnitPlacement>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>From now on this context stands for one tenant. Called where the tenant becomes known: sign-in, a public link, a job.</summary>
    public void ActFor(string tenantId)
    {
        if (tenantId != Tenant && Database.GetDbConnection().State != ConnectionState.Closed)
            throw new InvalidOperationException("The tenant cannot change in the middle of a transaction.");
        Tenant = tenantId;
    }

    /// <summary>The tenant comes from a stranger's address: nothing but a plain code may reach the tenant wall.</summary>
    /// <returns>False when it is no plain code; then this context still stands for nobody.</returns>
    public bool ActForStranger(string tenantId)
    {
        if (!tenantId.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            return false;

        ActFor(tenantId);
        return true;
    }

    /// <summary>For the work of the installation itself: upgrade, verification, move, seeding.</summary>
    public void ActForAll() => ActFor(PostgresTenantWall.EveryTenant);

    /// <summary>Records a fact of now, done by the viewer. Written with the next save, in the same transaction as the rows.</summary>
    /// <returns>The fact's id.</returns>
    public Guid Record(Viewer viewer, Fact fact, Guid campaignId = default, FactSource source = FactSource.Console)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        Record(FactEntry.By(viewer, id, fact, now, campaignId, source));
        return id;
    }

    /// <summary>Records a fact with its whole envelope: imports, jobs, batches from the field.</summary>
    public void Record(FactEntry entry) => recorded.Add(entry);

    /// <summary>
    /// Adds many rows of one table: written with the next save, in the same transaction and behind the rows that are tracked, but not tracked themselves.
    /// For thousands at once, that nobody reads again in this unit of work.
    /// </summary>
    /// <exception cref="InvalidOperationException">The type is no table of the model.</exception>
    public void InsertMany<TRow>(IReadOnlyCollection<TRow> rows)
        where TRow : class
    {
        if (rows.Count > 0)
            many.Add(BulkRows.Of(Model, rows));
    }

    /// <summary>What became of the facts of the last save, in the order they were recorded.</summary>
    public IReadOnlyList<FactOutcome> Outcomes { get; private set; } = [];

    /// <summary>Begins a transaction, or joins the one that is open: for what must stand together whether or not it is part of something greater.</summary>
    public async Task<JoinedTransaction> BeginOrJoin(CancellationToken cancellationToken = default) =>
        Database.CurrentTransaction is { } open
            ? new JoinedTransaction(open, isOwn: false)
            : new JoinedTransaction(await Database.BeginTransactionAsync(cancellationToken), isOwn: true);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Every save is one transaction, also of a single row: SQLite gives turns by transaction, and the loops are woken by a commit.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        savedJobs |= ChangeTracker.Entries<Job>().Any(job => job.State == EntityState.Added);
        savedFacts |= recorded.Count > 0;
        if (recorded.Count == 0 && many.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        var facts = writer.Prepare(recorded);
        await using var transaction = await BeginOrJoin(cancellationToken);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        foreach (var bulk in many)
        {
            await dialect.InsertRows(transaction.Raw, bulk, cancellationToken);
            rows += bulk.Rows.Count;
        }
        Outcomes = await writer.Append(transaction.Raw, facts, cancellationToken);
        // A row changed beside a fact that did not enter would be a change that nobody can account for.
        if (Outcomes.FirstOrDefault(outcome => outcome is not (FactOutcome.Accepted or FactOutcome.AlreadyHad)) is var bad && bad != default)
            throw new DbUpdateConcurrencyException($"A fact recorded beside changed rows was not taken: {bad}.");
        await transaction.Commit(cancellationToken);
        recorded.Clear();
        many.Clear();
        return rows;
    }

    /// <summary>Called by EF's transaction after its commit.</summary>
    internal void Committed()
    {
        if (savedFacts)
            signals.FactsCommitted();
        if (savedJobs)
            signals.JobsCommitted();
        savedFacts = savedJobs = false;
    }

    /// <summary>Everything here is awaited; a save that blocks would also leave the facts out.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlatformTables.Map(modelBuilder);
        foreach (var module in modules.All)
            module.Tables(modelBuilder);
        dialect.Finish(modelBuilder);
    }
}

/// <summary>The modules this process is made of, in the order of their rows.</summary>
public sealed record ModuleList(IReadOnlyList<Module> All);
