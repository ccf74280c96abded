using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Home;
using Wuzha.Platform.Layout;

namespace Wuzha.Platform.Identity;

/// <summary>What one who serves in a role finds: the menu and the acts as they are, the first page in invented words.</summary>
public sealed record RoleView(Role Role, IReadOnlyList<IGrouping<string, MenuEntry>> Menu, IReadOnlyList<string> Acts, HomeExample Home);

/// <summary>岗位预览: the administrators see no business data, so a role shows itself to them in invented words (design §6).</summary>
internal static class ShowRole
{
    internal static IResult Get(string role, RoleActs acts, Menu menu, HomeBoard board)
    {
        if (Roles.All.FirstOrDefault(one => one.Key == role && one.SignsIn) is not { } known)
            return Refusal.NotFound.AsPage();

        var own = acts.Of(role);
        return Page.Of<RolePage>(
            new
            {
                View = new RoleView(
                    known,
                    [.. menu.For(own).GroupBy(entry => entry.Group)],
                    [.. acts.Named(role).Select(act => act.Name)],
                    board.ExampleFor(role, own)
                ),
            }
        );
    }
}
