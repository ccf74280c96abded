using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Web.CommandLine;

/// <summary>Sets up a real county or township in one sitting (requirements PLT9).</summary>
internal static class SetupCommand
{
    private static readonly Option<FileInfo?> Answers = new("--answers")
    {
        Description = "从文件读取全部答案（JSON），不再逐项询问 | read all answers from a JSON file instead of asking",
    };

    public static Command Define(Terminal terminal)
    {
        var command = new Command("setup", "建立正式系统：单位、三名管理员、网址 | set up a real installation") { Answers };
        command.SetAction((parsed, cancellation) => Run(terminal, Commands.OptionsOf(parsed), parsed.GetValue(Answers), cancellation));
        return command;
    }

    private static async Task<int> Run(Terminal terminal, WuzhaOptions options, FileInfo? file, CancellationToken cancellation)
    {
        await using var parts = Parts.Of(options);
        await using var scope = parts.CreateAsyncScope();
        var db = scope.ServiceProvider.OpenDb();
        await Schema.BringUpToDate(db, cancellation);
        if (await db.Tenants.AnyAsync(cancellation))
            return Commands.Refuse(
                terminal,
                "这个数据库里已经有系统了，setup 只能在空的数据库上运行。请用 --data 换一个文件夹。",
                "This database already holds an installation; setup works on an empty one only. Choose another folder with --data."
            );

        if (file is { Exists: false })
            return Commands.Refuse(terminal, $"找不到文件 {file.FullName}，请核对路径。", $"There is no file {file.FullName}; check the path.");
        if (Read(terminal, file) is not { } answers)
            return Commands.Refuse(
                terminal,
                "答案文件不是正确的 JSON，请对照安装说明检查。",
                "The answers are no valid JSON; compare with the installation guide."
            );

        if (answers.Faults().ToList() is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
                await terminal.Error.WriteLineAsync("  " + fault);
            return Commands.Refuse(terminal, $"有 {faults.Count} 处需要修改，没有建立系统。", "Nothing was set up; correct the lines above.");
        }

        await using var whole = await db.Database.BeginTransactionAsync(cancellation);
        var setup = new FirstSetup(db, parts.GetRequiredService<Vault>(), TimeProvider.System, answers);
        var slips = await setup.Plant();
        if (answers.Units is { } units && await TakeUnits(terminal, setup, scope.ServiceProvider, units, cancellation) is { } no)
            return no;

        await whole.CommitAsync(cancellation);
        SettingsOf(answers).Write(options);
        await Report(terminal, answers, options, slips);
        return 0;
    }

    private static async Task<int?> TakeUnits(
        Terminal terminal,
        FirstSetup setup,
        IServiceProvider services,
        string file,
        CancellationToken cancellation
    )
    {
        var outcome = await setup.TakeUnits(services, await File.ReadAllBytesAsync(file, cancellation));
        foreach (var fault in outcome.Faults)
            await terminal.Error.WriteLineAsync("  " + fault);
        if (outcome.Faults.Count > 0)
            return Commands.Refuse(
                terminal,
                $"单位清单有 {outcome.Faults.Count} 处需要修改，没有建立系统。改好后重新运行，或先不导入清单。",
                "The unit list has faults and nothing was set up; correct the lines above, or leave the list for later."
            );

        await terminal.Out.WriteLineAsync($"已导入单位 {outcome.New} 个。 | {outcome.New} units were taken in.");
        return null;
    }

