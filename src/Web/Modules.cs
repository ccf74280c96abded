using Wuzha.Directives;
using Wuzha.Duties;
using Wuzha.Guard;
using Wuzha.Messaging;
using Wuzha.Organisation;
using Wuzha.Plans;
using Wuzha.Platform;
using Wuzha.Platform.Storage;
using Wuzha.Reports;

namespace Wuzha.Web;

/// <summary>What this process is made of, lowest row first.</summary>
internal static class Modules
{
    public static readonly ModuleList All = new([
        new PlatformModule(),
        new OrganisationModule(),
        new GuardModule(),
        new MessagingModule(),
        new DirectivesModule(),
        new DutiesModule(),
        new PlansModule(),
        new ReportsModule(),
    ]);
}
