using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Wuzha.Rules.Tests;

/// <summary>Modules talk downwards, through exports and facts, and touch only their own tables.</summary>
internal static partial class BoundaryRules
{
    /// <summary>Tables of Platform that any module's SQL may join.</summary>
    public static readonly IReadOnlySet<string> SharedTables = new HashSet<string>
    {
        "tenants",
        "units",
        "unit_placements",
        "people",
        "appointments",
        "accounts",
        "facts",
        "tallies",
    };

    /// <summary>Exact, because the compiler writes these rows. Its one blind spot is a constant, see <see cref="PublicConstants"/>.</summary>
    public static IEnumerable<string> Types(Assembly assembly, int ownRow, IReadOnlyDictionary<string, int> rows)
    {
        var own = Product.NameOf(assembly);
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            if (type.ResolutionScope.Kind != HandleKind.AssemblyReference)
                continue;

            var home = metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
            var space = metadata.GetString(type.Namespace);
            if (home == own || !home.StartsWith("Wuzha.", StringComparison.Ordinal) && home != "wuzha")
                continue;

            var openToAll = rows.TryGetValue(home, out var row) && row == 0;
            if (!openToAll && (row >= ownRow || space != home + ".Exports"))
                yield return $"{own} -> {space}.{metadata.GetString(type.Name)}";
        }
    }

    /// <summary>No SQL of one module names a table of another.</summary>
    /// <param name="owners">Table → name of the assembly that owns it.</param>
    public static IEnumerable<string> Tables(Assembly assembly, IReadOnlyDictionary<string, string> owners)
    {
        var own = Product.NameOf(assembly);
        return from literal in Literals(assembly)
            where SqlWord().IsMatch(literal)
            from word in Word().Matches(literal).Select(match => match.Value).Distinct()
            where owners.TryGetValue(word, out var owner) && owner != own && !SharedTables.Contains(word)
            select $"{own} names {word} of {owners[word]}: {literal.Trim()}";
    }

    /// <summary>What two databases would answer differently has no place in SQL that is written once.</summary>
    public static IEnumerable<string> Sql(Assembly assembly) =>
        from literal in Literals(assembly)
        where SqlWord().IsMatch(literal)
        from word in DivergingSql().Matches(literal)
        select $"{Product.NameOf(assembly)} says '{word.Value.Trim()}': {literal.Trim()}";

    /// <summary>An export may show only other exports, types of Platform and of the framework; never a query or a domain class.</summary>
    public static IEnumerable<string> Exports(Assembly assembly)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in assembly.GetExportedTypes().Where(IsExport))
        {
            var shown = type.GetMembers(Declared)
                .SelectMany(member =>
                    member switch
                    {
                        MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType),
                        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
                        FieldInfo field => [field.FieldType],
                        PropertyInfo property => [property.PropertyType],
                        _ => [],
                    }
                )
                .Append(type.BaseType ?? typeof(object))
                .SelectMany(Parts)
                .Distinct();
            foreach (var part in shown)
            {
                if (part.Assembly == assembly && !IsExport(part))
                    yield return $"{type.FullName} shows {part.FullName}, which is no export";
                if (part.Name is "IQueryable`1" or "IQueryable" or "DbSet`1")
                    yield return $"{type.FullName} shows a {part.Name}";
            }
        }
    }

    /// <summary>A constant is copied into whoever names it, so the walk over type references cannot see it: only exports may hold public ones.</summary>
    public static IEnumerable<string> PublicConstants(Assembly assembly) =>
        from type in assembly.GetTypes()
        where !IsExport(type) && !type.IsEnum && !typeof(IComponent).IsAssignableFrom(type)
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where field.IsLiteral && type.IsVisible
        select $"{type.FullName}.{field.Name}";

    private static bool IsExport(Type type) => type.Namespace == Product.NameOf(type.Assembly) + ".Exports";

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    /// <summary>Every string the compiler wrote down, also the pieces of interpolated ones.</summary>
    public static IEnumerable<string> Literals(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        // Offset 0 is the empty string that every heap begins with.
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            yield return metadata.GetUserString(handle);
    }

    [GeneratedRegex(@"\b(select|from|join|insert into|update|delete from|where)\s")]
    private static partial Regex SqlWord();

    [GeneratedRegex(@"[a-z][a-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"\s(like|ilike|glob|regexp|for update|collate)\s|::\w+|\b(now|datetime|strftime|julianday|date_trunc|to_char|ifnull|iif)\(|\bcurrent_(timestamp|date)\b"
    )]
    private static partial Regex DivergingSql();
}
