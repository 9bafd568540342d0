using System.Numerics;

namespace Enrollment.Domain.Verification.Rules;

/// <summary>An exact fraction in lowest terms, of any size.</summary>
internal readonly record struct Fraction
{
    private Fraction(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
    }

    internal static Fraction Zero { get; } = new(0, 1);

    internal static Fraction One { get; } = new(1, 1);

    internal BigInteger Numerator { get; }

    internal BigInteger Denominator { get; }

    internal static Fraction Of(Share share) => new(share.Numerator, share.Denominator);

    internal static Fraction Sum(IEnumerable<Fraction> parts) => parts.Aggregate(Zero, (sum, part) => sum + part);

    public static Fraction operator +(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator -(Fraction a, Fraction b) =>
        new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, int parts) => new(a.Numerator, a.Denominator * parts);

    public static bool operator >(Fraction a, Fraction b) => a.Numerator * b.Denominator > b.Numerator * a.Denominator;

    public static bool operator <(Fraction a, Fraction b) => b > a;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
