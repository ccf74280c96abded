using System.Globalization;

namespace Wuzha.PlanScore;

/// <summary>Counts over one plan or many; rates are taken at the end, so that a long plan weighs more than a short one.</summary>
internal sealed class Score
{
    public int Plans { get; set; }
    public int Wanted { get; set; }
    public int Found { get; set; }
    public int Matched { get; set; }
    public int SameKind { get; set; }
    public Overlaps Units { get; } = new();
    public Dictionary<string, int> Present { get; } = PlanScorer.Slots.ToDictionary(slot => slot, _ => 0);
    public Dictionary<string, int> Exact { get; } = PlanScorer.Slots.ToDictionary(slot => slot, _ => 0);
    public Dictionary<string, int> Invented { get; } = PlanScorer.Slots.ToDictionary(slot => slot, _ => 0);
    public double Title { get; set; }
    public double Authority { get; set; }
    public double Number { get; set; }
    public double Issued { get; set; }
    public double DocumentUnits { get; set; }
    public double Headings { get; set; }
    public List<string> Remarks { get; } = [];

    public double Precision => Found == 0 ? 0 : (double)Matched / Found;
    public double Recall => Wanted == 0 ? 0 : (double)Matched / Wanted;
    public double F1 => Wanted + Found == 0 ? 1 : 2.0 * Matched / (Wanted + Found);
    public double Kind => Matched == 0 ? 1 : (double)SameKind / Matched;

    /// <summary>Of the figures that matched duties state, how many are read exactly.</summary>
    public double Figures => Present.Values.Sum() is > 0 and var present ? (double)Exact.Values.Sum() / present : 1;

    /// <summary>Title, authority, number and day together.</summary>
    public double Head => Plans == 0 ? 1 : (Title + Authority + Number + Issued) / (4 * Plans);

    public void Add(Score other)
    {
        (Plans, Wanted, Found, Matched) = (Plans + other.Plans, Wanted + other.Wanted, Found + other.Found, Matched + other.Matched);
        SameKind += other.SameKind;
        Units.Add(other.Units);
        foreach (var slot in PlanScorer.Slots)
        {
            Present[slot] += other.Present[slot];
            Exact[slot] += other.Exact[slot];
            Invented[slot] += other.Invented[slot];
        }
        (Title, Authority, Number, Issued) = (Title + other.Title, Authority + other.Authority, Number + other.Number, Issued + other.Issued);
        (DocumentUnits, Headings) = (DocumentUnits + other.DocumentUnits, Headings + other.Headings);
    }

    public string Line(string name)
    {
        var slots = string.Join(' ', PlanScorer.Slots.Select(slot => $"{slot} {Exact[slot]}/{Present[slot]}+{Invented[slot]}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name, -36} duties {Wanted, 4} found {Found, 4} P {Precision:0.000} R {Recall:0.000} F1 {F1:0.000}  kind {Kind:0.000}  units {Units.F1:0.000}  figures {Figures:0.000} ({slots})  head {Head:0.000}  doc units {DocumentUnits / Math.Max(1, Plans):0.000} headings {Headings / Math.Max(1, Plans):0.000}"
        );
    }
}

/// <summary>Names expected, found, and found to be the same.</summary>
internal sealed class Overlaps
{
    private int both;
    private int all;

    public double F1 => all == 0 ? 1 : 2.0 * both / all;

    public void Add(IReadOnlyList<string> wanted, IReadOnlyList<string> found)
    {
        both += PlanScorer.Partners(wanted, found);
        all += wanted.Count + found.Count;
    }

    public void Add(Overlaps other) => (both, all) = (both + other.both, all + other.all);
}
