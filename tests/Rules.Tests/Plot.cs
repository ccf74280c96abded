using Wuzha.Support;

namespace Wuzha.Rules.Tests;

/// <summary>One thing of every kind that an address can name, all belonging to one unit.</summary>
internal sealed partial class Plot
{
    /// <summary>What a parameter means that names a thing: <c>/units/{id}</c> names a unit.</summary>
    private static readonly IReadOnlyList<(string Start, string Parameter, string Kind)> Things =
    [
        ("/units/", "id", "unit"),
        ("/people/", "id", "person"),
        ("/appointments/", "id", "appointment"),
        ("/me/appointments/", "id", "appointment"),
        ("/accounts/", "id", "account"),
        ("/campaigns/", "stageId", "stage"),
        ("/campaigns/", "bodyId", "body"),
        ("/campaigns/", "seatId", "seat"),
        ("/campaigns/", "unitId", "unit"),
        ("/campaigns/", "entryId", "entry"),
        ("/campaigns/", "trainingId", "training"),
        ("/campaigns/", "resourceId", "resource"),
        ("/campaigns/", "claimId", "claim"),
        ("/duties/", "id", "duty"),
        ("/assignments/", "id", "assignment"),
        ("/assignments/", "recordId", "work-record"),
        ("/assignments/", "waiverId", "waiver"),
        ("/assignments/", "returnId", "duty-return"),
        ("/directives/", "id", "directive"),
        ("/directives/", "fileId", "file"),
        ("/directives/", "unitId", "unit"),
        ("/directives/", "selectionId", "selection"),
        ("/relays/", "id", "relay"),
        ("/groups/", "id", "group"),
        ("/groups/", "unitId", "unit"),
        ("/plans/", "id", "plan"),
        ("/plans/", "fileId", "plan-file"),
        ("/plans/", "stageId", "plan-stage"),
        ("/plans/", "indicatorId", "plan-indicator"),
        ("/plans/", "roleId", "plan-role"),
        ("/plans/", "annexId", "plan-annex"),
        ("/plans/", "proposalId", "plan-proposal"),
        ("/plans/", "aliasId", "plan-alias"),
        ("/files/", "id", "file"),
        ("/links/", "id", "link"),
        ("/system/jobs/", "id", "job"),
        ("/system/parked/", "id", "parked"),
        ("/outgoing/", "id", "message"),
        ("/escalations/", "id", "escalation"),
        ("/suggestions/", "id", "suggestion"),
        ("/burden/", "id", "unit"),
        ("/bulletins/", "unitId", "unit"),
        ("/calendar/seasons/", "id", "season"),
        ("/calendar/markets/", "id", "market"),
    ];

    /// <summary>Parameters that name no thing of anybody.</summary>
    private static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["role"] = "liaison",
        ["kind"] = "organize",
        ["day"] = "2026-04-07",
        ["month"] = "2026-03",
        ["section"] = "1",
        ["listener"] = "messaging.unsettled",
        ["measure"] = "organisation.rosters-filed",
        // A public link opens by what one holds in hand, an upload by its hash; a wrong one opens nothing, whoever comes.
        ["tenant"] = Town.TenantId,
        ["token"] = new string('A', 22),
        ["code"] = new string('A', 22),
        ["file"] = new string('a', 64),
    };

    private readonly Dictionary<string, string> ids = [];

    /// <summary>True when an address names a thing, so that it matters whose.</summary>
    public static bool NamesThings(string pattern) => Parameters(pattern).Any(name => !Words.ContainsKey(name));

    /// <summary>True when an address names a campaign and nothing else, so that it is about the unit of whoever comes.</summary>
    public static bool NamesOnlyACampaign(string pattern) =>
        pattern.StartsWith("/campaigns/", StringComparison.Ordinal) && Parameters(pattern).Count(NamesThing) == 1;

    /// <summary>The address with real ids; null when a parameter means nothing here.</summary>
    public string? Address(string pattern)
    {
        var parts = pattern.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].StartsWith('{'))
                continue;
            if (IdOf(pattern, NameOf(parts[i])) is not { } id)
                return null;
            parts[i] = id;
        }
        return string.Join('/', parts);
    }

    private string? IdOf(string pattern, string name)
    {
        if (Words.TryGetValue(name, out var word))
            return word;

        // Alone, a campaign is one that the unit itself issued; before another id it is the township's, in which the unit takes part.
        var kind =
            pattern.StartsWith("/campaigns/", StringComparison.Ordinal) && name == "id"
                ? NamesOnlyACampaign(pattern)
                    ? "own-campaign"
                    : "campaign"
                : Things.FirstOrDefault(thing => pattern.StartsWith(thing.Start, StringComparison.Ordinal) && thing.Parameter == name).Kind;
        return kind is null ? null : ids.GetValueOrDefault(kind);
    }

    private static bool NamesThing(string name) => !Words.ContainsKey(name);

    private static IEnumerable<string> Parameters(string pattern) => pattern.Split('/').Where(part => part.StartsWith('{')).Select(NameOf);

    private static string NameOf(string part) => part.Trim('{', '}', '*').Split(':')[0];
}
