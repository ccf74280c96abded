namespace Wuzha.Platform.Layout;

/// <summary>Addresses to come back to arrive from forms and links; only those of this site are followed.</summary>
public static class LocalAddress
{
    public static bool Is(string? address) => address is "/" or ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl);

    public static string Or(string? address, string otherwise) => Is(address) ? address! : otherwise;
}
