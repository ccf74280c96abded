using Wuzha.PlanReading.Meaning;
using Wuzha.PlanReading.Text;
using Xunit;

namespace Wuzha.PlanReading.Tests;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("每周至少推送两次以上", 2, "week", true)]
    [InlineData("每月至少开展一次宣传", 1, "month", true)]
    [InlineData("每月不少于１次", 1, "month", true)]
    [InlineData("每月对各村进行通报", 1, "month", false)]
    [InlineData("一月一督查", 1, "month", false)]
    [InlineData("每两天一兑现", 1, "2day", false)]
    [InlineData("每天通报工作", 1, "day", false)]
    [InlineData("每学期开展不少于2次", 2, "term", true)]
    [InlineData("每月至少开展三场", 3, "month", true)]
    [InlineData("每日早中晚三次循环播放", 3, "day", false)]
    [InlineData("每天早晚各播放一次", 2, "day", false)]
    [InlineData("每季度主持召开一次例会", 1, "quarter", false)]
    [InlineData("上、下半年各开展一次", 2, "year", false)]
    [InlineData("每半年检查一次", 2, "year", false)]
    [InlineData("逐日报告", 1, "day", false)]
    [InlineData("实行月通报制度", 1, "month", false)]
    [InlineData("每年开展一次评选", 1, "year", false)]
    [InlineData("全年开展活动不少于12场次", 12, "year", true)]
    public void Frequencies_are_read_with_their_number(string clause, int times, string per, bool least) =>
        Assert.Equal(new Cadence(times, per, least), CadenceReader.Read(PlainText.Of(clause)));

    [Theory]
    [InlineData("定期开展督查")]
    [InlineData("不定期检查")]
    [InlineData("适时发送公益短信")]
    [InlineData("经常性宣传")]
    [InlineData("第一时间推送")]
    [InlineData("开展一次讲座")]
    [InlineData("2027年1月15日前组织1次培训")]
    public void What_names_no_interval_is_no_frequency(string clause) => Assert.Null(CadenceReader.Read(clause));

    [Theory]
    [InlineData("5月18日前完成组建", "--05-18")]
    [InlineData("于9月26日前报镇办公室", "--09-26")]
    [InlineData("力争20日前完成", "---20")]
    [InlineData("每月10日前报送", "---10")]
    [InlineData("3月底前", "--03-31")]
    [InlineData("2021年11月底完成", "2021-11-30")]
    [InlineData("到年底前", "--12-31")]
    [InlineData("第一季度末前完成", "--03-31")]
    [InlineData("２０２０年１２月３１日前", "2020-12-31")]
    [InlineData("2月31日前", "--02-28")]
    [InlineData("五月十八日前", "--05-18")]
    [InlineData("4月12日在广场举办启动仪式", "--04-12")]
    [InlineData("3月1日至3月31日", "--03-31")]
    [InlineData("6月中旬前", "--06-20")]
    [InlineData("2024年第二季度开展走访", "--06-30")]
    public void Deadlines_are_days(string clause, string day) => Assert.Equal(day, DeadlineReader.Read(PlainText.Of(clause)));

    [Theory]
    [InlineData("x月x日前推出第一期")]
    [InlineData("及时上报")]
    [InlineData("24小时内")]
    [InlineData("每月上报情况")]
    public void Blanks_and_vague_words_are_no_deadline(string clause) => Assert.Null(DeadlineReader.Read(PlainText.Of(clause)));

    [Theory]
    [InlineData("原则上每千人报送1名宣讲员", 1, 1000, "person")]
    [InlineData("每500人配备2名", 2, 500, "person")]
    [InlineData("向每个学生发放一封信", 1, 1, "student")]
    [InlineData("逐户签订告知书", 1, 1, "household")]
    [InlineData("对包裹逐件粘贴", 1, 1, "parcel")]
    [InlineData("一户一单", 1, 1, "household")]
    [InlineData("每组至少开展一次", 1, 1, "group")]
    [InlineData("每个单位都要建立群", 1, 1, "unit")]
    [InlineData("每个行政村至少配备2名", 2, 1, "village")]
    public void Quotas_are_so_many_for_each(string clause, int count, int per, string unit) =>
        Assert.Equal(new Quota(count, per, unit), QuotaReader.Read(clause, isRoster: false));

    [Fact]
    public void Naming_somebody_is_one_for_each_unit_only_in_a_roster()
    {
        Assert.Equal(new Quota(1, 1, "unit"), QuotaReader.Read("分别确定联络员一名", isRoster: true));
        Assert.Null(QuotaReader.Read("分别确定联络员一名", isRoster: false));
    }

    [Theory]
    [InlineData("入户宣传率达100%", 100, "%")]
    [InlineData("完成核减任务的80%以上", 80, "%")]
    [InlineData("覆盖率达到百分之九十五", 95, "%")]
    [InlineData("覆盖率达到百分之百", 100, "%")]
    [InlineData("发放宣传单500份", 500, "份")]
    [InlineData("印制宣传资料1万份", 10000, "份")]
    public void Targets_are_numbers_to_be_reached(string clause, double value, string unit)
    {
        var target = TargetReader.Read(clause, isCounted: false);

        Assert.Equal((value, unit), (target!.Value, target.Unit));
    }

    [Theory]
    [InlineData("开展一次讲座")]
    [InlineData("2027年1月15日前组织1次培训")]
    [InlineData("举办一场比赛")]
    public void Once_is_no_target(string clause) => Assert.Null(TargetReader.Read(clause, isCounted: false));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("两", 2)]
    [InlineData("二十三", 23)]
    [InlineData("三百", 300)]
    [InlineData("千", 1000)]
    [InlineData("5千", 5000)]
    public void Numbers_are_read_in_both_scripts(string written, int value) => Assert.Equal(value, Numerals.Value(written));
}
