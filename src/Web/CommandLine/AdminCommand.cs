using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>Lets one of the three administrators in anew, for whoever has the server: the way out when phone and recovery codes are lost, or the person has gone.</summary>
internal static class AdminCommand
{
    private static readonly Argument<string> Post = new("role")
    {
        Description = "哪一名管理员：系统管理员、安全管理员、审计管理员 | system-administrator, security-administrator or audit-administrator",
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "换人时：新管理员的姓名（不写则重置原来的人） | name of another person; without it the present one is reset",
    };

    private static readonly Option<string?> Phone = new("--phone") { Description = "换人时：新管理员的手机号 | phone of the other person" };

    private static readonly Option<string?> Account = new("--account")
    {
        Description = "同一岗位有几个人时：要重置或换下的登录名 | sign-in name of the one meant, when several hold the post",
    };

    private static readonly Option<string?> Tenant = new("--tenant")
    {
        Description = "数据库里有几个系统时：系统代码 | code of the installation, when the database holds several",
    };

    public static Command Define(Terminal terminal)
    {
        var replace = new Command(
            "replace",
            "重置或更换一名管理员：发新的一次性密码，清除动态验证码，原来的登录全部失效 | reset or replace one administrator: new one-time code, no second factor, old sessions void"
        )
        {
            Post,
            Name,
            Phone,
            Account,
            Tenant,
        };
        replace.SetAction((parsed, cancellation) => Run(terminal, parsed, cancellation));
        return new Command("admin", "三名管理员 | the three administrators") { replace };
    }

    private static async Task<int> Run(Terminal terminal, ParseResult parsed, CancellationToken cancellation)
    {
        var typed = parsed.GetRequiredValue(Post);
        if (Roles.Administrators.FirstOrDefault(role => role.Key == typed || role.Name == typed) is not { } post)
            return Commands.Refuse(
                terminal,
                $"“{typed}”不是三名管理员之一，请写系统管理员、安全管理员或审计管理员。其他人的账号由系统管理员在页面上重置。",
                $"'{typed}' is none of the three administrators: system-administrator, security-administrator, audit-administrator."
            );
        if (Person(parsed) is not { } person)
            return Commands.Refuse(
                terminal,
                "换人时姓名和手机号都要写，姓名 2 到 30 个字，例如 --name 甄五 --phone 13800000005。",
                "To name another person give both --name (2 to 30 characters) and --phone."
            );

        await using var parts = Parts.Of(Commands.OptionsOf(parsed));
        await using var scope = parts.CreateAsyncScope();
        var db = scope.ServiceProvider.OpenDb();
        await Schema.BringUpToDate(db, cancellation);
        var wanted = parsed.GetValue(Tenant);
        var tenants = await db.Tenants.Where(tenant => wanted == null || tenant.Id == wanted).ToListAsync(cancellation);
        if (tenants is not [var here])
            return Commands.Refuse(
                terminal,
                tenants.Count == 0 ? "没有找到这个系统，请核对数据文件夹和 --tenant。" : "数据库里有几个系统，请用 --tenant 指明是哪一个。",
                tenants.Count == 0
                    ? "There is no such installation; check --data and --tenant."
                    : "There are several installations; name one with --tenant."
            );

        var replacing = new ReplaceAdministrator(db, parts.GetRequiredService<Vault>(), TimeProvider.System, here.Id, post);
        if (!(await replacing.Do(parsed.GetValue(Account), person.Name, person.Phone)).Is(out var slip, out var refusal))
            return Commands.Refuse(terminal, refusal.Message, $"Refused: {refusal.Code}.");

        await terminal.Out.WriteLineAsync(
            "已办好，原来的登录全部失效，审计日志里有记录。请把登录单当面交给本人，登录后须重新绑定动态验证码。 | Done; hand the slip to its holder."
        );
        await AdministratorSlip.Print(terminal, here.PublicAddress, [slip]);
        return 0;
    }

    /// <returns>Null when only one of name and phone is given, or one is no name or phone.</returns>
    private static (string? Name, string? Phone)? Person(ParseResult parsed)
    {
        var (name, phone) = (parsed.GetValue(Name)?.Trim(), parsed.GetValue(Phone));
        if (name is null && phone is null)
            return (null, null);

        var (number, wrong) = new PhoneField("phone", "电话").Parse(phone ?? "");
        return name is { Length: >= 2 and <= 30 } && wrong is null ? (name, number) : null;
    }
}
