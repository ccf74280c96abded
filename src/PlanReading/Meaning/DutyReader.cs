using Wuzha.PlanReading.Grammar;

namespace Wuzha.PlanReading.Meaning;

/// <summary>Where a paragraph stands: the purpose of its section, who is in charge there, until when.</summary>
internal sealed record Setting(string Purpose, IReadOnlyList<string> Units, string? Deadline);

/// <summary>The one pass of meaning: a paragraph's clauses become duties; what leads to an act or follows from it belongs to the act.</summary>
internal sealed class DutyReader(string plain, UnitReader units)
{
    private readonly Continuation continuation = new(plain);
    private readonly List<Act> acts = [];

    /// <summary>Words that led nowhere yet: means, times, conditions.</summary>
    private readonly List<Clause> pending = [];
    private Setting setting = new("", [], null);
    private IReadOnlyList<string> doers = [];
    private bool isNewDoer;

    /// <summary>This sentence has named its doer.</summary>
    private bool isNamed;

    public IReadOnlyList<Act> Read(TextSpan paragraph, Setting where)
    {
        acts.Clear();
        pending.Clear();
        (setting, doers, isNewDoer, isNamed) = (where, where.Units, false, false);
        var assignments = Assignment.In(plain, units, paragraph);
        foreach (var clause in Clauses.Of(plain, Assigned(paragraph, assignments)))
            Take(clause);
        Flush();
        foreach (var act in acts)
            act.Assigned = assignments.FirstOrDefault(part => part.Span.Start >= act.Span.Start);
        return [.. acts];
    }

    /// <summary>Up to the last bracket that only says who; brackets inside are skipped by the clauses as all brackets are.</summary>
    private static TextSpan Assigned(TextSpan paragraph, IReadOnlyList<Assignment> assignments) =>
        assignments is [.., { } last] && last.Span.End + 1 >= paragraph.End
            ? paragraph with
            {
                End = Math.Max(paragraph.Start, last.Span.Start),
            }
            : paragraph;

    private void Take(Clause clause)
    {
        if (Leads(clause))
            return;
        var words = Subject(clause.Words);
        if (words.Length > 0)
            Weigh(clause, words);
        else if (clause.Words.Length > 0 || pending.Count > 0)
            pending.Add(clause);
        if (clause.EndsSentence)
            Flush();
    }

    /// <summary>…举办启动仪式，由平安办牵头，各村配合: behind the act it says whose it is.</summary>
    private bool Leads(Clause clause)
    {
        if (pending.Count > 0 || acts is not [.., { IsOpen: true } last])
            return false;
        var by = plain[clause.Words.Start..Math.Min(clause.Words.End, clause.Words.Start + 1)] == "由" ? 1 : 0;
        if (units.ListAt(clause.Words.Start + by, clause.Words.End) is not { } list)
            return false;
        var rest = plain[list.End..clause.Words.End];
        if (rest is "牵头" or "负责" or "牵头负责" or "具体负责" or "组织实施" or "承办" or "负责落实" or "负责实施" or "牵头组织" or "主办")
            last.Doers = list.Names;
        else if (rest is not ("配合" or "协助" or "参与" or "参加" or "协同配合" or "积极配合" or "协办"))
            return false;
        last.Stretch(clause.Span.End, clause.EndsSentence);
        if (clause.EndsSentence)
            Flush();
        return true;
    }

    private void Weigh(Clause clause, TextSpan words)
    {
        var rule = DutyRules.Match(plain, words, doers);
        var joined = pending.Count > 0 ? DutyRules.Match(plain, Around(words), doers) : rule;
        if (
            joined is not null
            && (
                joined.Kind == "clue"
                || rule is { IsGeneric: true }
                    && joined.Kind is "push" or "display" or "letter" or "visit" or "lecture" or "sign" or "event" or "report" or "bulletin"
            )
        )
            rule = rule is { IsGeneric: true } && joined.Kind is "report" or "bulletin" ? rule : joined;
        if (
            rule is null
            && joined is not null
            && (clause.EndsSentence || !IsPureLead(words))
            && joined.Kind is not ("organize" or "roster" or "bank" or "inspection" or "assessment")
        )
            rule = joined;
        if (rule is null || !clause.EndsSentence && IsPureLead(words) && EndsAsMeans(words) && !IsDone(rule))
            Skip(clause, words);
        else if (Gate.Lets(rule, plain, words, setting, doers.Count > 0))
            Add(clause, rule, words);
        else
            Skip(clause, words);
    }

    /// <summary>Acts that are never means to another.</summary>
    private static bool IsDone(DutyRule rule) =>
        rule.Kind is "report" or "bulletin" or "assessment" or "roster" or "sign" or "inspection" or "organize" or "group-build";

    private TextSpan Around(TextSpan words) => new(pending[0].Span.Start, words.End);

    /// <summary>A clause without an act leads to the next one or belongs to the act before it.</summary>
    private void Skip(Clause clause, TextSpan words)
    {
        if (IsPureLead(words) && !clause.EndsSentence || isNewDoer || acts.Count == 0 || pending.Count > 0 || clause.Words.Length == 0)
            pending.Add(clause);
        else if (acts[^1].IsOpen)
            acts[^1].Stretch(clause.Span.End, clause.EndsSentence);
        else
            pending.Add(clause);
    }

