namespace Wuzha.Platform.Layout;

/// <summary>Places of the document that a page fills from inside.</summary>
internal static class Sections
{
    public const string Title = "title";
}
