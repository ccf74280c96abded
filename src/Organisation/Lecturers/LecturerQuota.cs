using Wuzha.Organisation.Campaigns;

namespace Wuzha.Organisation.Lecturers;

/// <summary>宣讲员配备: how many lecturers a village, unit, school or enterprise needs.</summary>
internal static class LecturerQuota
{
    /// <summary>Plan ch. 6 §2: at least one each; one per thousand people, one more whenever another thousand is passed.</summary>
    /// <param name="population">Null when nobody has counted: then only the one that every unit needs is certain.</param>
    /// <returns>Null when the population is unknown.</returns>
    public static int? Need(int? population, QuotaReading reading) =>
        population is not { } people ? null
        : reading == QuotaReading.EachStartedThousand ? Math.Max(1, people / 1000 + (people % 1000 > 0 ? 1 : 0))
        : Math.Max(1, people / 1000);

    /// <summary>How many are missing. With an unknown population the one that everybody needs still is.</summary>
    public static int Shortfall(int? need, int have) => Math.Max(0, (need ?? 1) - have);
}
