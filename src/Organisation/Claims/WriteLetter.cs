using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Organisation.Rosters;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Signatures;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Claims;

public static class LetterForm
{
    public static readonly TextField Text = new("text", "责任书正文")
    {
        Max = 4000,
        Min = 20,
        Lines = 16,
        Hint = "每个条款一段。修改后成为新的版本，已签署的仍是原来的版本。",
    };
}

/// <param name="Number">Version; null when nothing was written for this role.</param>
public sealed record LetterRow(string Role, string RoleName, int? Number, DateTime? WrittenAt, string? TextHash, int Claims);

/// <summary>责任书文本: one for each role, in versions.</summary>
internal static class ListLetters
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var latest = await Latest(here, db);
        var claims = await db.Set<ResponsibilityClaim>()
            .Where(claim => claim.TenantId == viewer.TenantId && claim.CampaignId == id && claim.WithdrawnAt == null)
            .GroupBy(claim => claim.Role)
            .Select(group => new { Role = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Role, group => group.Count);
        return Page.Of<LetterListPage>(
            new
            {
                here.Head,
                Letters = (IReadOnlyList<LetterRow>)
                    [
                        .. Roster.Asked.Select(role =>
                        {
                            var letter = latest.GetValueOrDefault(role.Key);
                            return new LetterRow(
                                role.Key,
                                role.Name,
                                letter?.Number,
                                letter?.WrittenAt,
                                letter?.TextHash,
                                claims.GetValueOrDefault(role.Key)
                            );
                        }),
                    ],
                IsClosed = here.Campaign.LettersClosedAt is not null,
            }
        );
    }

    /// <summary>The newest version for each role.</summary>
    internal static async Task<IReadOnlyDictionary<string, ResponsibilityLetter>> Latest(CampaignHere here, Db db)
    {
        var letters = await db.Set<ResponsibilityLetter>()
            .AsNoTracking()
            .Where(letter => letter.TenantId == here.Viewer.TenantId && letter.CampaignId == here.Campaign.Id)
            .ToListAsync();
        return letters.GroupBy(letter => letter.Role).ToDictionary(group => group.Key, group => group.MaxBy(letter => letter.Number)!);
    }
}

internal static class WriteLetter
{
    internal static async Task<IResult> Get(Guid id, string role, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (Roster.Asked.All(one => one.Key != role))
            return Refusal.NotFound.AsPage();

        var letter = (await ListLetters.Latest(here, db)).GetValueOrDefault(role);
        var text = letter is null
            ? ResponsibilityLetter.Default(role, here.Campaign.Name)
            : (await SignedText.Of(db, viewer.TenantId, [letter.TextHash]))[letter.TextHash];
        return Show(here, role, Form.Empty((LetterForm.Text.Name, text)));
    }

    internal static async Task<IResult> Post(Guid id, string role, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (Roster.Asked.All(one => one.Key != role))
            return Refusal.NotFound.AsPage();

        var typed = form.Read(LetterForm.Text);
        if (form.Failed)
            return Show(here, role, form);

        var before = (await ListLetters.Latest(here, db)).GetValueOrDefault(role);
        if (before?.TextHash == SignedText.HashOf(typed!))
            return Page.Done($"/campaigns/{id}/letters", "文本没有变化，仍是原来的版本。");

        var letter = await Written(here, db, clock, role, typed!, (before?.Number ?? 0) + 1);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/letters", $"{Roles.Of(role).Name}责任书第 {letter.Number} 版已生效。");
    }

    internal static async Task<ResponsibilityLetter> Written(CampaignHere here, Db db, TimeProvider clock, string role, string text, int number)
    {
        var now = clock.GetUtcNow();
        var letter = new ResponsibilityLetter
        {
            TenantId = here.Viewer.TenantId,
            Id = Guid.CreateVersion7(now),
            CampaignId = here.Campaign.Id,
            Role = role,
            Number = number,
            TextHash = await SignedText.Keep(db, here.Viewer.TenantId, text, now.UtcDateTime),
            WrittenAt = now.UtcDateTime,
            WrittenBy = here.Viewer.PersonId,
        };
        db.Add(letter);
        db.Record(here.Viewer, new ResponsibilityLetterWritten(here.Campaign.Id, letter.Id, role, letter.Number, letter.TextHash), here.Campaign.Id);
        return letter;
    }

    private static IResult Show(CampaignHere here, string role, Form form) =>
        Page.Of<WriteLetterPage>(
            new
            {
                here.Head,
                Role = Roles.Of(role),
                Form = form,
            },
            form.Failed ? 422 : 200
        );
}

/// <summary>截止签署.</summary>
internal static class CloseLetters
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var fact = db.Record(viewer, new ResponsibilityLettersClosed(id, here.Campaign.IssuingUnitId), id);
        if (here.Campaign.CloseLetters(fact, clock.GetUtcNow().UtcDateTime) is { } no)
            return no.AsPage();

        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/letters", "签署已截止，不再接受签署和撤回。");
    }
}

/// <summary>重新开放签署.</summary>
internal static class OpenLetters
{
    internal static async Task<IResult> Post(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (!here.Campaign.OpenLetters().Is(out var closed, out var no))
            return no.AsPage();

        db.Record(viewer, new FactWithdrawn(closed), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/letters", "已重新开放签署。");
    }
}