    private static SetupAnswers? Read(Terminal terminal, FileInfo? file)
    {
        if (file is null)
            return Ask(terminal);

        try
        {
            return SetupAnswers.Read(file.FullName);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SetupAnswers Ask(Terminal terminal) =>
        new()
        {
            Tenant = Line(terminal, "代码（小写字母，如 qingxi，以后不能改） | code, lower-case letters, never changed later"),
            Kind = Line(terminal, "级别：county 县（区） 或 township 乡镇（街道） | county or township"),
            Unit = Line(terminal, "单位全称，如 某某县、某某镇 | full name of the county or township"),
            Name = Line(terminal, "系统名称，显示在页面左上角 | name of the installation"),
            Organiser = Blank(Line(terminal, "主办单位，显示在页面下方（不填为单位全称加反诈工作领导小组办公室） | organiser (may be left empty)")),
            PublicAddress = Line(terminal, "工作人员打开的网址，如 https://fanzha.example.cn | public address"),
            Population = Number(Line(terminal, "总人口（可不填） | population (may be left empty)")),
            Households = Number(Line(terminal, "总户数（可不填） | households (may be left empty)")),
            Units = Blank(Line(terminal, "单位清单 Excel 文件（可不填，以后在页面上导入） | unit list, an Excel file (may be left empty)")),
            Certificate = Blank(Line(terminal, "HTTPS 证书文件（用反向代理则不填） | certificate file (empty behind a proxy)")),
            Key = Blank(Line(terminal, "证书私钥文件（PFX 或用反向代理则不填） | key file (empty for PFX or behind a proxy)")),
            BehindProxy = List(Line(terminal, "反向代理的地址，多个用空格隔开（没有则不填） | addresses of the reverse proxy (may be left empty)")),
            Urls = List(Line(terminal, $"监听地址（不填为 {HostFlags.Loopback}） | addresses to listen on")),
            SystemAdministrator = Person(terminal, "系统管理员 | system administrator"),
            SecurityAdministrator = Person(terminal, "安全管理员 | security administrator"),
            AuditAdministrator = Person(terminal, "审计管理员 | audit administrator"),
            OfficeClerk = Person(terminal, "反诈办干事（登记其他人员） | office clerk, who registers everyone else"),
        };

    private static SetupPerson Person(Terminal terminal, string who) =>
        new(Line(terminal, $"{who}：姓名 | name"), Line(terminal, $"{who}：手机号 | phone"));

    private static string Line(Terminal terminal, string question)
    {
        terminal.Out.Write(question + "：");
        terminal.Out.Flush();
        return terminal.In.ReadLine()?.Trim() ?? "";
    }

    private static string? Blank(string typed) => typed.Length == 0 ? null : typed;

    private static string[] List(string typed) => typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // What is no number becomes negative, which the check names.
    private static int? Number(string typed) =>
        typed.Length == 0 ? null
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;

    private static ServeSettings SettingsOf(SetupAnswers answers) =>
        new()
        {
            Urls = answers.Urls.Length == 0 ? null : answers.Urls,
            Certificate = answers.Certificate is { } certificate ? Path.GetFullPath(certificate) : null,
            Key = answers.Key is { } key ? Path.GetFullPath(key) : null,
            Proxies = answers.BehindProxy.Length == 0 ? null : answers.BehindProxy,
        };

    private static async Task Report(Terminal terminal, SetupAnswers answers, WuzhaOptions options, IReadOnlyList<AdministratorSlip> slips)
    {
        await terminal.Out.WriteLineAsync($"已建立：{answers.Name}（{answers.Unit}） | The installation is set up.");
        await terminal.Out.WriteLineAsync(
            "请把下面三张登录单分别交给本人，一次性密码只显示这一次： | Hand each slip to its holder; the codes are shown once:"
        );
        await AdministratorSlip.Print(terminal, answers.PublicAddress, slips);
        await terminal.Out.WriteLineAsync($"密钥在 {options.KeysFolder}，请另行备份：没有它，备份里的姓名和电话打不开。");
        await terminal.Out.WriteLineAsync(
            $"The keys are in {options.KeysFolder}; keep a copy elsewhere: without them no name in a backup can be read."
        );
        await terminal.Out.WriteLineAsync(
            "下一步：wuzha serve 启动；系统管理员登录后给反诈办干事开立账号，由安全管理员审批，再打印登录单。 | Next: wuzha serve."
        );
    }
}
