using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wuzha.Directives.Exports;
using Wuzha.Directives.Groups;
using Wuzha.Directives.Issuing;
using Wuzha.Directives.Relays;
using Wuzha.Directives.Relays.Notices;
using Wuzha.Directives.Relays.Settling;
using Wuzha.Messaging.Exports;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;
using Wuzha.Platform.Imports;
using Wuzha.Platform.Jobs;
using Wuzha.Platform.Layout;

namespace Wuzha.Directives;

/// <summary>指令: what the office issues and who has signed for it, and the groups in which it is passed on.</summary>
public sealed class DirectivesModule : Module
{
    private const string Residents = "A notice in a group is opened by residents without an account.";

    public override void Routes(Pages pages)
    {
        pages.MapGet("/directives", ListDirectives.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapGet("/directives/new", DraftDirective.Get).Needs(DirectivesActs.IssueDirectives);
        pages.MapPost("/directives", DraftDirective.Post).Needs(DirectivesActs.IssueDirectives);
        pages.MapGet("/directives/selections", ListSelections.Get).Needs(DirectivesActs.PassOnDirectives);
        pages.MapGet("/directives/selections/{selectionId:guid}", RenameSelection.Get).Needs(DirectivesActs.PassOnDirectives);
        pages.MapPost("/directives/selections/{selectionId:guid}", RenameSelection.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapPost("/directives/selections/{selectionId:guid}/remove", RemoveSelection.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapGet("/directives/{id:guid}", ShowDirective.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapGet("/directives/{id:guid}/edit", EditDirective.Get).Needs(DirectivesActs.PassOnDirectives);
        pages.MapPost("/directives/{id:guid}/edit", EditDirective.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapPost("/directives/{id:guid}/discard", DiscardDirective.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapPost("/directives/{id:guid}/files", AttachFile.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapGet("/directives/{id:guid}/files/{fileId:guid}", OpenAttachment.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapPost("/directives/{id:guid}/files/{fileId:guid}/remove", DetachFile.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapPost("/directives/{id:guid}/submit", SubmitDirective.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapPost("/directives/{id:guid}/approve", ApproveDirective.Post).Needs(DirectivesActs.ApproveDirectives);
        pages.MapPost("/directives/{id:guid}/reject", RejectDirective.Post).Needs(DirectivesActs.ApproveDirectives);
        pages.MapPost("/directives/{id:guid}/issue", IssueDirective.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapGet("/directives/{id:guid}/replace", ReplaceDirective.Get).Needs(DirectivesActs.IssueDirectives);
        pages.MapPost("/directives/{id:guid}/replace", ReplaceDirective.Post).Needs(DirectivesActs.IssueDirectives);
        pages.MapPost("/directives/{id:guid}/withdraw", WithdrawDirective.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapGet("/directives/{id:guid}/pass-on", PassOnDirective.Get).Needs(DirectivesActs.PassOnDirectives);
        pages.MapPost("/directives/{id:guid}/pass-on", PassOnDirective.Post).Needs(DirectivesActs.PassOnDirectives);
        pages.MapGet("/directives/{id:guid}/cascade", ShowCascade.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapGet("/directives/{id:guid}/live", LiveReceipts.Get).Needs(DirectivesActs.PassOnDirectives);
        pages.MapGet("/directives/{id:guid}/receipts", ListReceipts.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapPost("/directives/{id:guid}/receipts/{unitId:guid}/sign", SignReceipt.Post).Needs(DirectivesActs.SignReceipts);
        pages.MapPost("/directives/{id:guid}/receipts/{unitId:guid}/return", ReturnReceipt.Post).Needs(DirectivesActs.SignReceipts);

        pages.MapGet("/units/{id:guid}/directives", ListUnitDirectives.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapGet("/directives/{id:guid}/relays", ListRelays.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapGet("/directives/{id:guid}/relays/settle", SettleRelays.Get).Needs(DirectivesActs.RelayDirectives);
        pages.MapPost("/directives/{id:guid}/relays/settle", SettleRelays.Post).Needs(DirectivesActs.RelayDirectives);
        pages.MapPost("/directives/{id:guid}/relays/settle/confirm", SettleRelays.Confirm).Needs(DirectivesActs.RelayDirectives);
        pages.MapGet("/relays", ListRelays.Mine).Needs(DirectivesActs.RelayDirectives);
        pages.MapGet("/relays/{id:guid}", ShowRelay.Get).Needs(DirectivesActs.ReadDirectives);
        pages.MapPost("/relays/{id:guid}/send", MarkRelay.Send).Needs(DirectivesActs.RelayDirectives);
        pages.MapPost("/relays/{id:guid}/take-back", MarkRelay.TakeBack).Needs(DirectivesActs.RelayDirectives);
        pages.MapPost("/relays/{id:guid}/confirm", MarkRelay.Confirm).Needs(DirectivesActs.RelayDirectives);

        pages.MapGetAndHead("/n/{tenant:maxlength(32)}/{code:length(22)}", ShowNotice.Get).OpenToResidents(Residents);
        pages.MapGet("/n/{tenant:maxlength(32)}/{code:length(22)}/seen.gif", CountOpening.Picture).OpenToResidents(Residents);
        // No form: there is nothing in it, and nobody's session is used.
        pages.MapPost("/n/{tenant:maxlength(32)}/{code:length(22)}/seen", CountOpening.Post).OpenToResidents(Residents).DisableAntiforgery();

        pages.MapGet("/groups", ListGroups.Get).Needs(DirectivesActs.ReadGroups);
        pages.MapGet("/groups/new", RegisterGroup.Get).Needs(DirectivesActs.EditGroups);
        pages.MapGet("/groups/new/{unitId:guid}", RegisterGroup.Form).Needs(DirectivesActs.EditGroups);
        pages.MapPost("/groups/new/{unitId:guid}", RegisterGroup.Post).Needs(DirectivesActs.EditGroups);
        pages.MapImport("/imports/groups", ImportGroups.Plan).Needs(DirectivesActs.EditGroups);
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
        services.AddSingleton(new UnitTab("指令", "directives", 20, DirectivesActs.ReadDirectives));
        services.AddSingleton(DirectiveBurden.Source);
        services.AddSingleton<IssuedDirectives>();
        services.AddSingleton(new MessageTemplate(TellReceivers.Issued, "下发指令", "{unit}收到一条{kind}，请于{due}前登录工作台“指令”签收。"));
        services.AddSingleton(
            new MessageTemplate(TellReceivers.Withdrawn, "撤回指令", "{issued}发给{unit}的{kind}已经撤回，不用再办。详情见工作台“指令”。")
        );
        services.AddSingleton(
            new MessageTemplate(SubmitDirective.Told, "提请批准指令", "{unit}有一条{kind}超过每周用时上限，请登录工作台“今天”批准或退回修改。")
        );
    }

    public override void Facts(FactCatalog facts)
    {
        facts.Add<DirectiveSubmitted>("directives.directive-submitted", "提请批准指令");
        facts.Add<DirectiveApproved>("directives.directive-approved", "批准或退回指令");
        facts.Add<DirectiveIssued>(
            "directives.directive-issued",
            "下发指令",
            DirectiveMeasures.Issued,
            DirectiveMeasures.PassedOn,
            DirectiveMeasures.BulletinsIssued
        );
        facts.Add<DirectiveWithdrawn>("directives.directive-withdrawn", "撤回指令");
        facts.Add<DirectiveExpired>("directives.directive-expired", "指令到期");
        facts.Add<ReceiptSigned>("directives.receipt-signed", "签收指令", DirectiveMeasures.ReceiptsSigned, DirectiveMeasures.ReceiptsSignedLate);
        facts.Add<ReceiptReturned>("directives.receipt-returned", "退回指令");
        facts.Claim<ReceiptSigned>(KeptReceipts.Sign);
        facts.Keep<ReceiptReturned>(KeptReceipts.Returned);

        facts.Add<DirectiveRelayed>("directives.directive-relayed", "转发到群", DirectiveMeasures.Relayed);
        facts.Add<RelayConfirmed>("directives.relay-confirmed", "监督员确认转发", DirectiveMeasures.RelaysConfirmed);
        facts.Add<NoticeOpened>("directives.notice-opened", "打开公告", DirectiveMeasures.Opens);
        facts.Add<NoticePreviewed>("directives.notice-previewed", "预览和机器访问公告", DirectiveMeasures.Previews);
        facts.Keep<NoticeOpened>(KeptOpenings.Opened);
        facts.Keep<NoticePreviewed>(KeptOpenings.Previewed);

        facts.Add<GroupRegistered>("directives.group-registered", "登记工作群");
        facts.Add<GroupSetUp>("directives.group-set-up", "建成工作群", DirectiveMeasures.GroupsSetUp);
        facts.Add<GroupChanged>("directives.group-changed", "修改工作群");
        facts.Add<GroupDissolved>("directives.group-dissolved", "解散工作群");
    }

    public override void Jobs(JobCatalog jobs)
    {
        jobs.AddRecurring("directives.dissolve-with-campaign", TimeSpan.FromHours(1), DissolveWithCampaign.Run);
        jobs.AddRecurring("directives.ask-receipts", TimeSpan.FromMinutes(10), AskReceipts.Run);
        jobs.AddRecurring("directives.forget-open-secrets", TimeSpan.FromHours(1), OpenSecret.Forget);
        jobs.Add(TellReceivers.Kind, TellReceivers.Run);
    }

    public override void Menu(Menu menu)
    {
        menu.Add("指令", "指令", "/directives", DirectivesActs.ReadDirectives, 10, onPhone: true);
        menu.Add("指令", "工作群", "/groups", DirectivesActs.ReadGroups, 40);
    }

    public override void Home(HomeBoard home)
    {
        DirectiveHome.Put(home);
        RelayHome.Put(home);
        GroupHome.Put(home);
    }
}
