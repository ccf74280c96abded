using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;

namespace Wuzha.Platform;

/// <summary>One module of the monolith: read its overrides first, they are its table of contents.</summary>
public abstract class Module
{
    /// <summary>The module's pages and forms, each with the act it needs.</summary>
    public virtual void Routes(Pages pages) { }

    /// <summary>The module's own tables. Nobody else may name them.</summary>
    public virtual void Tables(ModelBuilder model) { }

    /// <summary>Services that live longer than a request. Actions are static and need none.</summary>
    public virtual void Services(IServiceCollection services) { }

    /// <summary>The facts this module records and the measures each of them posts.</summary>
    public virtual void Facts(FactCatalog facts) { }

    /// <summary>Facts of this and lower modules that it listens to.</summary>
    public virtual void Subscriptions(Listeners listeners) { }

    /// <summary>Background work: kinds of jobs and recurring ones.</summary>
    public virtual void Jobs(JobCatalog jobs) { }

    /// <summary>Entries of the left column.</summary>
    public virtual void Menu(Menu menu) { }

    /// <summary>What the module puts on everyone's first page (今天): things to do now, things one waits for, things that changed.</summary>
    public virtual void Home(HomeBoard home) { }
}
