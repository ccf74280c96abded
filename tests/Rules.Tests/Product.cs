using System.Reflection;
using Wuzha.Web;

namespace Wuzha.Rules.Tests;

/// <summary>The assemblies of the product and the row each module stands in.</summary>
internal static class Product
{
    /// <summary>What may import what: downwards only, never within a row. Platform and PlanReading lie below all and are open to all.</summary>
    public static readonly IReadOnlyDictionary<string, int> Rows = new Dictionary<string, int>
    {
        ["Wuzha.Platform"] = 0,
        ["Wuzha.PlanReading"] = 0,
        ["Wuzha.Organisation"] = 1,
        ["Wuzha.Materials"] = 2,
        ["Wuzha.Guard"] = 2,
        ["Wuzha.Messaging"] = 3,
        ["Wuzha.Households"] = 4,
        ["Wuzha.Directives"] = 4,
        ["Wuzha.Letters"] = 4,
        ["Wuzha.Gatherings"] = 4,
        ["Wuzha.Displays"] = 4,
        ["Wuzha.Incidents"] = 4,
        ["Wuzha.Banks"] = 4,
        ["Wuzha.Awareness"] = 4,
        ["Wuzha.Persuasions"] = 4,
        ["Wuzha.Duties"] = 5,
        ["Wuzha.Supervision"] = 5,
        ["Wuzha.Clues"] = 5,
        ["Wuzha.Plans"] = 6,
        ["Wuzha.Assessment"] = 6,
        ["Wuzha.Reports"] = 7,
    };

    public static readonly Assembly Platform = typeof(Platform.Module).Assembly;

    public static readonly Assembly Web = typeof(Modules).Assembly;

    public static IReadOnlyList<Assembly> ModuleAssemblies =>
        [.. Modules.All.All.Select(module => module.GetType().Assembly).Where(a => a != Platform).Distinct()];

    public static IReadOnlyList<Assembly> Assemblies => [Platform, typeof(PlanReading.PlanReader).Assembly, .. ModuleAssemblies, Web];

    public static string NameOf(Assembly assembly) => assembly.GetName().Name!;

    /// <summary>What stands before the dot in the module's refusals, acts, facts and measures.</summary>
    public static string Prefix(Assembly assembly) => NameOf(assembly).Split('.')[^1].ToLowerInvariant();
}
