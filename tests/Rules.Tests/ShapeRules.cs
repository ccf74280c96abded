using System.Reflection;
using System.Runtime.CompilerServices;
using Wuzha.Platform.Facts;

namespace Wuzha.Rules.Tests;

/// <summary>What types may be called and look like.</summary>
internal static class ShapeRules
{
    /// <summary>Endings that name no concept.</summary>
    private static readonly string[] Endings =
    [
        "Manager",
        "Helper",
        "Helpers",
        "Service",
        "Util",
        "Utils",
        "Utility",
        "Common",
        "Base",
        "Impl",
        "Wrapper",
        "Processor",
        "Handler",
        "Dto",
        "Data",
        "Info",
        "Controller",
        "Repository",
        "Mapper",
        "Factory",
        "Extensions",
        "Entity",
        "Model",
        "Event",
    ];

    /// <summary>A fact's payload holds ids, numbers, keys and hashes. Strings with these names would be words about somebody.</summary>
    private static readonly string[] Words =
    [
        "Name",
        "Phone",
        "Address",
        "Text",
        "Note",
        "Remark",
        "Reason",
        "Title",
        "Content",
        "Sentence",
        "Signature",
        "Comment",
        "Person",
        "Mobile",
    ];

    public static IEnumerable<string> Names(Assembly assembly) =>
        from type in Own(assembly)
        from ending in Endings
        where Plain(type).EndsWith(ending, StringComparison.Ordinal)
        // A type that the framework wants derived keeps the framework's word.
        where type.BaseType is not { } foreign || foreign == typeof(object) || !foreign.Name.EndsWith(Plain(type), StringComparison.Ordinal)
        select $"{type.FullName} ends in {ending}";

    /// <summary>Everything is asynchronous here, so the ending says nothing. What overrides the framework, or is found by it by name, keeps its name.</summary>
    public static IEnumerable<string> AsyncSuffix(Assembly assembly) =>
        from type in Own(assembly)
        from method in type.GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
        )
        where method.Name.EndsWith("Async", StringComparison.Ordinal) && !method.Name.Contains('.', StringComparison.Ordinal)
        where method.Name != "BindAsync" && method.GetBaseDefinition() == method && !ImplementsForeign(type, method)
        select $"{type.FullName}.{method.Name}";

    /// <summary>An interface earns its place by two implementations.</summary>
    public static IEnumerable<string> Interfaces(IReadOnlyCollection<Assembly> assemblies)
    {
        var types = assemblies.SelectMany(Own).ToList();
        return from type in types
            where type.IsInterface
            let count = types.Count(other =>
                !other.IsInterface && other.GetInterfaces().Any(i => (i.IsGenericType ? i.GetGenericTypeDefinition() : i) == type)
            )
            where count < 2
            select $"{type.FullName} has {count} implementations";
    }

    public static IEnumerable<string> FactPayloads(Assembly assembly) =>
        from type in Own(assembly)
        where typeof(Fact).IsAssignableFrom(type) && !type.IsAbstract
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.PropertyType == typeof(string) && Words.Any(word => property.Name.EndsWith(word, StringComparison.Ordinal))
        select $"{type.FullName}.{property.Name} may hold words about somebody";

    private static IEnumerable<Type> Own(Assembly assembly) =>
        assembly
            .GetTypes()
            .Where(type =>
                !type.IsDefined(typeof(CompilerGeneratedAttribute))
                && !type.Name.Contains('<', StringComparison.Ordinal)
                && type.Namespace?.StartsWith("Wuzha.", StringComparison.Ordinal) == true
            );

    private static string Plain(Type type) => type.Name.Split('`')[0];

    private static bool ImplementsForeign(Type type, MethodInfo method) =>
        !type.IsInterface && type.GetInterfaces().Any(i => type.GetInterfaceMap(i).TargetMethods.Contains(method));
}
