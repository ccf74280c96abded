namespace Wuzha.Platform.Units;

/// <summary>单位: a node of the tree county → township → village → grid, or a department, police station, school, class, bank … under one of those.</summary>
public sealed class Unit
{
    public required string TenantId { get; init; }
    public required Guid Id { get; init; }
    public Guid? ParentId { get; set; }

    /// <summary>The ids of all ancestors and its own, each as 32 hex digits followed by '/'. 'Everything under X' is <see cref="Units.Scope"/>.</summary>
    public required string Path { get; set; }

    /// <summary>Key of the kind, see <see cref="UnitKinds"/>.</summary>
    public required string Kind { get; set; }
    public required string Name { get; set; }

    /// <summary>Filled in C#, compared by code point, so that both databases sort alike.</summary>
    public required string SortKey { get; set; }

    /// <summary>Last day it stands; null while it stands. A closed unit keeps its history and takes no new facts.</summary>
    public DateOnly? ClosedOn { get; set; }
    public int Version { get; set; }

    public Scope Scope => Units.Scope.Of(Path);

    /// <summary>The ids in a path, from the top to the node itself.</summary>
    public static IEnumerable<Guid> IdsOf(string path)
    {
        for (var at = 0; at + 33 <= path.Length; at += 33)
            yield return Guid.ParseExact(path.AsSpan(at, 32), "N");
    }

    public static string PathUnder(string? parentPath, Guid id) => $"{parentPath}{id:N}/";
}
