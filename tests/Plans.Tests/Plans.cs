using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Identity;
using Wuzha.Support;
using Xunit;

namespace Wuzha.Plans.Tests;

/// <summary>A plan of an invented township, and what the tests ask again and again.</summary>
internal static class Plans
{
    public const string Text = """
        青溪镇反电信网络诈骗宣传工作方案
        青反诈发〔2026〕3号
        为做好全镇反电信网络诈骗宣传工作，提高群众防骗意识，特制定本方案。
        一、工作目标
        力争全镇发案数明显下降，群众知晓率上升。
        二、组织领导
        成立青溪镇反诈工作领导小组，组长由镇长担任，副组长由分管副镇长担任。领导小组办公室设在镇平安办。
        三、工作任务
        （一）入户宣传。各村（社区）要组织网格员逐户走访，签订承诺书，4月30日前完成。
        （二）校园宣传。青溪镇中心小学每学期开展主题班会不少于2次。
        （三）信息推送。东沟村每周在微信群推送反诈信息至少2次，并在村口悬挂横幅不少于3条。
        四、工作要求
        （一）提高认识。各单位要高度重视，密切配合。
        （二）信息报送。各村每月25日前将工作情况报镇平安办。
        附件：1.责任分工表
        青溪镇人民政府
        2026年3月20日
        """;

    public static async Task<Guid> ReadIn(this Town town, string text = Text, Member? member = null)
    {
        var answer = await town.Client(member ?? town.Of(Roles.OfficeClerk)).Send("/plans", ("text", text));
        Assert.Equal(303, answer.Code);
        Assert.StartsWith("/plans/", answer.Location);
        return Guid.Parse(answer.Location!["/plans/".Length..]);
    }

    public static async Task<PlanDocument> Plan(this Town town, Guid id)
    {
        await using var db = town.Open();
        return await db.Set<PlanDocument>().AsNoTracking().SingleAsync(plan => plan.TenantId == Town.TenantId && plan.Id == id);
    }

    public static async Task<List<Proposal>> Proposals(this Town town, Guid id)
    {
        await using var db = town.Open();
        return await db.Set<Proposal>()
            .AsNoTracking()
            .Where(proposal => proposal.TenantId == Town.TenantId && proposal.PlanId == id)
            .OrderBy(proposal => proposal.Start)
            .ThenBy(proposal => proposal.Position)
            .ToListAsync();
    }

    public static async Task<string> PlanText(this Town town, Guid id)
    {
        await using var db = town.Open();
        return await db.Set<PlanText>().Where(text => text.TenantId == Town.TenantId && text.PlanId == id).Select(text => text.Text).SingleAsync();
    }

    public static async Task<int> Facts(this Town town, string kind)
    {
        await using var db = town.Open();
        return await db.Set<FactRow>().CountAsync(fact => fact.TenantId == Town.TenantId && fact.Kind == kind);
    }

    /// <summary>The smallest Word document that holds these lines.</summary>
    public static byte[] Docx(string text)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                zip,
                "[Content_Types].xml",
                """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
            );
            Put(
                zip,
                "_rels/.rels",
                """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""
            );
            var paragraphs = string.Concat(
                text.Split('\n')
                    .Select(line => $"<w:p><w:r><w:t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(line)}</w:t></w:r></w:p>")
            );
            Put(
                zip,
                "word/document.xml",
                $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>"""
            );
        }
        return memory.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
