using Wuzha.PlanScore;

// tools/plan-score PLANS EXPECTED [--show]: reads every plan of the first folder and compares with the same name in the second.
if (args.Length < 2)
{
    await Console.Error.WriteLineAsync("tools/plan-score PLANS EXPECTED [--show]");
    return 2;
}

var total = new Score();
foreach (var (name, score) in PlanFolder.Score(args[0], args[1]))
{
    total.Add(score);
    Console.Out.WriteLine(score.Line(name));
    foreach (var remark in args.Contains("--show") ? score.Remarks : [])
        Console.Out.WriteLine($"    {remark}");
}
Console.Out.WriteLine(total.Line("total"));
return 0;
