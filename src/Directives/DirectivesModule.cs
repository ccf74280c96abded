using Microsoft.EntityFrameworkCore;
using Wuzha.Directives.Exports;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Messaging.Exports;
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
        pages.MapGet("/directives", ListDirectives.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapGet("/directives/new", DraftDirective.Get).Needs(DirectivesActs.IssueDirectives);
        pages.MapPost("/directives", DraftDirective.Post).Needs(DirectivesActs.IssueDirectives);
        pages.MapGet("/directives/{id:guid}", ShowDirective.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapGet("/directives/{id:guid}/edit", EditDirective.Get).Needs(DirectivesActs.IssueDirectives);
        pages.MapPost("/directives/{id:guid}/edit", EditDirective.Post).Needs(DirectivesActs.IssueDirectives);
        pages.MapPost("/directives/{id:guid}/discard", DiscardDirective.Post).Needs(DirectivesActs.IssueDirectives);
        pages.MapPost("/directives/{id:guid}/issue", IssueDirective.Post).Needs(DirectivesActs.IssueDirectives);
        pages.MapPost("/directives/{id:guid}/withdraw", WithdrawDirective.Post).Needs(DirectivesActs.IssueDirectives);
        pages.MapGet("/directives/{id:guid}/receipts", ListReceipts.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapPost("/directives/{id:guid}/receipts/{unitId:guid}/sign", SignReceipt.Post).Needs(DirectivesActs.SignReceipts);
        pages.MapPost("/directives/{id:guid}/receipts/{unitId:guid}/return", ReturnReceipt.Post).Needs(DirectivesActs.SignReceipts);

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

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton(new MatterKind(IssueDirective.Matter, "指令签收", "/directives/{id}"));
        services.AddSingleton(new MessageTemplate(IssueDirective.Told, "下发指令", "{unit}收到一条{kind}，请于{due}前登录工作台“指令”签收。"));
        services.AddSingleton(
            new MessageTemplate(WithdrawDirective.Told, "撤回指令", "{issued}发给{unit}的{kind}已经撤回，不用再办。详情见工作台“指令”。")
        );
    }

    public override void Facts(FactCatalog facts)
    {
        facts.Add<DirectiveIssued>("directives.directive-issued", "下发指令");
        facts.Add<DirectiveWithdrawn>("directives.directive-withdrawn", "撤回指令");
        facts.Add<ReceiptSigned>("directives.receipt-signed", "签收指令", DirectiveMeasures.ReceiptsSigned);
        facts.Add<ReceiptReturned>("directives.receipt-returned", "退回指令");

        facts.Add<GroupRegistered>("directives.group-registered", "登记工作群");
        facts.Add<GroupSetUp>("directives.group-set-up", "建成工作群", DirectiveMeasures.GroupsSetUp);
        facts.Add<GroupChanged>("directives.group-changed", "修改工作群");
        facts.Add<GroupDissolved>("directives.group-dissolved", "解散工作群");
    }

    public override void Jobs(JobCatalog jobs) =>
        jobs.AddRecurring("directives.dissolve-with-campaign", TimeSpan.FromHours(1), DissolveWithCampaign.Run);

    public override void Menu(Menu menu)
    {
        menu.Add("指令", "指令", "/directives", DirectivesActs.ReadDirectives, 10, onPhone: true);
        menu.Add("指令", "工作群", "/groups", DirectivesActs.ReadGroups, 40);
    }

    public override void Home(HomeBoard home)
    {
        DirectiveHome.Put(home);
        GroupHome.Put(home);
    }
}
