using System.Reflection;
using System.Text.RegularExpressions;
using Wuzha.Platform;
using Wuzha.Support;

namespace Wuzha.Rules.Tests;

/// <summary>Every expected 'no' has one stable code and one sentence that says what is wrong and what to do.</summary>
internal static partial class RefusalRules
{
    public static IReadOnlyList<(Assembly Assembly, FieldInfo Field, Refusal Refusal)> All(IEnumerable<Assembly> assemblies) =>
        [
            .. from assembly in assemblies
            from type in assembly.GetTypes()
            where !type.ContainsGenericParameters
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where field.FieldType == typeof(Refusal)
            let refusal = (Refusal)field.GetValue(null)!
            orderby refusal.Code, field.Name
            select (assembly, field, refusal),
        ];

    public static IEnumerable<string> Breaches(IReadOnlyCollection<Assembly> assemblies)
    {
        var all = All(assemblies);
        foreach (var twice in all.GroupBy(found => found.Refusal.Code).Where(group => group.Count() > 1))
            yield return $"{twice.Key} stands for {twice.Count()} refusals";
        foreach (var (assembly, field, refusal) in all)
        {
            var name = $"{field.DeclaringType!.Name}.{field.Name}";
            if (
                !Code().IsMatch(refusal.Code)
                || !Prefixes(assembly, field).Contains(refusal.Code[..refusal.Code.IndexOf('.', StringComparison.Ordinal)])
            )
                yield return $"{name}: the code {refusal.Code} is not {Product.Prefix(assembly)}.reason-in-words";
            if (refusal.Status is < 400 or > 499)
                yield return $"{name}: status {refusal.Status}";
            if (!refusal.Message.EndsWith('。'))
                yield return $"{name}: the sentence does not end with 。";
            foreach (var fault in Chinese.Faults(refusal.Message))
                yield return $"{name}: {fault}";
        }
    }

    /// <summary>The module's own word; a part of Platform that all modules use may say its folder instead: sheets, imports.</summary>
    private static string[] Prefixes(Assembly assembly, FieldInfo field) =>
        assembly == typeof(Refusal).Assembly
            ? [Product.Prefix(assembly), field.DeclaringType!.Namespace!.Split('.')[^1].ToLowerInvariant()]
            : [Product.Prefix(assembly)];

    [GeneratedRegex("^[a-z]+(\\.[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex Code();
}
