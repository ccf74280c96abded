using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wuzha.Platform.Audit;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;

namespace Wuzha.Platform.Storage;

/// <summary>Everything that keeps and delivers data, as the host, the command line and the tests start it.</summary>
public static class StorageServices
{
    /// <summary>Registers the storage of these modules. The clock is taken from the services; the system's when there is none.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, WuzhaOptions options, ModuleList modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(modules);
        services.AddSingleton(_ => Dialect.For(options));
        services.AddSingleton(_ => new FactCatalog(modules.All));
        services.AddSingleton(_ => new Listeners(modules.All));
        services.AddSingleton(_ => new JobCatalog(modules.All));
        services.AddSingleton<Signals>();
        services.AddSingleton<FactWriter>();
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<FactDelivery>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<AuditSealer>();
        services.AddDbContext<Db>((provider, db) => provider.GetRequiredService<Dialect>().Configure(db, provider.GetServices<IInterceptor>()));
        return services;
    }

    /// <summary>The loops that run as long as the host does. The write queue starts first and stops last; without <paramref name="background"/> it is the only one.</summary>
    public static IServiceCollection AddStorageLoops(this IServiceCollection services, bool background)
    {
        services.AddHostedService(provider => provider.GetRequiredService<WriteQueue>());
        if (!background)
            return services;

        services.AddHostedService<SignalRelay>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditSealer>());
        services.AddHostedService(provider => provider.GetRequiredService<FactDelivery>());
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        return services;
    }
}
