using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Files;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Plans.Tests;

public sealed class ReadPlanTests
{
    [Theory, EveryDatabase]
    public async Task A_pasted_plan_becomes_proposals_that_wait_for_review(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();

        var plan = await town.Plan(id);
        Assert.Equal("青溪镇反电信网络诈骗宣传工作方案", plan.Title);
        Assert.Equal("青反诈发〔2026〕3号", plan.DocNumber);
        Assert.Equal(new DateOnly(2026, 3, 20), plan.IssuedOn);
        Assert.Equal("镇平安办", plan.Office);
        Assert.Null(plan.OriginalHash);
        Assert.Equal(PlanState.Reading, plan.State);
        var proposals = await town.Proposals(id);
        Assert.Contains(proposals, one => one.Kind == "visit" && one.UnitNames.Contains("各村（社区）"));
        Assert.Contains(proposals, one => one is { Kind: "lecture", Times: 2, Per: "term" });
        Assert.Contains(proposals, one => one is { Kind: "report", Deadline: "---25" });
        Assert.All(proposals, one => Assert.Equal(Decision.Open, one.Decision));
        Assert.Equal(1, await town.Facts("plans.plan-read"));

        var page = await town.Client(Roles.OfficeClerk).Visit($"/plans/{id}");
        Assert.Equal(200, page.Code);
        Assert.Contains("方案提到 1 个附件，文件里没有", page.Text);
        Assert.Contains("没有写明起止日期", page.Text);
        Assert.Contains("镇平安办", page.Text);
    }

    [Theory, EveryDatabase]
    public async Task Every_written_character_stands_in_a_proposal_or_a_leftover(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();

        await using var db = town.Open();
        var text = await town.PlanText(id);
        var leftovers = await db.Set<PlanLeftover>().Where(left => left.TenantId == Town.TenantId && left.PlanId == id).ToListAsync();
        var covered = new bool[text.Length];
        foreach (var span in (await town.Proposals(id)).Select(one => one.Span).Concat(leftovers.Select(left => left.Span)))
            Array.Fill(covered, true, span.Start, span.Length);
        Assert.All(Enumerable.Range(0, text.Length).Where(at => char.IsLetterOrDigit(text[at])), at => Assert.True(covered[at], text[at..]));
    }

