using Wuzha.Platform.Calendar;

namespace Wuzha.Web.CommandLine;

/// <summary>What one of the three administrators is handed on paper by whoever has the server.</summary>
internal sealed record AdministratorSlip(string Role, string Name, string SignInName, string Code, DateTime ValidUntil)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);
    private const string Cut = "- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -";

    /// <summary>Prints slips to be cut apart; the codes are shown this once.</summary>
    public static async Task Print(Terminal terminal, string address, IReadOnlyList<AdministratorSlip> slips)
    {
        foreach (var slip in slips)
        {
            await terminal.Out.WriteLineAsync(Cut);
            await terminal.Out.WriteLineAsync($"  {slip.Role}：{slip.Name}");
            await terminal.Out.WriteLineAsync($"  网址 address：{address}");
            await terminal.Out.WriteLineAsync($"  登录名 sign-in name：{slip.SignInName}（或手机号 | or the phone）");
            await terminal.Out.WriteLineAsync($"  一次性密码 one-time code：{slip.Code}");
            await terminal.Out.WriteLineAsync($"  有效期至 valid until：{LocalDay.Wall(slip.ValidUntil):yyyy-MM-dd HH:mm}");
        }
        await terminal.Out.WriteLineAsync(Cut);
    }
}
