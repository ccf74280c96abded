namespace Wuzha.Platform.Identity;

/// <summary>三员分立 (GB/T 22239 AC-d): who is one of the three administrators is nothing else. Every path that makes an appointment asks here.</summary>
public static class Separation
{
    /// <param name="held">Keys of the roles that the person holds or will hold in overlapping time.</param>
    /// <param name="wanted">Key of the role to be given.</param>
    public static Refusal? Forbids(IEnumerable<string> held, string wanted)
    {
        var others = held.Where(role => role != wanted).ToList();
        if (Roles.IsAdministrator(wanted))
            return others.Exists(Roles.IsAdministrator) ? IdentityRefusals.OneAdministrator
                : others.Count > 0 ? IdentityRefusals.NoBusinessBeside
                : null;

        return others.Exists(Roles.IsAdministrator) ? IdentityRefusals.NoBusinessBeside : null;
    }
}
