using Wuzha.Platform.Facts;

namespace Wuzha.Rules.Trespasser.Exports;

/// <summary>Shows what no export may show.</summary>
public static class Leaks
{
    public const int Allowed = 8;

    public static IQueryable<int> Query() => Array.Empty<int>().AsQueryable();

    public static IReadOnlyList<Loot> Domain() => [];
}

/// <summary>A fact with somebody's name in it.</summary>
public sealed record LootTaken(Guid LootId, string OwnerName) : Fact;
