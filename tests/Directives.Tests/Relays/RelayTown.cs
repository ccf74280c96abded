using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Relays;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;
using Wuzha.Support;
using static Wuzha.Directives.Tests.DirectiveTown;

namespace Wuzha.Directives.Tests.Relays;

/// <summary>What tests of relays begin with: village groups with a forwarder and a supervisor, and a directive that is to be put into them.</summary>
internal static class RelayTown
{
    public const string Title = "警惕冒充客服退款诈骗";
    public const string Text = "近期有人冒充平台客服，以退款为由要求共享屏幕。正规客服不会要求转账。有疑问请拨打96110咨询。";

    public static Member Forwarder(this Town town) => town.Of(Roles.GridOfficer, town.EastFirstGrid);

    public static Member Witness(this Town town) => town.Of(Roles.BeatOfficer, town.EastVillage);

    /// <summary>A group that stands, forwarded into by the eastern grid officer and watched by the beat officer.</summary>
    public static async Task<Guid> Group(this Town town, Unit unit, string name, bool withPeople = true, string kind = "Village")
    {
        var people = withPeople
            ? new (string, string)[] { ("forwarder", town.Forwarder().Person.Id.ToString()), ("witness", town.Witness().Person.Id.ToString()) }
            : [];
        return Created(
            await town.Client(Roles.OfficeClerk)
                .Send($"/groups/new/{unit.Id}", [("kind", kind), ("name", name), ("place", "WeChat"), ("setUpOn", "2026-03-20"), .. people]),
            "/groups/"
        );
    }

    /// <summary>A directive that goes into all village groups.</summary>
    public static async Task<Guid> Push(this Town town, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] typed =
        [
            .. new (string Name, string Value)[]
            {
                ("kind", "MaterialPush"),
                ("title", Title),
                ("text", Text),
                ("signingTime", "two-days"),
                ("toRole", Roles.Liaison.Key),
                ("minutes", "5"),
                ("reach", "groups:village"),
            }.Where(field => more.All(other => other.Name != field.Name)),
            .. more,
        ];
        var clerk = town.Client(Roles.OfficeClerk);
        var id = Created(await clerk.Send("/directives", typed), "/directives/");
        Went(await clerk.Send($"/directives/{id}/issue"), $"/directives/{id}");
        return id;
    }

    public static async Task<Relay> Relay(this Town town, Guid directive, Guid group)
    {
        await using var db = town.Open();
        return await db.Set<Relay>()
            .SingleAsync(relay => relay.TenantId == Town.TenantId && relay.DirectiveId == directive && relay.GroupId == group);
    }

    public static string Notice(Relay relay) => $"/n/{Town.TenantId}/{Directives.Relays.Relay.CodeOf(relay.Id)}";

    public static string Phone(int number) =>
        $"Mozilla/5.0 (Linux; Android 10; V{number:0000}A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0.{number}";

    /// <summary>A resident's phone, with an address of its own.</summary>
    public static TownClient Resident(this Town town, string? agent = null)
    {
        var client = town.Stranger();
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent ?? Phone(1));
        return client;
    }
}