    private void Add(Clause clause, DutyRule rule, TextSpan words)
    {
        var start = pending.Count > 0 ? pending[0].Span.Start : clause.Span.Start;
        pending.Clear();
        if (acts is [.., { IsOpen: true } last] && !isNewDoer)
        {
            if (continuation.Continues(last, rule, clause, words, start))
            {
                last.Stretch(clause.Span.End, clause.EndsSentence);
                return;
            }
            if (last.Rule.Id is "E2" or "J3" && !continuation.HasFigure(last.Span))
            {
                start = last.Span.Start;
                acts.RemoveAt(acts.Count - 1);
            }
        }
        if (acts.Count > 0)
            acts[^1].IsOpen = false;
        acts.Add(new Act(rule, new TextSpan(start, clause.Span.End), doers, setting.Deadline) { IsOpen = !clause.EndsSentence });
        isNewDoer = false;
    }

    /// <summary>Words left at a sentence's end: perhaps they were the act after all.</summary>
    private void Flush()
    {
        if (pending.Count > 0)
        {
            var all = new TextSpan(pending[0].Words.Start, pending[^1].Words.End);
            if (all.Length > 0 && DutyRules.Match(plain, all, doers) is { } rule && Gate.Lets(rule, plain, all, setting, doers.Count > 0))
            {
                var clause = new Clause(new TextSpan(pending[0].Span.Start, pending[^1].Span.End), all, true);
                Add(clause, rule, all);
            }
        }
        pending.Clear();
        isNamed = false;
        if (acts.Count > 0)
            acts[^1].IsOpen = false;
    }

    /// <summary>Takes the units at the clause's head for the doers from here on; gives back the words behind them.</summary>
    private TextSpan Subject(TextSpan words)
    {
        var at = units.ListAt(words.Start, words.End) is null ? AfterTime(words) : words.Start;
        var by = at < words.End && plain[at] is '由' or '以' ? at + 1 : at;
        if (units.ListAt(by, words.End) is { } list && !units.IsPart(list, words.End))
            return Follow(list, words.End);
        if (Mover(at, words.End) is { } moved)
            (doers, isNewDoer) = (moved.Names, true);
        return words;
    }

    private TextSpan Follow(UnitList list, int end)
    {
        if (!UnitReader.IsVague(list) || setting.Units.Count == 0)
            (doers, isNewDoer, isNamed) = (list.Names, true, true);
        var rest = list.End;
        while (rest < end && Modal(rest) is > 0 and var length)
            rest += length;
        return new TextSpan(rest, end);
    }

    /// <summary>督促物业公司张贴海报: where nobody else is in charge, those who are moved do it.</summary>
    private UnitList? Mover(int at, int end)
    {
        var isLed = setting.Units.Count > 0 || isNamed;
        foreach (var mover in (ReadOnlySpan<string>)["统筹协调", "统筹", "组织", "发动", "督促", "协调", "动员", "对接", "要求", "依托"])
            if (plain.AsSpan(at, end - at).StartsWith(mover))
                return units.ListAt(at + mover.Length, end) is { } list && !UnitReader.IsVague(list) ? Moved(list, isLed) : null;
        return null;
    }

    /// <summary>Below somebody in charge only 组织镇纪委、派出所等单位… adds doers.</summary>
    private UnitList? Moved(UnitList list, bool isLed)
    {
        if (!isLed)
            return list;
        var isNamedWhole = plain.AsSpan(0, list.End).EndsWith("等单位") || plain.AsSpan(0, list.End).EndsWith("等部门");
        return isNamedWhole ? list with { Names = [.. doers.Union(list.Names)] } : null;
    }

    private int Modal(int at)
    {
        foreach (
            var modal in (ReadOnlySpan<string>)
                [
                    "负责",
                    "牵头",
                    "具体",
                    "要",
                    "应",
                    "须",
                    "需",
                    "将",
                    "可",
                    "必须",
                    "务必",
                    "积极",
                    "主动",
                    "充分",
                    "认真",
                    "分别",
                    "也",
                    "都",
                    "均",
                    " ",
                    "为主",
                    "根据职责",
                ]
        )
            if (plain.AsSpan(at).StartsWith(modal))
                return modal.Length;
        return 0;
    }

    /// <summary>5月12日前各村要…: the time stands before the doer.</summary>
    private int AfterTime(TextSpan words)
    {
        var head = plain.AsSpan(words.Start, Math.Min(words.Length, 24));
        var stop = head.LastIndexOfAny('前', '间', '起');
        var isTime = stop > 0 && head[..stop].IndexOfAny("月日年每") >= 0 && head[..stop].IndexOfAny("，要应") < 0;
        return isTime ? words.Start + stop + 1 : words.Start;
    }

    private bool IsPureLead(TextSpan words) => Words.Lead.LongestAt(plain, words.Start, words.End) > 0;

    private bool EndsAsMeans(TextSpan words)
    {
        foreach (
            var end in (ReadOnlySpan<string>)
                [
                    "方式",
                    "形式",
                    "手段",
                    "途径",
                    "载体",
                    "平台",
                    "媒体",
                    "契机",
                    "作用",
                    "优势",
                    "阵地",
                    "渠道",
                    "活动",
                    "工作",
                    "机会",
                    "等",
                    "力量",
                    "媒介",
                    "时机",
                    "同时",
                    "内容",
                    "信息",
                    "时间",
                    "特点",
                    "要求",
                    "原则",
                ]
        )
            if (plain.AsSpan(words.Start, words.Length).EndsWith(end))
                return true;
        return false;
    }
}
