namespace Enrollment.Domain.Admission.Zones;

/// <summary>House or building numbers, both ends included.</summary>
/// <param name="From">The first; from 1.</param>
/// <param name="To">The last.</param>
/// <param name="Parity">Which of them.</param>
public sealed record NumberRange(int From, int To, Parity Parity = Parity.All)
{
    /// <summary>The largest number a list may name: the parser of addresses reads no larger one.</summary>
    public const int Most = 99_999;

    /// <summary>Every number there can be.</summary>
    public static NumberRange Every { get; } = new(1, Most);

    /// <summary>Is this number in the range?</summary>
    public bool Covers(int number) => number >= From && number <= To && Parity switch
    {
        Parity.All => true,
        Parity.Odd => number % 2 == 1,
        Parity.Even => number % 2 == 0,
        _ => throw new ArgumentOutOfRangeException(nameof(number), "Parity is closed."),
    };
}
