using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Web.Demo;

namespace Wuzha.Web.CommandLine;

/// <summary>Plants the demo township where there is nothing yet, and serves it to this machine.</summary>
internal static class DemoCommand
{
    private static readonly Option<int> Port = new("--port")
    {
        Description = "端口（默认 5080） | port (default 5080)",
        DefaultValueFactory = _ => 5080,
    };

    public static Command Define(Terminal terminal)
    {
        var command = new Command("demo", "生成并启动演示镇，只在本机可见 | plant the demo township if missing and serve it to this machine")
        {
            Port,
        };
        command.SetAction((parsed, cancellation) => Run(terminal, Commands.OptionsOf(parsed), parsed.GetValue(Port), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, WuzhaOptions options, int port, CancellationToken cancellation)
    {
        await using (var parts = Parts.Of(options))
        {
            if (await Prepare(terminal, parts, options, cancellation) is { } no)
                return no;
        }

        var flags = new HostFlags { Urls = [$"http://127.0.0.1:{port}"], IsDemo = true };
        return await ServeCommand.Run(terminal, options, flags, cancellation);
    }

    private static async Task<int?> Prepare(Terminal terminal, ServiceProvider parts, WuzhaOptions options, CancellationToken cancellation)
    {
        await using var scope = parts.CreateAsyncScope();
        var db = scope.ServiceProvider.OpenDb();
        await Schema.BringUpToDate(db, cancellation);
        if (await db.Tenants.AnyAsync(tenant => !tenant.IsDemo, cancellation))
            return Commands.Refuse(
                terminal,
                $"{options.Postgres ?? options.DataFolder} 里是正式系统，演示不会动它。请用 --data 换一个文件夹。",
                "This is a real installation; the demo leaves it alone. Choose another folder with --data."
            );

        if (!await db.Tenants.AnyAsync(cancellation))
        {
            await terminal.Out.WriteLineAsync("正在生成演示镇…… | Planting the demo township …");
            var kept = (parts.GetRequiredService<Vault>(), new FileStore(options, TimeProvider.System), parts.GetRequiredService<FactCatalog>());
            await DemoStory.Plant(clock => Open(parts, clock), kept, TimeProvider.System);
        }
        await Introduce(terminal, db, cancellation);
        return null;
    }

    private static Db Open(ServiceProvider parts, TimeProvider clock)
    {
        // Options of its own: on PostgreSQL they carry the connection, which goes with the context.
        using var scope = parts.CreateScope();
        var db = ActivatorUtilities.CreateInstance<Db>(parts, scope.ServiceProvider.GetRequiredService<DbContextOptions<Db>>(), clock);
        db.ActForAll();
        return db;
    }

    private static async Task Introduce(Terminal terminal, Db db, CancellationToken cancellation)
    {
        var people = await (
            from account in db.Accounts
            join appointment in db.Appointments
                on new { account.TenantId, account.PersonId } equals new { appointment.TenantId, appointment.PersonId }
            join unit in db.Units on new { appointment.TenantId, Id = appointment.UnitId } equals new { unit.TenantId, unit.Id }
            where account.IsDemo && appointment.UntilOn == null
            select new
            {
                account.SignInName,
                appointment.Role,
                unit.Name,
            }
        ).ToListAsync(cancellation);
        await terminal.Out.WriteLineAsync($"演示账号（密码都是 {DemoSignIn.Password}） | demo accounts, all with this password:");
        foreach (var person in people.OrderBy(person => Roles.PlaceOf(person.Role)).ThenBy(person => person.Name, StringComparer.Ordinal))
            await terminal.Out.WriteLineAsync($"  {person.SignInName, -24} {Roles.Of(person.Role).Name}（{person.Name}）");
    }
}
