using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Listings;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Sheets;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Lecturers;

public sealed record TrainingRow(Guid Id, DateOnly HeldOn, string Place, string Topic, string TrainerName, int Attendees);

public sealed record AttendeeLine(Guid PersonId, Guid UnitId, string Name, string UnitName);

internal static class ListTrainings
{
    internal static async Task<IResult> Get(Guid id, ListQuery query, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var listing = await Listing<TrainingRow>.Of(
            Rows(here, db).OrderByDescending(row => row.HeldOn).ThenBy(row => row.Id),
            query,
            [
                new("heldOn", "日期", row => row.HeldOn) { Href = row => $"/campaigns/{id}/trainings/{row.Id}", Sort = row => row.HeldOn },
                new("topic", "内容", row => row.Topic) { OnCard = true },
                new("place", "地点", row => row.Place),
                new("trainer", "培训单位", row => row.TrainerName),
                new("attendees", "参训", row => row.Attendees) { Number = true, OnCard = true },
            ]
        );
        return query.AsSheet
            ? listing.AsSheet("宣讲员培训记录", viewer)
            : Page.Of<TrainingListPage>(
                new
                {
                    here.Head,
                    Listing = listing,
                    MayRecord = viewer.May(OrganisationActs.RecordTrainings) && here.IsRunning,
                }
            );
    }

    internal static IQueryable<TrainingRow> Rows(CampaignHere here, Db db) =>
        db.Database.SqlQuery<TrainingRow>(
            $"""
            select t.id, t.held_on, t.place, t.topic, u.name as trainer_name,
                (select cast(count(*) as int) from lecturer_training_attendees a where a.tenant_id = t.tenant_id and a.training_id = t.id) as attendees
            from lecturer_trainings t
            join units u on u.tenant_id = t.tenant_id and u.id = t.trainer_unit_id
            where t.tenant_id = {here.Viewer.TenantId} and t.campaign_id = {here.Campaign.Id}
            """
        );
}

internal static class ShowTraining
{
    internal static async Task<IResult> Get(Guid id, Guid trainingId, Db db, Viewer viewer, Vault vault, TimeProvider clock) =>
        (await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal)
            ? await Page(here, trainingId, db, vault, null)
            : refusal.AsPage();

    internal static async Task<IResult> Page(CampaignHere here, Guid trainingId, Db db, Vault vault, Refusal? refusal)
    {
        var (tenant, scope) = (here.Viewer.TenantId, here.Viewer.May(OrganisationActs.RecordTrainings) ? here.Issuer.Scope : here.Viewer.Scope);
        if (await ListTrainings.Rows(here, db).SingleOrDefaultAsync(row => row.Id == trainingId) is not { } training)
            return Refusal.NotFound.AsPage();

        var rows = await (
            from attendee in db.Set<TrainingAttendee>()
            where attendee.TenantId == tenant && attendee.TrainingId == trainingId
            join unit in db.Units on new { attendee.TenantId, Id = attendee.UnitId } equals new { unit.TenantId, unit.Id }
            where unit.Path.CompareTo(scope.From) >= 0 && unit.Path.CompareTo(scope.To) < 0
            orderby unit.SortKey, attendee.PersonId
            select new
            {
                attendee.PersonId,
                attendee.UnitId,
                unit.Name,
            }
        ).ToListAsync();
        var people = await CampaignPeople.Of(db, tenant, vault, rows.Select(row => row.PersonId));
        var there = rows.Select(row => $"{row.PersonId:N} {row.UnitId:N}").ToHashSet();
        var mayRecord =
            here.Viewer.May(OrganisationActs.RecordTrainings) && here.IsRunning && await AddAttendees.Training(here, trainingId, db) is not null;
        var others = mayRecord ? (await RecordTraining.Choices(here, db, vault)).Where(one => !there.Contains(one.Key)).ToList() : [];
        return Platform.Page.Of<TrainingPage>(
            new
            {
                here.Head,
                Training = training,
                Attendees = (IReadOnlyList<AttendeeLine>)
                    [
                        .. rows.Select(row => new AttendeeLine(
                            row.PersonId,
                            row.UnitId,
                            people.GetValueOrDefault(row.PersonId, PersonLine.Unknown).Name,
                            row.Name
                        )),
                    ],
                Others = (IReadOnlyList<LecturerChoice>)others,
                MayRecord = mayRecord,
                Refusal = refusal,
            },
            refusal?.Status ?? 200
        );
    }
}

