using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;

namespace Wuzha.Organisation.People;

/// <summary>How words find a person: names and phones stand sealed, so a name is found whole, a phone whole or by its last four digits.</summary>
internal static class PersonSearch
{
    /// <returns>The hash to look for when the words are the last four digits of a phone.</returns>
    public static byte[]? Tail(Vault vault, string words) =>
        words.Length == 4 && words.All(char.IsAsciiDigit) ? Person.TailIndex(vault, words) : null;

    /// <returns>The hash to look for when the words are a phone number.</returns>
    public static byte[]? Phone(Vault vault, string words)
    {
        var digits = words.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return digits.Length is >= 10 and <= 12 && digits.All(char.IsAsciiDigit) ? vault.Index(digits) : null;
    }
}