    [Theory, EveryDatabase]
    public async Task A_Word_file_is_kept_with_its_hash_and_opens_to_whoever_may_read_plans(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var bytes = Plans.Docx(Plans.Text);
        var answer = await town.Client(Roles.OfficeClerk).Upload("/plans", "file", "宣传方案.docx", bytes);

        Assert.Equal(303, answer.Code);
        var plan = await town.Plan(Guid.Parse(answer.Location!["/plans/".Length..]));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), plan.OriginalHash);
        Assert.Equal(bytes, (await town.Client(Roles.Leader).Visit($"/files/{plan.FileId}")).Body);
        Assert.Equal(404, (await town.Client(Roles.Liaison).Visit($"/files/{plan.FileId}")).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_text_in_an_older_encoding_is_kept_as_its_text(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("gb18030").GetBytes(Plans.Text);
        var answer = await town.Client(Roles.OfficeClerk).Upload("/plans", "file", "方案.txt", bytes);

        Assert.Equal(303, answer.Code);
        var plan = await town.Plan(Guid.Parse(answer.Location!["/plans/".Length..]));
        Assert.Equal("青溪镇反电信网络诈骗宣传工作方案", plan.Title);
        Assert.Contains("逐户走访", Encoding.UTF8.GetString((await town.Client(Roles.OfficeClerk).Visit($"/files/{plan.FileId}")).Body));
    }

    [Theory, EveryDatabase]
    public async Task What_cannot_be_read_is_refused_with_a_sentence_and_nothing_is_kept(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var clerk = town.Client(Roles.OfficeClerk);
        var nothing = await clerk.Send("/plans", ("text", ""));
        Assert.Equal(422, nothing.Code);
        Assert.Contains("请选择方案文件，或把方案文字粘贴到下面", nothing.Text);
        var both = await clerk.Upload("/plans", "file", "方案.txt", Encoding.UTF8.GetBytes(Plans.Text), ("text", Plans.Text));
        Assert.Equal(422, both.Code);
        var broken = Plans.Docx(Plans.Text)[..200];
        foreach (
            var (name, bytes, sentence) in new (string, byte[], string)[]
            {
                ("方案.docx", broken, "这个文件已损坏"),
                ("方案.docx", [0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "这个文件设了打开密码"),
                ("方案.txt", Encoding.UTF8.GetBytes("   \n\n"), "这个文件里没有文字"),
                ("方案.txt", [0, 1, 2, 3, 0, 0, 255, 254, 0, 0], "这不是文字文件"),
                ("方案.exe", Encoding.UTF8.GetBytes(Plans.Text), "不是可用的文件"),
                ("菜谱.txt", Encoding.UTF8.GetBytes("今天中午吃面条，晚上吃米饭。"), "这段文字里没有找到方案"),
            }
        )
        {
            var answer = await clerk.Upload("/plans", "file", name, bytes);
            Assert.Equal(422, answer.Code);
            Assert.Contains(sentence, answer.Text);
        }
        await using var db = town.Open();
        Assert.Equal(0, await db.Set<PlanDocument>().CountAsync(plan => plan.TenantId == Town.TenantId));
        Assert.Equal(0, await db.Set<StoredFile>().CountAsync(file => file.TenantId == Town.TenantId));
    }

    [Theory, EveryDatabase]
    public async Task A_file_with_several_plans_asks_which_ones(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var second = Plans.Text.Replace("青溪镇反电信网络诈骗宣传工作方案", "青溪镇校园反诈专项行动实施方案", StringComparison.Ordinal);
        var clerk = town.Client(Roles.OfficeClerk);
        var asked = await clerk.Send("/plans", ("text", Plans.Text + "\n\n" + second));
        Assert.StartsWith("/plans/choose/", asked.Location);

        var page = await clerk.Visit(asked.Location!);
        Assert.Contains("里有 2 份方案", page.Text);
        Assert.Contains("青溪镇校园反诈专项行动实施方案", page.Text);
        var none = await clerk.Submit(page, asked.Location!);
        Assert.Equal(422, none.Code);
        Assert.Contains("请至少勾选一个方案。", none.Text);
        Assert.Equal(404, (await town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship)).Visit(asked.Location!)).Code);

        Assert.Equal("/plans", (await clerk.Submit(page, asked.Location!, ("plan", "2"))).Location);
        var list = await clerk.Visit("/plans");
        Assert.Contains("青溪镇校园反诈专项行动实施方案", list.Text);
        Assert.DoesNotContain("青溪镇反电信网络诈骗宣传工作方案", list.Text);
        Assert.Equal(404, (await clerk.Visit(asked.Location!)).Code);
    }

    [Theory, EveryDatabase]
    public async Task A_text_of_a_million_characters_is_read_and_one_more_is_refused(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var part = "（一）入户宣传。各村要组织网格员逐户走访，每月25日前报镇平安办。\n各单位要高度重视，密切配合，扎实推进各项工作。\n";
        var text = new StringBuilder(Plans.Text);
        while (text.Length + part.Length < PlanText.Longest)
            text.Append('\n').Append(part);
        var clerk = town.Client(Roles.OfficeClerk);
        var answer = await clerk.Upload("/plans", "file", "方案.txt", Encoding.UTF8.GetBytes(text.ToString()));
        Assert.Equal(303, answer.Code);
        var id = Guid.Parse(answer.Location!["/plans/".Length..]);
        Assert.True((await town.Proposals(id)).Count > 10_000);
        Assert.Equal(200, (await clerk.Visit($"/plans/{id}")).Code);

        var longer = await clerk.Upload("/plans", "file", "方案.txt", Encoding.UTF8.GetBytes(new string('字', PlanText.Longest + 1)));
        Assert.Equal(422, longer.Code);
        Assert.Contains("超过 100 万字的上限", longer.Text);
    }

    [Theory, EveryDatabase]
    public async Task Plans_stay_within_their_scope_and_their_acts(DatabaseKind kind)
    {
        await using var town = await Town.Build(kind);
        var id = await town.ReadIn();
        Assert.Equal(302, (await town.Stranger().Visit("/plans")).Code);
        Assert.Equal(403, (await town.Client(Roles.Liaison).Visit("/plans")).Code);
        Assert.Equal(403, (await town.Client(Roles.Auditor).Visit("/plans/new")).Code);
        Assert.Equal(403, (await town.Client(Roles.Auditor).Send("/plans", ("text", Plans.Text))).Code);
        Assert.Equal(200, (await town.Client(Roles.Auditor).Visit($"/plans/{id}")).Code);
        var other = town.Client(town.Of(Roles.OfficeClerk, town.OtherTownship));
        foreach (var path in new[] { $"/plans/{id}", $"/plans/{id}/head", $"/plans/{id}/stages/new" })
            Assert.Equal(404, (await other.Visit(path)).Code);
        foreach (var path in new[] { $"/plans/{id}/head", $"/plans/{id}/discard", $"/plans/{id}/finish" })
            Assert.Equal(404, (await other.Send(path)).Code);
        Assert.DoesNotContain("青溪镇", (await other.Visit("/plans")).TextOf("main"));
        Assert.Equal(404, (await town.Client(Roles.OfficeClerk).Visit($"/plans/{Guid.CreateVersion7()}")).Code);
    }
}
