using System.Runtime.CompilerServices;

namespace Wuzha.Browser.Tests;

/// <summary>Where things stand on disk, found from where this file was compiled.</summary>
internal static class Paths
{
    public static readonly string Root = Find();

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
