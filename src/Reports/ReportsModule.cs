using Microsoft.EntityFrameworkCore;
using Wuzha.Platform;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Home;
using Wuzha.Platform.Layout;
using Wuzha.Reports.Bulletins;
using Wuzha.Reports.Exports;

namespace Wuzha.Reports;

/// <summary>通报: prints what everyone below knows. It counts nothing itself: every figure is a standing or a tally of the modules under it.</summary>
public sealed class ReportsModule : Module
{
    public override void Routes(Pages pages)
    {
        pages.MapGet("/bulletins", ListBulletins.Get).Needs(ReportsActs.ReadBulletins);
        pages.MapGet("/bulletins/{unitId:guid}/{month}", ShowBulletin.Get).Needs(ReportsActs.ReadBulletins);
        pages.MapGet("/bulletins/{unitId:guid}/{month}/bulletin.docx", ShowBulletin.Word).Needs(ReportsActs.ReadBulletins);
        pages.MapGet("/bulletins/{unitId:guid}/{month}/standings", ListStandings.Get).Needs(ReportsActs.ReadBulletins);
        pages.MapGet("/bulletins/{unitId:guid}/{month}/receipts", ListReceipts.Get).Needs(ReportsActs.ReadBulletins);
        pages.MapGet("/bulletins/{unitId:guid}/{month}/relays", ListRelays.Get).Needs(ReportsActs.ReadBulletins);
        pages.MapGet("/bulletins/{unitId:guid}/{month}/remarks/{section:int}", RemarkBulletin.Get).Needs(ReportsActs.IssueBulletins);
        pages.MapPost("/bulletins/{unitId:guid}/{month}/remarks/{section:int}", RemarkBulletin.Post).Needs(ReportsActs.IssueBulletins);
        pages.MapPost("/bulletins/{unitId:guid}/{month}/issue", IssueBulletin.Post).Needs(ReportsActs.IssueBulletins);
        pages.MapPost("/bulletins/{unitId:guid}/{month}/take-back", TakeBackBulletin.Post).Needs(ReportsActs.IssueBulletins);
    }

    public override void Tables(ModelBuilder model) => ReportsTables.Map(model);

    public override void Facts(FactCatalog facts)
    {
        facts.Add<BulletinRemarked>("reports.bulletin-remarked", "写通报说明");
        facts.Add<BulletinIssued>("reports.bulletin-issued", "印发通报", BulletinMeasures.BulletinsIssued);
    }

    public override void Menu(Menu menu) => menu.Add("通报", "通报", "/bulletins", ReportsActs.ReadBulletins, 10);

    public override void Home(HomeBoard home) => BulletinHome.Put(home);
}
