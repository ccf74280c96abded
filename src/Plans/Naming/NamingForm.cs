using Wuzha.Platform.Forms;

namespace Wuzha.Plans.Naming;

/// <summary>What a person decides about a name: whom it means.</summary>
public static class NamingForm
{
    public static readonly ChoiceField Target = new("target", "指的是谁")
    {
        Options =
        [
            (nameof(AliasTarget.Groups), "一类单位（以后新设的也算）"),
            (nameof(AliasTarget.Units), "下面勾选的单位"),
            (nameof(AliasTarget.Office), "本单位自己办，不列入各单位任务清单"),
            (nameof(AliasTarget.External), "上级或外单位，这里没有任务"),
            (nameof(AliasTarget.Nobody), "不指任何单位"),
        ],
    };

    /// <summary>Ticked kinds of units.</summary>
    internal const string Group = "group";

    /// <summary>Ticked units.</summary>
    internal const string Unit = "unit";

    /// <summary>How many units the person has seen that it is; empty before.</summary>
    internal const string Seen = "seen";
    internal const string Written = "written";

    internal static Form Of(NameReading reading) =>
        Form.Empty([
            (Target.Name, reading.Target is { } target ? $"{target}" : null),
            .. reading.Groups.Select(key => (Group + key, (string?)"true")),
            .. reading.UnitIds.Select(id => (Unit + id, (string?)"true")),
        ]);

    /// <summary>The reading as it was chosen; meaningless when the form failed.</summary>
    internal static NameReading Read(Form form, string written, NameSurroundings around)
    {
        var target = Enum.TryParse<AliasTarget>(form.Read(Target), out var typed) ? typed : AliasTarget.Nobody;
        var reading = new NameReading(written, target, NameHow.Decided)
        {
            Groups =
                target == AliasTarget.Groups
                    ? [.. UnitGroups.All.Where(group => form.Typed(Group + group.Key).Length > 0).Select(group => group.Key)]
                    : [],
            UnitIds =
                target == AliasTarget.Units ? [.. around.Under.Where(unit => form.Typed(Unit + unit.Id).Length > 0).Select(unit => unit.Id)] : [],
        };
        if (!form.Failed && target == AliasTarget.Groups && reading.Groups.Count == 0)
            form.Fail(Target, PlansRefusals.NoGroupTicked.Message);
        if (!form.Failed && target == AliasTarget.Units && reading.UnitIds.Count == 0)
            form.Fail(Target, PlansRefusals.NoUnitTicked.Message);
        return reading;
    }

    /// <summary>What a reading says, in a few words.</summary>
    internal static string WordsOf(NameReading reading, IReadOnlyList<NamedUnit> units) =>
        reading.Target switch
        {
            AliasTarget.Groups =>
                $"{string.Join('、', reading.Groups.Select(key => UnitGroups.Find(key)?.Name).OfType<string>())}，现有 {units.Count} 个",
            AliasTarget.Units when units.Count == 0 => "单位已撤并，请重新指定",
            AliasTarget.Units when units.Count <= 3 => string.Join('、', units.Select(unit => unit.Name)),
            AliasTarget.Units => $"{units[0].Name}等 {units.Count} 个单位",
            AliasTarget.Office => "本单位自己办",
            AliasTarget.External => "上级或外单位，这里没有任务",
            AliasTarget.Nobody => "不指任何单位",
            _ => "不清楚指谁",
        };
}
