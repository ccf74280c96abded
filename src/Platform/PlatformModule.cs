using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;

namespace Wuzha.Platform;

/// <summary>平台: the pages, tables, facts and jobs that Platform has of its own: calendar, files, public links, privacy.</summary>
public sealed class PlatformModule : Module
{
    public override void Routes(IEndpointRouteBuilder pages) => pages.MapFrame();

    public override void Tables(ModelBuilder model) { }

    public override void Services(IServiceCollection services) { }

    public override void Facts(FactCatalog facts) { }

    public override void Jobs(JobCatalog jobs) { }

    public override void Menu(Menu menu) { }
}
