using System.Globalization;

namespace Wuzha.Messaging.Exports;

/// <summary>
/// The text of one kind of message. Register it as a singleton in the module's <c>Services</c>. A placeholder in braces names a value of the wish, see
/// <see cref="MessageValue"/>. No links: an SMS never carries one (DIR4).
/// </summary>
public sealed record MessageTemplate(string Key, string Name, string Text);

/// <summary>
/// A kind of thing that can stay unsettled: its name as it stands in a reminder and where it is settled. Register it as a singleton in the module's
/// <c>Services</c>. In <paramref name="Href"/> <c>{id}</c> and <c>{unit}</c> stand for the thing and the unit.
/// </summary>
public sealed record MatterKind(string Key, string Name, string Href)
{
    public string HrefOf(Subject subject) =>
        Href.Replace("{id}", subject.Id.ToString(), StringComparison.Ordinal).Replace("{unit}", subject.UnitId.ToString(), StringComparison.Ordinal);
}

/// <summary>Values for a template that are put into words only when the message leaves. A plain number or word stands as it is.</summary>
public static class MessageValue
{
    internal const string UnitPrefix = "unit:";
    internal const string DayPrefix = "day:";
    internal const string MomentPrefix = "moment:";

    /// <summary>The name that the unit has then.</summary>
    public static string Unit(Guid id) => UnitPrefix + id;

    /// <summary>5月12日.</summary>
    public static string Day(DateOnly day) => DayPrefix + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>5月12日 17:30, by the local clock.</summary>
    public static string Moment(DateTime at) => MomentPrefix + at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
