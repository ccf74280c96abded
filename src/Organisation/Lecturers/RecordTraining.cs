using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Lecturers;

/// <summary>The fields of a training.</summary>
public static class TrainingForm
{
    public static readonly DayField HeldOn = new("heldOn", "培训日期");
    public static readonly TextField Place = new("place", "地点") { Max = 60 };
    public static readonly TextField Topic = new("topic", "内容") { Hint = "例如：冒充客服、刷单返利诈骗的识别与宣讲要点" };
    public static readonly ChoiceField Trainer = new("trainer", "培训单位") { Hint = "一般由派出所培训" };

    /// <summary>Ticked people come as many values of this name, each ‘person unit’.</summary>
    internal const string Attendee = "attendee";
}

/// <param name="Key">‘person unit’: one person may speak for two units.</param>
public sealed record LecturerChoice(string Key, string Name, string UnitName, bool Trained);

/// <summary>登记培训: a training and the lecturers who attended.</summary>
internal static class RecordTraining
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var trainers = await Trainers(here, db);
        var police = trainers.FirstOrDefault(unit => unit.Kind == UnitKinds.PoliceStation.Key);
        return await Show(
            here,
            db,
            vault,
            Form.Empty((TrainingForm.HeldOn.Name, TrainingForm.HeldOn.Show(here.Today)), (TrainingForm.Trainer.Name, police?.Id.ToString()))
        );
    }

    internal static async Task<IResult> Post(Guid id, Form form, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Running(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var trainer = form.Read(TrainerAmong(await Trainers(here, db)));
        var (heldOn, place, topic) = (form.Read(TrainingForm.HeldOn), form.Read(TrainingForm.Place), form.Read(TrainingForm.Topic));
        if (heldOn > here.Today)
            form.Fail(TrainingForm.HeldOn, OrganisationRefusals.TrainingInTheFuture.Message);
        if (form.Failed)
            return await Show(here, db, vault, form);

        var lecturers = (await LecturersOf(here, db)).ToDictionary(Key);
        var ticked = form.TypedAll(TrainingForm.Attendee).Distinct().ToList();
        if (ticked.Any(key => !lecturers.ContainsKey(key)))
            return await Show(here, db, vault, form, OrganisationRefusals.NotALecturerHere);

        var training = Held(here, clock, (heldOn!.Value, place!, topic!, Guid.Parse(trainer!)), db);
        foreach (var key in ticked)
            Attended(here, db, training, lecturers[key].PersonId, lecturers[key].UnitId);
        await db.SaveChangesAsync();
        return Page.Done($"/campaigns/{id}/trainings/{training.Id}", $"已登记培训，{ticked.Count} 名宣讲员参训。");
    }

    internal static LecturerTraining Held(CampaignHere here, TimeProvider clock, (DateOnly On, string Place, string Topic, Guid Trainer) typed, Db db)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var fact = db.Record(here.Viewer, new LecturerTrainingHeld(here.Campaign.Id, id, typed.Trainer, typed.On), here.Campaign.Id);
        var training = new LecturerTraining
        {
            TenantId = here.Viewer.TenantId,
            Id = id,
            CampaignId = here.Campaign.Id,
            TrainerUnitId = typed.Trainer,
            HeldOn = typed.On,
            Place = typed.Place,
            Topic = typed.Topic,
            HeldFactId = fact,
        };
        db.Add(training);
        return training;
    }

    internal static void Attended(CampaignHere here, Db db, LecturerTraining training, Guid personId, Guid unitId) =>
        db.Add(
            new TrainingAttendee
            {
                TenantId = training.TenantId,
                CampaignId = training.CampaignId,
                TrainingId = training.Id,
                PersonId = personId,
                UnitId = unitId,
                FactId = db.Record(here.Viewer, new LecturerTrained(training.CampaignId, training.Id, personId, unitId), training.CampaignId),
            }
        );

    internal static string Key(LecturerAt lecturer) => $"{lecturer.PersonId:N} {lecturer.UnitId:N}";

    internal static async Task<IReadOnlyList<LecturerAt>> LecturersOf(CampaignHere here, Db db) => await LecturerAt.Of(here, db).ToListAsync();

    internal static async Task<IReadOnlyList<LecturerChoice>> Choices(CampaignHere here, Db db, Vault vault)
    {
        var lecturers = await LecturersOf(here, db);
        var people = await CampaignPeople.Of(db, here.Viewer.TenantId, vault, lecturers.Select(lecturer => lecturer.PersonId));
        return
        [
            .. lecturers.Select(lecturer => new LecturerChoice(
                Key(lecturer),
                people.GetValueOrDefault(lecturer.PersonId, PersonLine.Unknown).Name,
                lecturer.UnitName,
                lecturer.Trainings > 0
            )),
        ];
    }

    private static ChoiceField TrainerAmong(IEnumerable<Unit> units) =>
        TrainingForm.Trainer.With(units.Select(unit => (unit.Id.ToString(), unit.Name)));

    /// <summary>Police stations first, then the issuing unit and its departments.</summary>
    private static async Task<IReadOnlyList<Unit>> Trainers(CampaignHere here, Db db)
    {
        var units = await here.AllUnits(db)
            .Where(unit => unit.Kind == UnitKinds.PoliceStation.Key || unit.Kind == UnitKinds.Department.Key)
            .OrderBy(unit => unit.SortKey)
            .ToListAsync();
        return [.. units.OrderByDescending(unit => unit.Kind == UnitKinds.PoliceStation.Key), here.Issuer];
    }

    private static async Task<IResult> Show(CampaignHere here, Db db, Vault vault, Form form, Refusal? refusal = null) =>
        Page.Of<TrainingFormPage>(
            new
            {
                here.Head,
                Form = form,
                Trainer = TrainerAmong(await Trainers(here, db)),
                Lecturers = await Choices(here, db, vault),
                Refusal = refusal,
            },
            refusal?.Status ?? (form.Failed ? 422 : 200)
        );
}
