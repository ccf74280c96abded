using System.CommandLine;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>Brings the database to this release.</summary>
internal static class MigrateCommand
{
    public static Command Define(Terminal terminal)
    {
        var command = new Command("migrate", "把数据库建好或升级到本版本 | create the database or bring it to this release");
        command.SetAction(
            async (parsed, cancellation) =>
            {
                await using var parts = Parts.Of(Commands.OptionsOf(parsed));
                await using var scope = parts.CreateAsyncScope();
                await Schema.BringUpToDate(scope.ServiceProvider.OpenDb(), cancellation);
                await terminal.Out.WriteLineAsync("数据库已是最新。 | The database is up to date.");
                return 0;
            }
        );
        return command;
    }
}
