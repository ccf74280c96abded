using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Campaigns;
using Wuzha.Platform;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;

namespace Wuzha.Organisation.Lecturers;

public sealed record UntrainedLecturer(string Name, string Post, string? Phone, Guid UnitId, string UnitName);

/// <summary>哪些宣讲员还没培训？</summary>
internal static class ListUntrained
{
    internal static async Task<IResult> Get(Guid id, Db db, Viewer viewer, Vault vault, TimeProvider clock)
    {
        if (!(await CampaignHere.Read(id, db, viewer, clock)).Is(out var here, out var refusal))
            return refusal.AsPage();

        var lecturers = await LecturerAt.Of(here, db).ToListAsync();
        var untrained = lecturers.Where(lecturer => lecturer.Trainings == 0).ToList();
        var people = await CampaignPeople.Of(db, viewer.TenantId, vault, untrained.Select(lecturer => lecturer.PersonId));
        return Page.Of<UntrainedPage>(
            new
            {
                here.Head,
                Lecturers = lecturers.Count,
                Untrained = (IReadOnlyList<UntrainedLecturer>)
                    [
                        .. untrained.Select(lecturer =>
                        {
                            var person = people.GetValueOrDefault(lecturer.PersonId, PersonLine.Unknown);
                            return new UntrainedLecturer(person.Name, lecturer.Post, person.Phone, lecturer.UnitId, lecturer.UnitName);
                        }),
                    ],
            }
        );
    }
}
