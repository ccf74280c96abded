using Wuzha.Duties.Exports;
using Wuzha.Platform.Facts;
using Wuzha.Platform.Forms;

namespace Wuzha.Plans.Review;

/// <summary>怎么计数: which measure counts a duty, as far as it was chosen before anybody is asked.</summary>
internal static class MeasureChoice
{
    public static readonly ChoiceField Measure = new("measure", "按什么计数");

    /// <summary>What counts a proposal: the measure that was chosen, else the usual one of its kind.</summary>
    public static Measure Of(FactCatalog catalog, Proposal proposal) => Of(catalog, proposal.Kind, proposal.MeasureKey);

    /// <inheritdoc cref="Of(FactCatalog, Proposal)"/>
    /// <param name="chosen">Key of the chosen measure; null when nobody chose.</param>
    public static Measure Of(FactCatalog catalog, string kind, string? chosen) =>
        KindMeasures.Offered(catalog, kind).FirstOrDefault(measure => measure.Key == chosen) ?? KindMeasures.Default(catalog, kind);

    /// <summary>A choice stays when the kind is corrected, as long as it is offered for the new one too.</summary>
    public static string? Kept(FactCatalog catalog, string kind, string? chosen) =>
        KindMeasures.Offered(catalog, kind).Any(measure => measure.Key == chosen) ? chosen : null;

    public static ChoiceField Among(FactCatalog catalog, string kind) =>
        Measure.With(KindMeasures.Offered(catalog, kind).Select(measure => (measure.Key, KindMeasures.WordsOf(measure))));
}
