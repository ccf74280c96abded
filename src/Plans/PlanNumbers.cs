using System.Globalization;
using Wuzha.Platform.Forms;

namespace Wuzha.Plans;

/// <summary>Figures of plans as clerks type them: 5000, 5,000 or 92.5.</summary>
internal static class PlanNumbers
{
    public static string? Show(double? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>The figure; null when nothing was typed, or none (then the form failed).</summary>
    public static double? Read(Form form, TextField field)
    {
        if (form.Read(field) is not { } typed)
            return null;
        if (
            double.TryParse(
                typed.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
            return value;

        form.Fail(field, PlansRefusals.NotANumber.With(("typed", typed)).Message);
        return null;
    }
}
