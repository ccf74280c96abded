using System.Diagnostics;
using System.Globalization;
using System.Text;
using Wuzha.PlanReading;

namespace Wuzha.Bench;

/// <summary>P12: a plan document of 10 000 characters, one of a million, and whether twice the text takes twice the time.</summary>
internal static class PlanWork
{
    private static readonly string[] Sentences =
    [
        "各村（社区）每周至少推送两次反诈信息，每月25日前将宣传情况报镇反诈办。",
        "网格员要入户走访，逐户签订告知书、承诺书，6月底前入户率达到95%以上。",
        "镇派出所负责对发案情况进行研判，及时向各村、各单位通报。",
        "各银行在营业网点设置宣传展板，利用显示屏滚动播放反诈标语，对大额转账进行提醒劝导。",
        "中小学校每学期开展不少于2次主题班会，向每名学生发放一封信，回执由家长签字后收回存档。",
        "各单位要高度重视，切实加强组织领导，形成齐抓共管的工作格局，确保宣传工作取得实效。",
        "原则上每千人报送1名宣讲员，5月12日前将名单报领导小组办公室。（责任单位：平安办、各村（社区）；完成时限：5月底）",
    ];

    public static Task Run()
    {
        var (small, half, large) = (Text(10_000), Text(500_000), Text(1_000_000));
        Median(20, small);
        var (first, middle, last) = (Median(20, small), Median(3, half), Median(3, large));
        Say("P12", first, 50);
        Say("P12 1 MB", last, 1000);
        Ratio.Limit("P12 twice the text", string.Create(CultureInfo.InvariantCulture, $"{last / middle:0.00}x"), "2.50x", last / middle <= 2.5);
        return Task.CompletedTask;
    }

    private static void Say(string name, double milliseconds, double goal) =>
        Ratio.Limit(
            name,
            string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0}ms"),
            string.Create(CultureInfo.InvariantCulture, $"{goal:0}ms"),
            milliseconds <= goal
        );

    private static double Median(int rounds, string text)
    {
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            PlanReader.Read(text);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times.Order().ElementAt(rounds / 2);
    }

    private static string Text(int length)
    {
        var text = new StringBuilder("青溪镇反诈宣传工作方案\n一、工作任务\n");
        for (var i = 0; text.Length < length; i++)
            text.Append(i % 5 == 0 ? "（一）工作措施。" : "").Append(Sentences[i % Sentences.Length]).Append(i % 2 == 0 ? "\n" : "");
        return text.ToString();
    }
}
