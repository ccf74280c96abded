using System.CommandLine;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>Where a command writes and reads; the process's own console, or a test's.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In);

/// <summary>The command line. Every command says what it does in Chinese and in English.</summary>
internal static class Commands
{
    /// <summary>The command could not do what was asked, for a reason that the operator can change.</summary>
    public const int Refused = 2;

    private static readonly Option<string> Data = new("--data")
    {
        Description = "数据文件夹（默认 .wuzha） | data folder (default .wuzha); also WUZHA_DATA",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WUZHA_DATA") ?? ".wuzha",
        Recursive = true,
    };

    private static readonly Option<string?> Postgres = new("--postgres")
    {
        Description = "PostgreSQL 连接串；不写则用 SQLite | PostgreSQL connection string; SQLite without it; also WUZHA_POSTGRES",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WUZHA_POSTGRES") is { Length: > 0 } connection ? connection : null,
        Recursive = true,
    };

    public static Task<int> Run(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        var root = new RootCommand("无诈：反诈宣传工作台 | Wuzha: runs a township's anti-fraud campaign")
        {
            Data,
            Postgres,
            ServeCommand.Define(terminal),
            DemoCommand.Define(terminal),
            SetupCommand.Define(terminal),
            AdminCommand.Define(terminal),
            MigrateCommand.Define(terminal),
            RebuildCommand.Define(terminal),
            AuditCommand.Define(terminal),
            PlanCommand.Define(terminal),
        };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error }, cancellation);
    }

    public static WuzhaOptions OptionsOf(ParseResult parsed) =>
        new() { DataFolder = Path.GetFullPath(parsed.GetRequiredValue(Data)), Postgres = parsed.GetValue(Postgres) };

    /// <summary>Says why not, in both languages, and gives the exit code for it.</summary>
    public static int Refuse(Terminal terminal, string chinese, string english)
    {
        terminal.Error.WriteLine(chinese);
        terminal.Error.WriteLine(english);
        return Refused;
    }
}
