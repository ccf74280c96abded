using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Groups;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;

namespace Wuzha.Directives;

/// <summary>指令: what the office issues and who has signed for it, and the groups in which it is passed on.</summary>
public sealed class DirectivesModule : Module
{
    public override void Routes(Pages pages)
    {
        pages.MapGet("/groups", ListGroups.Get).Needs(DirectivesActs.ReadGroups);
        pages.MapGet("/groups/new", RegisterGroup.Get).Needs(DirectivesActs.EditGroups);
        pages.MapGet("/groups/new/{unitId:guid}", RegisterGroup.Form).Needs(DirectivesActs.EditGroups);
        pages.MapPost("/groups/new/{unitId:guid}", RegisterGroup.Post).Needs(DirectivesActs.EditGroups);
        pages.MapGet("/groups/{id:guid}", ShowGroup.Get).Needs(DirectivesActs.ReadGroups);
        pages.MapGet("/groups/{id:guid}/edit", EditGroup.Get).Needs(DirectivesActs.EditGroups);
        pages.MapPost("/groups/{id:guid}/edit", EditGroup.Post).Needs(DirectivesActs.EditGroups);
        pages.MapPost("/groups/{id:guid}/dissolve", DissolveGroup.Post).Needs(DirectivesActs.EditGroups);
        pages.MapPost("/groups/{id:guid}/restore", RestoreGroup.Post).Needs(DirectivesActs.EditGroups);
    }

    public override void Tables(ModelBuilder model) => DirectivesTables.Map(model);

    public override void Facts(FactCatalog facts)
    {
        facts.Add<GroupRegistered>("directives.group-registered", "登记工作群");
        facts.Add<GroupSetUp>("directives.group-set-up", "建成工作群", DirectiveMeasures.GroupsSetUp);
        facts.Add<GroupChanged>("directives.group-changed", "修改工作群");
        facts.Add<GroupDissolved>("directives.group-dissolved", "解散工作群");
    }

    public override void Jobs(JobCatalog jobs) =>
        jobs.AddRecurring("directives.dissolve-with-campaign", TimeSpan.FromHours(1), DissolveWithCampaign.Run);

    public override void Menu(Menu menu) => menu.Add("指令", "工作群", "/groups", DirectivesActs.ReadGroups, 40);

    public override void Home(HomeBoard home) => GroupHome.Put(home);
}
