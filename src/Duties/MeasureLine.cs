namespace Wuzha.Duties;

/// <summary>Which measure counts a duty on which day. Days before the first binding count as it does.</summary>
internal sealed class MeasureLine
{
    private readonly (DateOnly FromOn, string Key)[] bindings;

    private MeasureLine((DateOnly FromOn, string Key)[] bindings)
    {
        this.bindings = bindings;
        IsConstant = bindings.All(binding => binding.Key == bindings[0].Key);
    }

    public static MeasureLine Of(IEnumerable<DutyBinding> bindings) =>
        new([.. bindings.OrderBy(binding => binding.FromOn).Select(binding => (binding.FromOn, binding.MeasureKey))]);

    public IEnumerable<string> Keys => IsConstant ? [First] : bindings.Select(binding => binding.Key).Distinct();

    /// <summary>What counted it first.</summary>
    public string First => bindings[0].Key;

    /// <summary>Only one measure ever counted it.</summary>
    public bool IsConstant { get; }

    public string On(DateOnly day)
    {
        var key = bindings[0].Key;
        foreach (var binding in bindings)
            if (binding.FromOn <= day)
                key = binding.Key;
        return key;
    }
}
