using System.Security.Cryptography;
using System.Text;
using Wuzha.Platform.Calendar;

namespace Wuzha.Directives.Relays.Settling;

/// <summary>What one line of a pasted list would do.</summary>
/// <param name="Text">The line as it was pasted.</param>
/// <param name="Outcome">标记已转发, 确认 …; null when it does nothing.</param>
/// <param name="Why">Why it does nothing, and what to do.</param>
public sealed record SettleLine(int Number, string Text, string? GroupName, DateTime? At, string? Outcome, string? Why)
{
    internal RelayHere? Relay { get; init; }
    internal bool Sends { get; init; }
    internal bool Confirms { get; init; }

    internal static IReadOnlyList<SettleLine> Of(string pasted, IReadOnlyList<RelayHere> relays, bool asWitness, DateTime now)
    {
        var names = new GroupNames(relays);
        var seen = new Dictionary<Guid, int>();
        // The earliest line of a group counts, wherever it stands in the list.
        return
        [
            .. ChatLine
                .Read(pasted, LocalDay.Of(now))
                .OrderBy(line => line.At ?? DateTime.MaxValue)
                .ThenBy(line => line.Number)
                .ToList()
                .ConvertAll(line => Judge(line, names.Find(line.Words), seen, asWitness, now))
                .OrderBy(line => line.Number),
        ];
    }

    private static SettleLine Judge(ChatLine line, IReadOnlyList<RelayHere> found, Dictionary<Guid, int> seen, bool asWitness, DateTime now)
    {
        var blank = new SettleLine(line.Number, line.Text, null, line.At, null, null);
        if (found.Count == 0)
            return blank with { Why = "没有找到这个群。请核对群名称，或者不登记这一行。" };
        if (found.Count > 1)
            return blank with { Why = $"可能是{string.Join("、", found.Take(3).Select(one => one.Group.Name))}，请把群名称写全。" };

        var relay = found[0];
        var named = blank with { GroupName = relay.Group.Name };
        if (line.At is not { } at)
            return named with { Why = "没有读出日期和时间，请写成 2026-10-12 09:31 这样。" };
        if (at > now)
            return named with { Why = "时间还没到，请核对。" };
        if (at < relay.Directive.IssuedAt)
            return named with { Why = $"早于下发时间（{LocalDay.Wall(relay.Directive.IssuedAt!.Value):yyyy-MM-dd HH:mm}），请核对。" };
        if (!seen.TryAdd(relay.Relay.Id, line.Number))
            return named with { Why = $"同一个群第 {seen[relay.Relay.Id]} 行已有，以最早的为准。" };

        return asWitness ? AsWitness(named, relay) : AsForwarder(named, relay);
    }

    private static SettleLine AsForwarder(SettleLine line, RelayHere relay) =>
        relay.MayMark() is { } no ? line with { Why = no.Message }
        : relay.Relay.SentAt is not null ? line with { Why = "已经标记过，不用再登记。" }
        : line with { Outcome = "标记已转发", Relay = relay, Sends = true };

    /// <summary>A supervisor has seen it there: then the forwarder has sent it, and the supervisor confirms.</summary>
    private static SettleLine AsWitness(SettleLine line, RelayHere relay)
    {
        if (relay.MayConfirm() is { } no)
            return line with { Why = no.Message };
        if (relay.Relay.ConfirmedAt is not null)
            return line with { Why = "已经确认过，不用再登记。" };
        if ((relay.Relay.SentBy ?? relay.Group.ForwarderId) is not { } sender)
            return line with { Why = "这个群还没有推送员。请先在“工作群”里选好推送员。" };
        if (sender == relay.Viewer.PersonId)
            return line with { Why = DirectiveRefusals.RelayConfirmedBySender.Message };

        return relay.Relay.SentAt is null
            ? line with
            {
                Outcome = "标记已转发并确认",
                Relay = relay,
                Sends = true,
                Confirms = true,
            }
            : line with
            {
                Outcome = "确认",
                Relay = relay,
                Confirms = true,
            };
    }

    /// <summary>Tells whether what is about to be done is still what was looked at.</summary>
    internal static string Fingerprint(IReadOnlyList<SettleLine> lines) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => $"{line.Number} {line.Relay?.Relay.Id} {line.At:O} {line.Outcome}")))
            )
        );
}
