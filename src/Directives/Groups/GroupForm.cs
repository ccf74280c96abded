using Microsoft.EntityFrameworkCore;
using Wuzha.Organisation.Exports;
using Wuzha.Platform;
using Wuzha.Platform.Forms;
using Wuzha.Platform.Privacy;
using Wuzha.Platform.Storage;
using Wuzha.Platform.Units;

namespace Wuzha.Directives.Groups;

/// <summary>The fields of a group.</summary>
public static class GroupForm
{
    public static readonly ChoiceField Kind = new("kind", "类别")
    {
        Options = [.. Enum.GetValues<GroupKind>().Select(kind => (kind.ToString(), GroupWords.Of(kind)))],
    };
    public static readonly TextField Name = new("name", "群名称")
    {
        Min = 2,
        Max = Group.NameLength,
        Hint = "例如：东沟村反诈宣传群。",
    };
    public static readonly ChoiceField Place = new("place", "建在哪里")
    {
        Options = [.. Enum.GetValues<GroupPlace>().Select(place => (place.ToString(), GroupWords.Of(place)))],
        Hint = "只作说明，系统不连接群，也不读群里的内容。",
    };
    public static readonly ChoiceField Campaign = new("campaign", "所属专项行动")
    {
        Optional = true,
        Hint = "专项行动结束时群随之解散。长期使用的群不选。",
    };
    public static readonly ChoiceField Forwarder = new("forwarder", "推送员")
    {
        Optional = true,
        Hint = "把宣传内容发到群里的人，从本单位任职人员中选。",
    };
    public static readonly ChoiceField Witness = new("witness", "监督员") { Optional = true, Hint = "确认已经转发的人，不能是推送员本人。" };
    public static readonly ChoiceField SecondWitness = new("secondWitness", "第二监督员") { Optional = true };
    public static readonly DayField DueOn = new("dueOn", "要求建成日期") { Optional = true, Hint = "还没建的群要填。" };
    public static readonly DayField SetUpOn = new("setUpOn", "建成日期") { Optional = true, Hint = "已经建好的填，没建的留空。" };
    public static readonly NumberField Members = new("members", "群成员数")
    {
        Optional = true,
        Max = 5000,
        Unit = "人",
        Hint = "只记数字，不登记群众名单。",
    };
    public static readonly DayField CountedOn = new("countedOn", "成员数统计日期") { Optional = true, Hint = "不填就是今天。" };

    /// <summary>Reads the form; what is meaningless when it failed comes back too.</summary>
    internal static GroupTyped Read(Form form, GroupChoices choices, DateOnly today)
    {
        var (kind, name, place, campaign) = (form.Read(Kind), form.Read(Name), form.Read(Place), form.Read(choices.Campaign));
        var forwarder = IdOf(form.Read(choices.Of(Forwarder)));
        var (witness, second) = (IdOf(form.Read(choices.Of(Witness))), IdOf(form.Read(choices.Of(SecondWitness))));
        var (dueOn, setUpOn, members, countedOn) = (form.Read(DueOn), form.Read(SetUpOn), form.Read(Members), form.Read(CountedOn));

        var typed = new GroupTyped(
            Enum.TryParse<GroupKind>(kind, out var asKind) ? asKind : default,
            name ?? "",
            Enum.TryParse<GroupPlace>(place, out var asPlace) ? asPlace : default,
            IdOf(campaign),
            forwarder,
            witness,
            second,
            dueOn,
            setUpOn,
            members,
            members is null ? null : countedOn ?? today
        );
        foreach (var (field, sentence) in Faults(typed, today, areDaysRead: !form.Failed))
            form.Fail(field, sentence);
        return typed;
    }