/// <summary>补登参训人员.</summary>
internal static class AddAttendees
{
    internal static async Task<IResult> Post(Guid id, Guid trainingId, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await Training(here, trainingId, db) is not { } training)
            return Refusal.NotFound.AsPage();

        var lecturers = (await RecordTraining.LecturersOf(here, db)).ToDictionary(RecordTraining.Key);
        var ticked = form.TypedAll(TrainingForm.Attendee).Distinct().ToList();
        if (ticked.Any(key => !lecturers.ContainsKey(key)))
            return await ShowTraining.Page(here, trainingId, db, vault, OrganisationRefusals.NotALecturerHere);

        var already = await db.Set<TrainingAttendee>()
            .Where(attendee => attendee.TenantId == viewer.TenantId && attendee.TrainingId == trainingId)
            .ToListAsync();
        var added = ticked
            .Select(key => lecturers[key])
            .Where(lecturer => !already.Any(one => one.PersonId == lecturer.PersonId && one.UnitId == lecturer.UnitId))
            .ToList();
        foreach (var lecturer in added)
            RecordTraining.Attended(here, db, training, lecturer.PersonId, lecturer.UnitId);
        training.Version++;
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/trainings/{trainingId}", $"已补登 {added.Count} 名。");
    }

    /// <summary>The training, for the office of the campaign and for whoever recorded it; null for everyone else.</summary>
    internal static Task<LecturerTraining?> Training(CampaignHere here, Guid trainingId, Db db)
    {
        var isOffice = here.Viewer.Scope.Covers(here.Issuer.Path);
        return db.Set<LecturerTraining>()
            .Where(one => one.TenantId == here.Viewer.TenantId && one.CampaignId == here.Campaign.Id && one.Id == trainingId)
            .Where(one =>
                isOffice
                || db.Set<FactRow>().Any(fact => fact.TenantId == one.TenantId && fact.Id == one.HeldFactId && fact.ActorId == here.Viewer.PersonId)
            )
            .SingleOrDefaultAsync();
    }
}

/// <summary>移出: somebody who was ticked by mistake; the fact is withdrawn and the count goes down.</summary>
internal static class RemoveAttendee
{
    internal static async Task<IResult> Post(
        Guid id,
        Guid trainingId,
        [Microsoft.AspNetCore.Mvc.FromQuery] Guid person,
        [Microsoft.AspNetCore.Mvc.FromQuery] Guid unit,
        Db db,
        Viewer viewer,
        TimeProvider clock
    )
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await AddAttendees.Training(here, trainingId, db) is not { } training)
            return Refusal.NotFound.AsPage();

        var attendee = await db.Set<TrainingAttendee>()
            .SingleOrDefaultAsync(one =>
                one.TenantId == viewer.TenantId && one.TrainingId == trainingId && one.PersonId == person && one.UnitId == unit
            );
        if (attendee is null)
            return Refusal.NotFound.AsPage();

        db.Remove(attendee);
        training.Version++;
        db.Record(viewer, new FactWithdrawn(attendee.FactId), id);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/trainings/{trainingId}", "已移出。");
    }
}

/// <summary>删去培训记录: the training and every attendance are withdrawn.</summary>
internal static class WithdrawTraining
{
    internal static async Task<IResult> Post(Guid id, Guid trainingId, Db db, Viewer viewer, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();
        if (await AddAttendees.Training(here, trainingId, db) is not { } training)
            return Refusal.NotFound.AsPage();

        var facts = await db.Set<TrainingAttendee>()
            .Where(one => one.TenantId == viewer.TenantId && one.TrainingId == trainingId)
            .Select(one => one.FactId)
            .ToListAsync();
        foreach (var fact in (Guid[])[training.HeldFactId, .. facts])
            db.Record(viewer, new FactWithdrawn(fact), id);
        db.Remove(training);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/trainings", "已删去这次培训。");
    }
}
