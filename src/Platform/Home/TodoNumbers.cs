using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;

namespace Wuzha.Platform.Home;

/// <summary>
/// The number beside 待办, kept for each appointment while nothing happens in its tenant: every change is a fact, so a page asks only for the last one. What
/// no fact tells (an hour that strikes) shows a minute later at most, and one's own acts at once.
/// </summary>
public sealed class TodoNumbers(HomeBoard board, TimeProvider clock)
{
    private const int Most = 10_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string TenantId, Guid AppointmentId), Known> known = [];

    private sealed record Known(long? LastFact, DateOnly Day, DateTimeOffset CountedAt, int Number);

    public async Task<int> Of(HomeQuestion question)
    {
        var (tenant, now) = (question.Viewer.TenantId, clock.GetUtcNow());
        var last = await question.Db.Set<FactRow>().Where(fact => fact.TenantId == tenant).MaxAsync(fact => (long?)fact.Position);
        if (
            known.TryGetValue(KeyOf(question.Viewer), out var before)
            && before.LastFact == last
            && before.Day == question.Today
            && now - before.CountedAt < Longest
        )
            return before.Number;

        var number = await board.CountToDo(question);
        if (known.Count >= Most)
            known.Clear();
        known[KeyOf(question.Viewer)] = new Known(last, question.Today, now, number);
        return number;
    }

    /// <summary>The viewer has just done something: on PostgreSQL a fact of a transaction that began earlier may stand before one that is known already.</summary>
    public void Forget(Viewer viewer) => known.TryRemove(KeyOf(viewer), out _);

    private static (string, Guid) KeyOf(Viewer viewer) => (viewer.TenantId, viewer.AppointmentId);
}