    /// <summary>What does not fit together, wherever it was typed.</summary>
    /// <param name="areDaysRead">False when a day may be missing because what was typed is none.</param>
    internal static IEnumerable<(Field Field, string Sentence)> Faults(GroupTyped typed, DateOnly today, bool areDaysRead)
    {
        if (typed.WitnessId is { } witness && witness == typed.ForwarderId)
            yield return (Witness, "监督员不能是推送员本人，请另选一人。");
        if (typed.SecondWitnessId is { } second && (second == typed.ForwarderId || second == typed.WitnessId))
            yield return (SecondWitness, "第二监督员已是推送员或监督员，请另选一人，或者留空。");
        if (typed.SetUpOn > today)
            yield return (SetUpOn, "建成日期不能晚于今天；还没建的请留空，填要求建成日期。");
        if (typed.CountedOn > today)
            yield return (CountedOn, "统计日期不能晚于今天，请修改。");
        if (areDaysRead && typed is { SetUpOn: null, DueOn: null })
            yield return (DueOn, "还没建的群请填要求建成日期；已经建好的请填建成日期。");
        else if (areDaysRead && typed is { SetUpOn: null, Members: not null })
            yield return (Members, "群还没建，没有成员数；已经建好的请填建成日期。");
    }

    internal static Form Of(Group group) =>
        Form.Empty(
            (Kind.Name, group.Kind.ToString()),
            (Name.Name, group.Name),
            (Place.Name, group.Place.ToString()),
            (Campaign.Name, group.CampaignId?.ToString()),
            (Forwarder.Name, group.ForwarderId?.ToString()),
            (Witness.Name, group.WitnessId?.ToString()),
            (SecondWitness.Name, group.SecondWitnessId?.ToString()),
            (DueOn.Name, DueOn.Show(group.DueOn)),
            (SetUpOn.Name, SetUpOn.Show(group.SetUpOn)),
            (Members.Name, Members.Show(group.Members)),
            (CountedOn.Name, CountedOn.Show(group.CountedOn))
        );

    private static Guid? IdOf(string? typed) => Guid.TryParse(typed, out var id) ? id : null;
}

/// <summary>Who and what may be chosen for a group of one unit.</summary>
public sealed record GroupChoices(IReadOnlyList<(string Value, string Text)> People, ChoiceField Campaign)
{
    private const int MostPeople = 500;

    public ChoiceField Of(ChoiceField field) => field.With(People);

    internal static async Task<GroupChoices> For(Db db, Viewer viewer, Vault vault, Unit unit, Group? group, DateOnly today)
    {
        var campaigns = (await CampaignQuestions.Known(db, viewer, today)).Where(one =>
            one.State == CampaignState.Running && one.IssuerScope.Covers(unit.Path) || one.Id == group?.CampaignId
        );
        return new GroupChoices(
            await Serving(db, unit, vault, today),
            GroupForm.Campaign.With(campaigns.Select(one => (one.Id.ToString(), one.Name)))
        );
    }

    /// <summary>Everyone who serves now at the unit or under it, by name.</summary>
    private static async Task<IReadOnlyList<(string Value, string Text)>> Serving(Db db, Unit unit, Vault vault, DateOnly today)
    {
        var scope = unit.Scope;
        var people = await db
            .People.AsNoTracking()
            .Where(person =>
                person.TenantId == unit.TenantId
                && db.Appointments.Any(appointment =>
                    appointment.TenantId == unit.TenantId
                    && appointment.PersonId == person.Id
                    && appointment.FromOn <= today
                    && (appointment.UntilOn == null || appointment.UntilOn >= today)
                    && db.Units.Any(at =>
                        at.TenantId == unit.TenantId
                        && at.Id == appointment.UnitId
                        && at.Path.CompareTo(scope.From) >= 0
                        && at.Path.CompareTo(scope.To) < 0
                    )
                )
            )
            .OrderBy(person => person.Id)
            .Take(MostPeople)
            .Select(person => new
            {
                person.Id,
                person.NameSealed,
                person.Post,
            })
            .ToListAsync();
        return
        [
            .. people
                .Select(person => (person.Id.ToString(), Name: vault.Open(person.NameSealed), person.Post))
                .OrderBy(person => person.Name, StringComparer.Ordinal)
                .Select(person => (person.Item1, person.Post is null ? person.Name : $"{person.Name}（{person.Post}）")),
        ];
    }
}
