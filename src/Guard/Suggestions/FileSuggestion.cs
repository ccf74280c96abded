using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Guard.Suggestions;

/// <summary>提意见: anyone signed in writes to an office above him, with his name or without.</summary>
internal static class FileSuggestion
{
    internal const string Complaint = "complaint";
    internal const string Unnamed = "unnamed";

    /// <summary>A thousand characters of at most four bytes, with what sealing puts before them.</summary>
    internal const int SealedLength = 4100;

    /// <summary>Without letters and digits that are taken for one another.</summary>
    private const string CodeLetters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    internal static readonly ChoiceField Kind = new("kind", "类别") { Options = [("suggestion", "建议"), (Complaint, "投诉")] };
    internal static readonly ChoiceField To = new("to", "写给") { Hint = "反映本级办公室的问题，可以写给上级办公室。" };
    internal static readonly TextField Text = new("text", "内容")
    {
        Max = 1000,
        Min = 4,
        Lines = 8,
        Hint = "写清什么事、哪份通知、增加了什么负担、希望怎么改。不要写群众的姓名、电话。",
    };
    internal static readonly ChoiceField Name = new("name", "署名") { Options = [("named", "署名"), (Unnamed, "不署名")] };

    internal static async Task<IResult> Get(Db db, Viewer viewer, TimeProvider clock)
    {
        var offices = await Offices(db, viewer, LocalDay.Today(clock));
        return Show(offices, Form.Empty((To.Name, $"{offices[0].Id}"), (Name.Name, "named")));
    }

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        var today = LocalDay.Today(clock);
        var offices = await Offices(db, viewer, today);
        var (kind, to) = (form.Read(Kind), form.Read(Among(offices)));
        var (text, name) = (form.Read(Text), form.Read(Name));
        if (form.Failed)
            return Show(offices, form);

        var office = offices.Single(unit => $"{unit.Id}" == to);
        return name == Unnamed
            ? await PutIntoBox(db, vault, today, office, kind == Complaint, text!)
            : await Hand(db, viewer, vault, clock, office, kind == Complaint, text!);
    }

    private static async Task<IResult> Hand(Db db, Viewer viewer, Vault vault, TimeProvider clock, Unit office, bool isComplaint, string text)
    {
        var suggestion = new Suggestion
        {
            TenantId = viewer.TenantId,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            IsComplaint = isComplaint,
            ToUnitId = office.Id,
            WriterId = viewer.PersonId,
            FromUnitId = viewer.UnitId,
            TextSealed = vault.Seal(text),
            FiledOn = LocalDay.Today(clock),
        };
        var calendar = await TenantCalendar.Load(db, viewer.TenantId);
        db.Record(viewer, suggestion.Open(suggestion.FiledOn, office.ParentId ?? office.Id, calendar));
        db.Add(suggestion);
        await db.SaveChangesAsync();
        return Page.Done($"/suggestions/{suggestion.Id}", $"已送达{office.Name}办公室，应在 {suggestion.DueOn:yyyy-MM-dd} 前答复。");
    }

    /// <summary>Takes nothing of the viewer but the tenant, which stands in the office: who cannot be passed on cannot be written down.</summary>
    private static async Task<IResult> PutIntoBox(Db db, Vault vault, DateOnly today, Unit office, bool isComplaint, string text)
    {
        var code = RandomNumberGenerator.GetString(CodeLetters, 12);
        db.Add(
            new Suggestion
            {
                TenantId = office.TenantId,
                // The clock's part of the id is the day, not the moment.
                Id = Guid.CreateVersion7(new DateTimeOffset(LocalDay.Start(today))),
                IsComplaint = isComplaint,
                ToUnitId = office.Id,
                TextSealed = vault.Seal(text),
                FiledOn = today,
                CodeIndex = LookUpSuggestion.IndexOf(vault, code),
            }
        );
        await db.SaveChangesAsync();
        return Page.Of<SuggestionCodePage>(new { Code = $"{code[..4]}-{code[4..8]}-{code[8..]}", OfficeName = office.Name });
    }

    /// <summary>The offices one may write to, nearest first: one's own unit and those above it where a clerk serves, and the topmost in any case.</summary>
    internal static async Task<IReadOnlyList<Unit>> Offices(Db db, Viewer viewer, DateOnly today)
    {
        var above = viewer.Scope.From.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => Guid.ParseExact(id, "N")).ToList();
        var units = await db
            .Units.AsNoTracking()
            .Where(unit =>
                unit.TenantId == viewer.TenantId
                && above.Contains(unit.Id)
                && (
                    unit.ParentId == null
                    || db.Appointments.Any(one =>
                        one.TenantId == unit.TenantId
                        && one.UnitId == unit.Id
                        && one.Role == Roles.OfficeClerk.Key
                        && one.FromOn <= today
                        && (one.UntilOn == null || one.UntilOn >= today)
                    )
                )
            )
            .ToListAsync();
        return [.. units.OrderByDescending(unit => unit.Path.Length)];
    }

    private static ChoiceField Among(IEnumerable<Unit> offices) => To.With(offices.Select(unit => ($"{unit.Id}", $"{unit.Name}办公室")));

    private static IResult Show(IReadOnlyList<Unit> offices, Form form) =>
        Page.Of<FileSuggestionPage>(new { Form = form, To = Among(offices) }, form.Failed ? 422 : 200);
}
