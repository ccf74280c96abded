using FsCheck;
using FsCheck.Fluent;
using Wuzha.Reports.Bulletins;
using Xunit;

namespace Wuzha.Reports.Tests;

/// <summary>Months, rates and tables without any database.</summary>
public sealed class BulletinWordsTests
{
    [Theory]
    [InlineData(371, 412, "90.05 %")]
    [InlineData(1, 8, "12.50 %")]
    [InlineData(1, 3, "33.33 %")]
    [InlineData(2, 3, "66.67 %")]
    [InlineData(1, 800, "0.13 %")]
    [InlineData(0, 5, "0.00 %")]
    [InlineData(5, 5, "100.00 %")]
    public void A_rate_has_two_decimals_and_halves_go_up(int part, int whole, string rate) => Assert.Equal(rate, BulletinWords.Rate(part, whole));

    [Theory]
    [InlineData("青溪镇", "全镇")]
    [InlineData("城北街道", "全街道")]
    [InlineData("和平社区", "全社区")]
    [InlineData("青河县", "全县")]
    [InlineData("青溪镇中心小学", "青溪镇中心小学")]
    public void The_whole_of_a_unit_is_called_by_its_kind(string unit, string whole) => Assert.Equal(whole, BulletinWords.Whole(unit));

    [Fact]
    public void A_month_is_read_back_as_it_is_written_and_none_to_come_is() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<DateTime>().Filter(at => at.Year is >= 2000 and < 2100),
                ArbMap.Default.ArbFor<DateTime>().Filter(at => at.Year is >= 2000 and < 2100),
                (one, other) =>
                {
                    var (month, today) = (BulletinMonth.Of(DateOnly.FromDateTime(one)), DateOnly.FromDateTime(other));
                    var read = BulletinMonth.Read(month.Key, today);
                    return month.FirstOn > today
                        ? read.Refusal?.Code == "reports.month-to-come"
                        : read.Value == month && month.LastOn.AddDays(1).Day == 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_printed_and_read_back_is_the_same() =>
        Prop.ForAll<DutySum, DutySum>(
                (one, other) =>
                {
                    var figures = Figures(one, other);
                    var read = BulletinSnapshot.Read(
                        new BulletinSnapshot(figures, new Dictionary<BulletinSection, string> { [BulletinSection.Urgent] = "抓紧" }).Write()
                    );
                    return read.Figures.Sum == figures.Sum
                        && read.Figures.Duties.SequenceEqual(figures.Duties)
                        && read.Figures.ByUnit.SequenceEqual(figures.ByUnit)
                        && read.Figures.AsOf == figures.AsOf
                        && read.Remarks[BulletinSection.Urgent] == "抓紧";
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Beside_its_own_figures_no_number_has_changed_and_beside_others_each_that_differs_has() =>
        Prop.ForAll<DutySum, DutySum>(
                (printed, now) =>
                {
                    var table = Tables(printed)[0];
                    var today = Tables(now)[0];
                    var differ = table
                        .Rows.Zip(today.Rows, (one, other) => one.Cells.Zip(other.Cells, (a, b) => a.Value != b.Value ? 1 : 0).Sum())
                        .Sum();
                    return table.Beside(table).Changes == 0
                        && table.Beside(today).Changes == differ
                        && table.Beside(today).Total.Cells.SequenceEqual(table.Total.Cells);
                }
            )
            .QuickCheckThrowOnFailure();

    private static readonly Guid Duty = Guid.CreateVersion7();
    private static readonly Guid Unit = Guid.CreateVersion7();

    private static IReadOnlyList<FigureTable> Tables(DutySum sum) =>
        BulletinTables.Of(Figures(sum, sum), new BulletinMonth(new DateOnly(2026, 4, 1)), "/bulletins/a/2026-04", isRunning: false);

    private static BulletinFigures Figures(DutySum one, DutySum other) =>
        new()
        {
            AsOf = new DateTime(2026, 5, 4, 4, 0, 0, DateTimeKind.Utc),
            IsRunning = false,
            UnitId = Unit,
            UnitName = "青溪镇",
            Units = 1,
            Campaigns = [],
            Duties = [new DutyFigures(Duty, "1. 入户走访", one)],
            ByUnit = [new UnitFigures(Unit, "东沟村", false, other)],
            Receipts = [],
            Relays = [],
            Urgent = [],
        };
}
