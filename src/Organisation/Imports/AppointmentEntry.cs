using Wuzha.Platform.Forms;
using Wuzha.Platform.Identity;
using Wuzha.Platform.Units;

namespace Wuzha.Organisation.Imports;

/// <summary>One person in one role at one unit, as a table names them.</summary>
/// <param name="NameField">The column of the name: where a wrong entry is marked.</param>
/// <param name="PhoneField">The column of the phone.</param>
internal sealed record AppointmentEntry(Field NameField, Field PhoneField, string Role, string Name, string? Phone, string? Post)
{
    /// <summary>The registered unit; null when the table itself brings it.</summary>
    public Unit? Unit { get; set; }

    /// <summary>Whoever is meant: registered, or made by this table.</summary>
    public Person? Person { get; set; }
    public bool IsNew { get; set; }

    /// <summary>The register that found the person, and writes the entry.</summary>
    public PeopleRegister? Register { get; set; }

    /// <summary>The person holds this role at this unit already.</summary>
    public bool Held { get; set; }
    public bool PostChanges { get; set; }
}

/// <summary>Several people in one cell, as rosters have them: 王某、李某 beside two phones.</summary>
internal static class PeopleInCell
{
    private static readonly char[] Marks = ['、', ',', '，', ';', '；', '\n', '\r', '/', '|'];

    /// <returns>Entries, or one sentence that says what is wrong with names or phones.</returns>
    public static (IReadOnlyList<AppointmentEntry> Entries, Field? Wrong, string? Error) Read(
        Field nameField,
        Field phoneField,
        string role,
        string? names,
        string? phones,
        string? post
    )
    {
        var people = Parts(names);
        var numbers = Parts(phones);
        if (people.Count == 0)
            return numbers.Count == 0 ? ([], null, null) : ([], nameField, "有电话没有姓名，请补上姓名或删去电话。");
        if (numbers.Count > 0 && numbers.Count != people.Count)
            return ([], phoneField, $"有 {people.Count} 个姓名、{numbers.Count} 个电话，请一一对应。");

        var entries = new List<AppointmentEntry>();
        for (var i = 0; i < people.Count; i++)
        {
            var name = people[i].Replace(" ", "", StringComparison.Ordinal);
            if (name.Length is < 2 or > 30)
                return ([], nameField, $"“{people[i]}”不像姓名，请写全名。");
            var (phone, error) = numbers.Count == 0 ? (null, null) : People.PersonFields.Phone.Parse(numbers[i]);
            if (error is not null)
                return ([], phoneField, error);
            entries.Add(new AppointmentEntry(nameField, phoneField, role, name, phone, post));
        }
        return (entries, null, null);
    }

    private static List<string> Parts(string? cell) =>
        cell is null or "无" or "/" or "-" or "—"
            ? []
            : [.. cell.Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
