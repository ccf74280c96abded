using System.Text.RegularExpressions;
using Wuzha.PlanReading.Structure;

namespace Wuzha.PlanReading.Envelope;

/// <summary>领导小组: a list of names by role, or one sentence …任组长; and where the office sits.</summary>
internal sealed partial class LeadingGroupReader(string text, string plain)
{
    public LeadingGroup? Read(IReadOnlyList<Block> blocks)
    {
        var roles = FromList(blocks);
        if (roles.Count == 0)
            roles = FromSentence();
        roles.AddRange(OfOffice().Where(role => roles.All(known => known.Role != role.Role)));
        var office = Office();
        return roles.Count == 0 && office is null ? null : new LeadingGroup(roles, office);
    }

    private List<GroupRole> FromList(IReadOnlyList<Block> blocks)
    {
        var roles = new List<GroupRole>();
        foreach (var line in blocks.Where(block => block.Kind == BlockKind.GroupMember).Select(block => block.Line.Of(plain)))
        {
            if (Labelled().Match(line) is { Success: true } labelled)
            {
                var role = Squeeze(labelled.Groups["role"].Value);
                var count = Names(labelled.Groups["names"].Value);
                if (roles.All(known => known.Role != role))
                    roles.Add(new GroupRole(role, count));
            }
            else if (roles.Count > 0)
                roles[^1] = roles[^1] with { Count = (roles[^1].Count ?? 0) + 1 };
        }
        return roles;
    }

    /// <summary>One name and post, or several names between 、; a group of offices has no count.</summary>
    private static int? Names(string list)
    {
        var trimmed = list.Trim();
        if (trimmed.Length == 0 || trimmed.Trim('X', ' ').Length == 0 || Collective().IsMatch(trimmed))
            return null;
        return
            trimmed.Split('、', StringSplitOptions.RemoveEmptyEntries).Length is > 1 and var many && !trimmed.Contains("  ", StringComparison.Ordinal)
            ? many
            : 1;
    }

    /// <summary>由甲任组长，乙、丙任副组长，成员由…组成.</summary>
    private List<GroupRole> FromSentence()
    {
        var roles = new List<GroupRole>();
        foreach (Match match in Appointed().Matches(plain))
        {
            var names = match.Groups["names"].Value;
            if (roles.All(known => known.Role != match.Groups["role"].Value))
                roles.Add(new GroupRole(match.Groups["role"].Value, Collective().IsMatch(names) ? null : names.Count(c => c == '、') + 1));
        }
        if (roles.Count > 0 && Members().IsMatch(plain))
            roles.Add(new GroupRole("成员", null));
        return roles;
    }

    private IEnumerable<GroupRole> OfOffice()
    {
        if (OfficeHead().IsMatch(plain))
            yield return new GroupRole("办公室主任", 1);
        if (OfficeDeputy().IsMatch(plain))
            yield return new GroupRole("办公室副主任", 1);
        if (Staff().Match(plain) is { Success: true } staff)
            yield return new GroupRole("工作人员", staff.Groups["names"].Value.Count(c => c is '、' or '和') + 1);
    }

    private string? Office() =>
        Seat().Match(plain) is { Success: true } seat && seat.Groups["at"] is { Length: > 1 } at ? text.Substring(at.Index, at.Length) : null;

    private static string Squeeze(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("^ *(?<role>[\u4e00-\u9fff ]{2,10}) *：(?<names>.*)$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Labelled();

    [GeneratedRegex("各|全体|负责人|负责同志|单位|部门|组成", RegexOptions.NonBacktracking)]
    private static partial Regex Collective();

    [GeneratedRegex(
        "(?<names>[^，。；由：]{2,60}?)(?:担任|任|为)(?<role>常务副组长|执行副组长|第一组长|副组长|组长|总指挥|副总指挥|指挥长|副指挥长)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Appointed();

    [GeneratedRegex("成员由|(为|任|是)(领导小组)?成员|组成人员|小组成员", RegexOptions.NonBacktracking)]
    private static partial Regex Members();

    [GeneratedRegex(
        "兼任(办公室)?主任|办公室主任由|任办公室主任|办公室主任：|兼任[^，。]{0,4}办公室主任|主任由[^，。]{1,30}兼任|(担任|任|兼任)主任",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex OfficeHead();

    [GeneratedRegex("办公室副主任|任副主任", RegexOptions.NonBacktracking)]
    private static partial Regex OfficeDeputy();

    [GeneratedRegex("(?<names>[^，。；]{1,30})为工作人员", RegexOptions.NonBacktracking)]
    private static partial Regex Staff();

    [GeneratedRegex("办公室[^，。；]{0,6}(?:，办公室|，)?[^，。；]{0,4}?(?:设在|设于|在)(?<at>[^，。；、（ \n]{2,20})", RegexOptions.NonBacktracking)]
    private static partial Regex Seat();
}
