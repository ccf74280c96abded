using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>The storage of the product without a web host, for commands that work and end.</summary>
internal static class Parts
{
    public static ServiceProvider Of(WuzhaOptions options)
    {
        Directory.CreateDirectory(options.DataFolder);
        return new ServiceCollection()
            .AddLogging()
            .AddStorage(options, Modules.All)
            .AddSingleton(_ => KeyFile.Open(options.KeysFolder))
            .BuildServiceProvider();
    }

    /// <summary>A unit of work that stands for the installation itself.</summary>
    public static Db OpenDb(this IServiceProvider parts)
    {
        var db = parts.GetRequiredService<Db>();
        db.ActForAll();
        return db;
    }
}
