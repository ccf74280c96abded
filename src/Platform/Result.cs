namespace Wuzha.Platform;

/// <summary>A value, or the reason why there is none.</summary>
public readonly struct Result<T>
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>True with the value, false with the refusal.</summary>
    public bool Is(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal
    )
    {
        (value, refusal) = (Value, Refusal);
        return refusal is null;
    }
}
