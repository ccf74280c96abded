using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Jobs;

/// <summary>One kind of background work; <paramref name="Run"/> gets the job's tenant and payload, and may run again after a crash.</summary>
/// <param name="Every">Null for work that is asked for; otherwise it comes round by itself for each tenant.</param>
public sealed record JobKind(string Key, TimeSpan? Every, Func<IServiceProvider, Db, JobRun, Task> Run);

/// <summary>A claimed job.</summary>
public sealed record JobRun(string TenantId, Guid Id, string Payload, int Attempt);

/// <summary>All kinds of jobs of all modules.</summary>
public sealed class JobCatalog
{
    private readonly Dictionary<string, JobKind> kinds = [];

    public JobCatalog(IEnumerable<Module> modules)
    {
        foreach (var module in modules)
            module.Jobs(this);
    }

    public IEnumerable<JobKind> Kinds => kinds.Values;

    public void Add(string key, Func<IServiceProvider, Db, JobRun, Task> run) => kinds.Add(key, new JobKind(key, null, run));

    public void AddRecurring(string key, TimeSpan every, Func<IServiceProvider, Db, JobRun, Task> run) =>
        kinds.Add(key, new JobKind(key, every, run));

    public JobKind? Find(string key) => kinds.GetValueOrDefault(key);
}
