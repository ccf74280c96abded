using Wuzha.Platform.Facts;

namespace Wuzha.Directives.Exports;

/// <summary>What this module counts.</summary>
public static class DirectiveMeasures
{
    public static readonly Measure Issued = new("directives.issued", "下发指令", "Directives issued", "条");
    public static readonly Measure BulletinsIssued = new("directives.bulletins-issued", "下发通报", "Bulletins issued", "期");
    public static readonly Measure PassedOn = new("directives.passed-on", "转发下级", "Directives passed on", "条");
    public static readonly Measure ReceiptsSigned = new("directives.receipts-signed", "签收指令", "Receipts signed", "次");
    public static readonly Measure ReceiptsSignedLate = new("directives.receipts-signed-late", "逾期签收", "Receipts signed late", "次");
    public static readonly Measure Relayed = new("directives.relayed", "转发到群", "Relays into groups", "群次");
    public static readonly Measure RelaysConfirmed = new("directives.relays-confirmed", "监督员确认", "Relays confirmed", "群次");
    public static readonly Measure Opens = new("directives.opens", "打开公告", "Openings of notices", "人次");
    public static readonly Measure Previews = new("directives.previews", "预览和机器访问", "Previews and robots", "次");
    public static readonly Measure GroupsSetUp = new("directives.groups-set-up", "建成工作群", "Groups set up", "个");
}
