using Wuzha.Platform.Identity;
using Xunit;

namespace Wuzha.Platform.Tests.Identity;

public sealed class SeparationTests
{
    [Fact]
    public void GB_T_22239_AC_d_nobody_holds_two_of_the_three_nor_one_beside_a_business_role()
    {
        foreach (var held in Roles.All)
        foreach (var wanted in Roles.All)
        {
            var expected =
                held == wanted ? null
                : Roles.IsAdministrator(held.Key) && Roles.IsAdministrator(wanted.Key) ? IdentityRefusals.OneAdministrator
                : Roles.IsAdministrator(held.Key) || Roles.IsAdministrator(wanted.Key) ? IdentityRefusals.NoBusinessBeside
                : null;
            Assert.Equal((held.Key, wanted.Key, expected), (held.Key, wanted.Key, Separation.Forbids([held.Key], wanted.Key)));
        }
    }

    [Fact]
    public void Business_roles_go_together_and_one_administrator_alone_is_fine()
    {
        Assert.Null(Separation.Forbids([Roles.Liaison.Key, Roles.Lecturer.Key], Roles.GridOfficer.Key));
        Assert.Null(Separation.Forbids([], Roles.SystemAdministrator.Key));
    }
}
