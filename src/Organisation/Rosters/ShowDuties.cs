using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Calendar;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Rosters;

public static class DutyTextForm
{
    public static readonly TextField Text = new("text", "工作职责")
    {
        Max = 4000,
        Lines = 14,
        Min = 10,
    };
}

/// <param name="IsMine">The viewer stands on this roster.</param>
public sealed record DutyView(string Role, string RoleName, string Text, bool IsMine);

/// <summary>工作职责: a liaison or lecturer sees the own one, the others see both.</summary>
internal static class ShowDuties
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var mine = await db.Set<RosterEntry>()
            .Where(entry => entry.TenantId == viewer.TenantId && entry.CampaignId == id && entry.PersonId == viewer.PersonId)
            .Select(entry => entry.Role)
            .ToListAsync();
        var views = new List<DutyView>();
        foreach (var role in DutyText.ForRoles)
            views.Add(new DutyView(role.Key, role.Name, await Text(here, db, role.Key), mine.Contains(role.Key) || viewer.Role == role.Key));
        return Page.Of<DutiesPage>(
            new
            {
                here.Head,
                Duties = (IReadOnlyList<DutyView>)(views.Any(view => view.IsMine) && !here.MayEdit ? [.. views.Where(view => view.IsMine)] : views),
                MadeAt = LocalDay.Wall(clock.GetUtcNow().UtcDateTime),
            }
        );
    }

    internal static async Task<string> Text(CampaignHere here, Db db, string role) => (await Row(here, db, role))?.Text ?? DutyText.Default(role);

    internal static Task<DutyText?> Row(CampaignHere here, Db db, string role) =>
        db.Set<DutyText>()
            .SingleOrDefaultAsync(text => text.TenantId == here.Viewer.TenantId && text.CampaignId == here.Campaign.Id && text.Role == role);
}

internal static class EditDuties
{
    internal static async Task<IResult> Get(Guid id, string role, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (DutyText.ForRoles.All(one => one.Key != role))
            return Refusal.NotFound.AsPage();

        return Show(here, role, Form.Empty((DutyTextForm.Text.Name, await ShowDuties.Text(here, db, role))));
    }

    internal static async Task<IResult> Post(Guid id, string role, Form form, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Edit(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (DutyText.ForRoles.All(one => one.Key != role))
            return Refusal.NotFound.AsPage();

        var text = form.Read(DutyTextForm.Text);
        if (form.Failed)
            return Show(here, role, form);

        var row = await ShowDuties.Row(here, db, role);
        if (row is null)
        {
            row = new DutyText
            {
                TenantId = viewer.TenantId,
                CampaignId = id,
                Role = role,
                Text = text!,
            };
            db.Add(row);
        }
        (row.Text, row.Version) = (text!, row.Version + 1);
        db.Record(viewer, new CampaignChanged(id, here.Campaign.IssuingUnitId, "duties"), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/duties", "已保存。");
    }

    private static IResult Show(CampaignHere here, string role, Form form) =>
        Page.Of<EditDutiesPage>(
            new
            {
                here.Head,
                Role = Roles.Of(role),
                Form = form,
            },
            form.Failed ? 422 : 200
        );
}
