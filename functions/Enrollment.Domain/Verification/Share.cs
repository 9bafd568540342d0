namespace Enrollment.Domain.Verification;

/// <summary>An exact share of a home: R5 asks for strictly more than one half, so floating point must never touch it.</summary>
public readonly record struct Share
{
    /// <summary>A share; the denominator is positive and the numerator between 0 and the denominator.</summary>
    public Share(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        (Numerator, Denominator) = (numerator, denominator);
    }

    /// <summary>Parts owned.</summary>
    public int Numerator { get; }

    /// <summary>Parts in all.</summary>
    public int Denominator { get; }
}
