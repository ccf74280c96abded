using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Audit;
using Wuzha.Platform.Identity.Accounts;
using Wuzha.Platform.Layout;
using Wuzha.Platform.Tenants;

namespace Wuzha.Platform.Identity;

/// <summary>Sign-in, one's own account, and the pages of the three administrators.</summary>
internal static class IdentityRoutes
{
    private const string BeforeSignIn = "One comes here before one is signed in.";

    public static void Map(Pages pages)
    {
        pages.MapGet("/sign-in", SignIn.Get).OpenToAll(BeforeSignIn);
        pages.MapPost("/sign-in", SignIn.Post).OpenToAll(BeforeSignIn).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/sign-in/code", SignInCode.Post).OpenToAll(BeforeSignIn).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/sign-out", SignOut.Post).NeedsSignIn().WithMetadata(new OpenWhileHeld());

        pages.MapGet("/password", ChangePassword.Get).NeedsSignIn().WithMetadata(new OpenWhileHeld());
        pages.MapPost("/password", ChangePassword.Post).NeedsSignIn().WithMetadata(new OpenWhileHeld()).RequireRateLimiting(Limits.SignIn);
        pages.MapGet("/second-factor", SetSecondFactor.Get).NeedsSignIn().WithMetadata(new OpenWhileHeld());
        pages.MapPost("/second-factor", SetSecondFactor.Post).NeedsSignIn().WithMetadata(new OpenWhileHeld()).RequireRateLimiting(Limits.SignIn);
        pages.MapPost("/second-factor/remove", SetSecondFactor.Remove).NeedsSignIn().RequireRateLimiting(Limits.SignIn);

        pages.MapGet("/me", ShowMe.Get).NeedsSignIn();
        pages.MapGet("/me/appointments", () => TypedResults.LocalRedirect("/me#appointments")).NeedsSignIn();
        pages.MapPost("/me/appointments/{id:guid}", ShowMe.Switch).NeedsSignIn();
        pages.MapPost("/me/sign-out-everywhere", SignOut.Everywhere).NeedsSignIn();

        pages.MapGet("/accounts", ListAccounts.Get).Needs(IdentityActs.ManageAccounts);
        pages.MapGet("/accounts/new", OpenAccounts.Get).Needs(IdentityActs.ManageAccounts);
        pages.MapPost("/accounts", OpenAccounts.Post).Needs(IdentityActs.ManageAccounts);
        pages.MapGet("/accounts/slips", MakeSlips.Get).Needs(IdentityActs.ManageAccounts);
        pages.MapPost("/accounts/slips", MakeSlips.Post).Needs(IdentityActs.ManageAccounts);
        pages.MapGet("/accounts/{id:guid}", ShowAccount.Get).Needs(IdentityActs.ManageAccounts);
        pages.MapPost("/accounts/{id:guid}/lock", ShowAccount.Lock).Needs(IdentityActs.ManageAccounts);
        pages.MapPost("/accounts/{id:guid}/unlock", ShowAccount.Unlock).Needs(IdentityActs.ManageAccounts);
        pages.MapPost("/accounts/{id:guid}/close", ShowAccount.Close).Needs(IdentityActs.ManageAccounts);
        pages.MapGet("/accounts/approvals", ApproveAccounts.Get).Needs(IdentityActs.ApproveAccounts);
        pages.MapPost("/accounts/approvals", ApproveAccounts.Post).Needs(IdentityActs.ApproveAccounts);
        pages.MapPost("/accounts/approvals/decline", ApproveAccounts.Decline).Needs(IdentityActs.ApproveAccounts);
        pages.MapGet("/permissions", ShowPermissions.Get).Needs(IdentityActs.ReadPermissions);
        pages.MapGet("/permissions/{role}", ShowRole.Get).Needs(IdentityActs.ReadPermissions);
        pages.MapGet("/settings", EditInstallation.Get).Needs(IdentityActs.EditInstallation);
        pages.MapPost("/settings", EditInstallation.Post).Needs(IdentityActs.EditInstallation);
        pages.MapGet("/settings/security", EditSecurityPolicy.Get).Needs(IdentityActs.EditSecurityPolicy);
        pages.MapPost("/settings/security", EditSecurityPolicy.Post).Needs(IdentityActs.EditSecurityPolicy);
        pages.MapGet("/audit", ListFacts.Get).Needs(IdentityActs.ReadAudit);
    }

    public static void Menu(Menu menu)
    {
        menu.Add("系统", "账号", "/accounts", IdentityActs.ManageAccounts, 900, onPhone: true);
        menu.Add("系统", "账号审批", "/accounts/approvals", IdentityActs.ApproveAccounts, 901, onPhone: true);
        menu.Add("系统", "岗位权限", "/permissions", IdentityActs.ReadPermissions, 902, onPhone: true);
        menu.Add("系统", "审计日志", "/audit", IdentityActs.ReadAudit, 903, onPhone: true);
        menu.Add("系统", "系统设置", "/settings", IdentityActs.EditInstallation, 904);
        menu.Add("系统", "安全策略", "/settings/security", IdentityActs.EditSecurityPolicy, 904);
    }
}
