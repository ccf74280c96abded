using Wuzha.Bench;

// ./bench.sh facts P8 tally board list P11 P12 P13 [--full]: each work prints one line, the bare database's figure beside ours.
var full = args.Contains("--full");
var asked = args.Where(arg => !arg.StartsWith('-')).ToList();
var time = TimeSpan.FromSeconds(full ? 10 : 3);
var works = new Dictionary<string, Func<Task>>
{
    ["facts"] = () => FactWork.Run(time),
    ["P8"] = () => DirectiveWork.Run(time, full),
    ["tally"] = () => TallyWork.Run(time),
    ["board"] = () => BoardWork.Run(time),
    ["list"] = () => HostWork.List(),
    ["P11"] = () => HostWork.Start(),
    ["P12"] = () => PlanWork.Run(),
    ["P13"] = () => BulletinWork.Run(),
};
if (asked.FirstOrDefault(name => !works.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"No such work: {unknown}. There are: {string.Join(' ', works.Keys)}.");
    return 2;
}

foreach (var name in asked.Count == 0 ? [.. works.Keys] : asked)
    await works[name]();
return 0;
