using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Guard.Suggestions;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Jobs;
using Wuzha.Support;

namespace Wuzha.Guard.Tests;

/// <summary>The town with its box for suggestions, on a Tuesday before a public holiday.</summary>
internal sealed class SuggestionsWorld(Town town) : IAsyncDisposable
{
    public const string Text = "每周三张表内容重复，请合并成一张。";

    public Town Town => town;

    public TownClient Liaison => town.Client(Roles.Liaison);

    public TownClient Clerk => town.Client(Roles.OfficeClerk);

    public static async Task<SuggestionsWorld> Build(DatabaseKind kind)
    {
        var world = new SuggestionsWorld(await Town.Build(kind));
        world.At("2026-03-31 15:00");
        return world;
    }

    public void At(string wall) => town.Clock.Set(DateTime.SpecifyKind(DateTime.Parse(wall) - LocalDay.Offset, DateTimeKind.Utc));

    public (string Name, string Value)[] Fields(string name = "named", string kind = "suggestion", string text = Text) =>
        [("kind", kind), ("to", $"{town.Township.Id}"), ("text", text), ("name", name)];

    /// <summary>The liaison of the eastern village writes to the township.</summary>
    public async Task<Guid> File(string name = "named", string text = Text)
    {
        await Liaison.Send("/suggestions", Fields(name, text: text));
        return (await Rows()).MaxBy(one => one.Id)!.Id;
    }

    public Task<int> Open() => town.Host.Services.GetRequiredService<JobRunner>().RunDue();

    public async Task<List<Suggestion>> Rows()
    {
        await using var db = town.Open();
        return await db.Set<Suggestion>().AsNoTracking().Where(one => one.TenantId == Town.TenantId).ToListAsync();
    }

    public async Task<List<FactRow>> Facts(string kind)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().AsNoTracking().Where(fact => fact.TenantId == Town.TenantId && fact.Kind == kind).ToListAsync();
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();
}
