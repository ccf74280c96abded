using System.Text;
using Microsoft.AspNetCore.Http;
using Wuzha.Directives.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;

namespace Wuzha.Directives.Relays.Settling;

/// <summary>
/// 粘贴名单一次登记 (DIR4): a list of groups with times, as chat tools export it, settles many relays at once; looked at first, then all of it or nothing. Of lines that fit no
/// group nothing is kept.
/// </summary>
internal static class SettleRelays
{
    internal static readonly TextField List = new("list", "名单")
    {
        Optional = true,
        Max = 60_000,
        Lines = 12,
        Hint = "每行一个群和转发时间，例如：2026-10-12 09:31 东沟村反诈宣传群。可以直接粘贴聊天工具导出的内容或表格；不要带群众姓名。",
    };

    internal static readonly FileField Upload = new("file", "或者选文件")
    {
        Optional = true,
        Endings = [".txt", ".csv"],
        MaxBytes = 1024 * 1024,
    };

    internal static readonly FlagField AsWitness = new("witness", "我是监督员，我在群里看到了")
    {
        Optional = true,
        Hint = "勾选后，同时登记监督员确认。自己转发的不能自己确认。",
    };

    private const string Looked = "looked";

    internal static async Task<IResult> Get(Guid id, [AsParameters] RelayQuestion asked) =>
        await Here(id, asked) is { Relays.Count: > 0 } here ? Show(here, Form.Empty(), null) : Refusal.NotFound.AsPage();

    /// <summary>核对: what each line would do; nothing is kept.</summary>
    internal static async Task<IResult> Post(Guid id, Form form, [AsParameters] RelayQuestion asked)
    {
        if (await Here(id, asked) is not { Relays.Count: > 0 } here)
            return Refusal.NotFound.AsPage();

        var (pasted, asWitness) = (await Pasted(form), form.Read(AsWitness));
        if (form.Failed)
            return Show(here, form, null);
        return Preview(here, pasted, asWitness, asked, null);
    }

    /// <summary>登记: all lines that fit, in one commit.</summary>
    internal static async Task<IResult> Confirm(Guid id, Form form, [AsParameters] RelayQuestion asked)
    {
        if (await Here(id, asked) is not { Relays.Count: > 0 } here)
            return Refusal.NotFound.AsPage();

        var (pasted, asWitness) = (form.Read(List) ?? "", form.Read(AsWitness));
        if (form.Failed)
            return Show(here, form, null);
        var lines = Lines(here, pasted, asWitness, asked);
        if (lines.All(line => line.Relay is null))
            return Preview(here, pasted, asWitness, asked, DirectiveRefusals.NothingToSettle);
        if (SettleLine.Fingerprint(lines) != form.Typed(Looked))
            return Preview(here, pasted, asWitness, asked, DirectiveRefusals.ListChanged);

        foreach (var line in lines)
            Settle(line, asked);
        await asked.Db.SaveChangesAsync();
        return Page.Done(
            $"/directives/{id}/relays",
            $"已登记 {lines.Count(line => line.Sends)} 个群已转发" + (asWitness ? $"，确认 {lines.Count(line => line.Confirms)} 个。" : "。")
        );
    }

    private static void Settle(SettleLine line, RelayQuestion asked)
    {
        if (line.Relay is not { } here || line.At is not { } at)
            return;

        var (viewer, directive, group) = (asked.Viewer, here.Directive, here.Group);
        if (line.Sends)
        {
            var fact = Record(new DirectiveRelayed(directive.Id, group.Id), here, at, asked);
            here.Relay.Send(line.Confirms ? group.ForwarderId!.Value : viewer.PersonId, at, fact);
        }
        if (line.Confirms)
            here.Relay.Confirm(viewer.PersonId, at, Record(new RelayConfirmed(directive.Id, group.Id), here, at, asked));
    }

    /// <summary>At the time the list gives, on that day; the recorder is whoever pasted it.</summary>
    private static Guid Record(RelayFact fact, RelayHere here, DateTime at, RelayQuestion asked)
    {
        var id = Guid.CreateVersion7(asked.Clock.GetUtcNow());
        asked.Db.Record(
            FactEntry.By(asked.Viewer, id, fact, at, here.Directive.CampaignId, FactSource.Import) with
            {
                RecordedAt = asked.Clock.GetUtcNow().UtcDateTime,
            }
        );
        return id;
    }

    private static async Task<SettleHere> Here(Guid id, RelayQuestion asked) => new(id, await RelayHere.Of(asked.Db, asked.Viewer, id));

    private static async Task<string> Pasted(Form form)
    {
        var typed = form.Read(List) ?? "";
        if (form.File(Upload) is not { } file)
        {
            if (typed.Length == 0)
                form.Fail(List, "请粘贴名单，或者选一个文件。");
            return typed;
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        var text = Decode(bytes.ToArray());
        if (List.Parse(text).Error is { } error)
            form.Fail(Upload, error);
        return text;
    }

    /// <summary>UTF-8, or GB 18030 as Chinese Windows writes it.</summary>
    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }

    private static IReadOnlyList<SettleLine> Lines(SettleHere here, string pasted, bool asWitness, RelayQuestion asked) =>
        SettleLine.Of(pasted, here.Relays, asWitness, asked.Clock.GetUtcNow().UtcDateTime);

    private static IResult Preview(SettleHere here, string pasted, bool asWitness, RelayQuestion asked, Refusal? refusal)
    {
        var lines = Lines(here, pasted, asWitness, asked);
        return Page.Of<SettlePreviewPage>(
            new
            {
                here.Title,
                here.Href,
                Lines = lines,
                Pasted = pasted,
                Witness = asWitness,
                Looked = SettleLine.Fingerprint(lines),
                Refusal = refusal,
            },
            refusal?.Status ?? 200
        );
    }

    private static IResult Show(SettleHere here, Form form, Refusal? refusal) =>
        Page.Of<SettlePage>(
            new
            {
                here.Title,
                here.Href,
                Form = form,
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );

    private sealed record SettleHere(Guid Id, IReadOnlyList<RelayHere> Relays)
    {
        public string Title => Relays[0].Directive.Title;
        public string Href => $"/directives/{Id}/relays";
    }
}
