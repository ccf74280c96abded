using System.Text.Json.Serialization;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Facts;

namespace Wuzha.Messaging.Exports;

/// <summary>
/// 要发消息: a wish that somebody be told something. Messaging hears it, finds the people, and sends once per recipient and <paramref name="Key"/>
/// within the hours in which one may be disturbed.
/// </summary>
/// <param name="Key">What makes this telling one telling: the same key never reaches the same person twice. At most 120 characters, no personal data.</param>
/// <param name="Template">Key of a <see cref="MessageTemplate"/>; the text is put together when the message leaves.</param>
/// <param name="To">One person, or whoever holds a role at a unit then.</param>
/// <param name="About">What it is about; about one thing a person is told at most once a day.</param>
/// <param name="Values">Ids, numbers and days for the template's placeholders, see <see cref="MessageValue"/>; never a name or a phone.</param>
public sealed record MessageWanted(
    string Key,
    string Template,
    Recipient To,
    Subject About,
    IReadOnlyDictionary<string, string> Values,
    Urgency Urgency = Urgency.Routine
) : Fact
{
    [JsonIgnore]
    public override Guid? Node => About.UnitId;
}

/// <summary>Who is to be told: either <paramref name="PersonId"/>, or every holder of <paramref name="Role"/> at <paramref name="UnitId"/>.</summary>
public sealed record Recipient(Guid? PersonId, Guid? UnitId, string? Role)
{
    public static Recipient Person(Guid personId, Guid unitId) => new(personId, unitId, null);

    public static Recipient Holders(string role, Guid unitId) => new(null, unitId, role);
}

/// <summary>What a message or a reminder is about: a kind (<c>module.noun</c>), the thing, and the unit it concerns.</summary>
public sealed record Subject(string Kind, Guid Id, Guid UnitId);
