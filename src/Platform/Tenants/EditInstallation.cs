using Microsoft.AspNetCore.Http;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Storage;

namespace Wuzha.Platform.Tenants;

/// <summary>系统设置: what stands on every page and in every link. The system administrator's (三员分立: no policy, no rights).</summary>
internal static class EditInstallation
{
    internal static readonly TextField Name = new("name", "系统名称") { Hint = "显示在每一页的左上角。" };
    internal static readonly TextField Organiser = new("organiser", "主办单位") { Hint = "显示在每一页的下方，写全称。" };
    internal static readonly PublicAddressField Address = new("publicAddress", "网址")
    {
        Hint = "登录单、短链接和二维码都用它。改过以后请重新启动服务，新网址才会答应；已经发出去的二维码仍然指向旧网址。",
    };

    internal static async Task<IResult> Get(Db db, Viewer viewer)
    {
        var tenant = await Tenant.Own(db, viewer);
        return Show(Form.Empty((Name.Name, tenant.Name), (Organiser.Name, tenant.Organiser), (Address.Name, tenant.PublicAddress)));
    }

    internal static async Task<IResult> Post(Form form, Db db, Viewer viewer, Installations installations)
    {
        var name = form.Read(Name);
        var organiser = form.Read(Organiser);
        var address = form.Read(Address);
        if (form.Failed)
            return Show(form);

        var tenant = await Tenant.Own(db, viewer);
        var changed = new InstallationChanged(tenant.Name != name, tenant.Organiser != organiser, tenant.PublicAddress != address);
        if (changed is { Name: false, Organiser: false, PublicAddress: false })
            return Page.Done("/settings", "没有改动。");

        (tenant.Name, tenant.Organiser, tenant.PublicAddress) = (name!, organiser!, address!);
        tenant.Version++;
        db.Record(viewer, changed);
        await db.SaveChangesAsync();
        installations.Forget();
        return Page.Done("/settings", changed.PublicAddress ? "已保存。请重新启动服务，新网址才会答应。" : "已保存。");
    }

    private static IResult Show(Form form) => Page.Of<InstallationPage>(new { Form = form }, form.Failed ? 422 : 200);
}
