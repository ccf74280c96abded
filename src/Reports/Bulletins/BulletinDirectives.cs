using Wuzha.Directives.Exports;
using Wuzha.Platform.Storage;

namespace Wuzha.Reports.Bulletins;

/// <summary>Sections two and three: what became of the directives that were issued in the month, by receipts and by groups.</summary>
internal static class BulletinDirectives
{
    public static async Task<IReadOnlyList<ReceiptFigures>> Receipts(Db db, BulletinHere here, BulletinPlaces places)
    {
        var sums = await ReceiptTally.Receipts(db, here.Viewer.TenantId, places.Ids, here.Month.FirstOn, here.Month.LastOn, here.Now);
        return [.. places.Rows(sums).Select(row => Sum(row.Row, row.Sums))];
    }

    public static async Task<IReadOnlyList<RelayFigures>> Relays(Db db, BulletinHere here, BulletinPlaces places)
    {
        var sums = await ReceiptTally.Relays(db, here.Viewer.TenantId, places.Ids, here.Month.FirstOn, here.Month.LastOn);
        return
        [
            .. places
                .Rows(sums)
                .Select(row => new RelayFigures(
                    row.Row.Id,
                    row.Row.Name,
                    row.Sums.Sum(sum => sum.Asked),
                    row.Sums.Sum(sum => sum.Sent),
                    row.Sums.Sum(sum => sum.Confirmed),
                    row.Sums.Sum(sum => sum.Opens)
                )),
        ];
    }

    private static ReceiptFigures Sum(Place row, IReadOnlyList<ReceiptSum> sums)
    {
        var (all, inTime, late) = (sums.Sum(sum => sum.Addressed), sums.Sum(sum => sum.SignedInTime), sums.Sum(sum => sum.SignedLate));
        var returned = sums.Sum(sum => sum.Returned);
        return new ReceiptFigures(row.Id, row.Name, all, inTime, late, returned, all - inTime - late - returned);
    }
}
