namespace Wuzha.Platform.Storage;

/// <summary>Where this process keeps things. Filled from the command line and <c>WUZHA_*</c> environment variables.</summary>
public sealed record WuzhaOptions
{
    /// <summary>Folder with the SQLite file, files by hash, key files; made on first start.</summary>
    public required string DataFolder { get; init; }

    /// <summary>PostgreSQL connection string; null for SQLite in <see cref="DataFolder"/>.</summary>
    public string? Postgres { get; init; }

    public string SqliteFile => Path.Combine(DataFolder, "wuzha.db");

    public string FilesFolder => Path.Combine(DataFolder, "files");

    public string KeysFolder => Path.Combine(DataFolder, "keys");
}
