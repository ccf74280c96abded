using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Wuzha.Messaging.Exports;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Storage;

namespace Wuzha.Messaging;

/// <summary>All templates of all modules.</summary>
internal sealed class MessageTemplates(IEnumerable<MessageTemplate> all)
{
    private readonly Dictionary<string, MessageTemplate> byKey = all.ToDictionary(template => template.Key);

    public MessageTemplate? Find(string key) => byKey.GetValueOrDefault(key);

    public string NameOf(string key) => Find(key)?.Name ?? key;
}

/// <summary>Puts the text of a message together when it leaves: names of units and days are read then, ids and numbers came with the wish.</summary>
internal static partial class MessageText
{
    /// <summary>Characters of one UCS-2 short message; a longer text leaves in parts of 67 (domain.md §8.4).</summary>
    private const int OnePart = 70;
    private const int EachPart = 67;
    private const string DefaultSignature = "反诈办";

    public static string Write(IReadOnlyDictionary<string, string> values) =>
        JsonSerializer.Serialize(values.OrderBy(value => value.Key).ToDictionary());

    public static async Task<string> Render(Db db, MessageTemplates templates, Message message)
    {
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(message.Details)!;
        var template = templates.Find(message.Template)?.Text ?? "您有一件事需要办理，请登录工作台查看。";
        var units = await UnitNames(db, message.TenantId, values);
        var text = Placeholder().Replace(template, match => Read(values.GetValueOrDefault(match.Groups[1].Value, ""), units));
        return $"【{await Signature(db, message.TenantId)}】{text}";
    }

    /// <summary>How many short messages a text makes: UTF-16 units count, the signature included.</summary>
    public static int Parts(string text) => text.Length <= OnePart ? 1 : (text.Length + EachPart - 1) / EachPart;

    private static string Read(string value, Dictionary<string, string> units) =>
        Rest(value, MessageValue.UnitPrefix) is { } unit ? units.GetValueOrDefault(unit, "所在单位")
        : Rest(value, MessageValue.DayPrefix) is { } day
            ? InWords(DateOnly.Parse(day, CultureInfo.InvariantCulture).ToDateTime(TimeOnly.MinValue), "M月d日")
        : Rest(value, MessageValue.MomentPrefix) is { } at
            ? InWords(LocalDay.Wall(DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)), "M月d日 HH:mm")
        : value;

    private static string? Rest(string value, string prefix) => value.StartsWith(prefix, StringComparison.Ordinal) ? value[prefix.Length..] : null;

    private static string InWords(DateTime wall, string pattern) => wall.ToString(pattern, CultureInfo.InvariantCulture);

    private static async Task<Dictionary<string, string>> UnitNames(Db db, string tenantId, Dictionary<string, string> values)
    {
        var ids = values.Values.Select(value => Rest(value, MessageValue.UnitPrefix)).OfType<string>().Select(Guid.Parse).ToList();
        var names = await db.Units.Where(u => u.TenantId == tenantId && ids.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToListAsync();
        return names.ToDictionary(unit => unit.Id.ToString(), unit => unit.Name);
    }

    /// <summary>【签名】 of three to eight characters (domain.md §8.6): the installation's name when it is that short.</summary>
    private static async Task<string> Signature(Db db, string tenantId)
    {
        var name = await db.Tenants.Where(t => t.Id == tenantId).Select(t => t.Name).SingleOrDefaultAsync();
        return name is { Length: >= 3 and <= 8 } ? name : DefaultSignature;
    }

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();
}
