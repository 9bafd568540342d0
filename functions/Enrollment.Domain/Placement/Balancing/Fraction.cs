using System.Globalization;
using System.Numerics;

namespace Enrollment.Domain.Placement.Balancing;

/// <summary>An exact fraction in lowest terms, for figures that must be the same on every machine.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger _denominatorLessOne;

    /// <summary>Of two whole numbers.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _denominatorLessOne = denominator / divisor - 1;
    }

    /// <summary>With the sign of the fraction.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Positive.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    /// <summary>Is this below, equal to or above the other?</summary>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>With so many digits after the point, rounded to the nearest, halves up.</summary>
    public string ToString(int digits)
    {
        var unit = BigInteger.Pow(10, digits);
        var doubled = 2 * Numerator * unit + Denominator;
        var rounded = BigInteger.DivRem(doubled, 2 * Denominator, out var rest) - (rest.Sign < 0 ? 1 : 0);
        var text = BigInteger.Abs(rounded).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var sign = rounded.Sign < 0 ? "-" : "";
        return digits == 0 ? sign + text : $"{sign}{text[..^digits]}.{text[^digits..]}";
    }

    /// <summary>The exact fraction.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>For drawings and scales; never for a decision.</summary>
    public double ToDouble() => Math.Exp(BigInteger.Log(BigInteger.Abs(Numerator)) - BigInteger.Log(Denominator)) * Numerator.Sign;

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(BigInteger value) => new(value, 1);

    /// <summary>A whole number.</summary>
    public static implicit operator Fraction(int value) => new(value, 1);

    /// <summary>Sum.</summary>
    public static Fraction operator +(Fraction x, Fraction y) => new(x.Numerator * y.Denominator + y.Numerator * x.Denominator, x.Denominator * y.Denominator);

    /// <summary>Difference.</summary>
    public static Fraction operator -(Fraction x, Fraction y) => new(x.Numerator * y.Denominator - y.Numerator * x.Denominator, x.Denominator * y.Denominator);

    /// <summary>Product.</summary>
    public static Fraction operator *(Fraction x, Fraction y) => new(x.Numerator * y.Numerator, x.Denominator * y.Denominator);

    /// <summary>Quotient.</summary>
    public static Fraction operator /(Fraction x, Fraction y) => new(x.Numerator * y.Denominator, x.Denominator * y.Numerator);

    /// <summary>Order.</summary>
    public static bool operator <(Fraction x, Fraction y) => x.CompareTo(y) < 0;

    /// <summary>Order.</summary>
    public static bool operator >(Fraction x, Fraction y) => x.CompareTo(y) > 0;

    /// <summary>Order.</summary>
    public static bool operator <=(Fraction x, Fraction y) => x.CompareTo(y) <= 0;

    /// <summary>Order.</summary>
    public static bool operator >=(Fraction x, Fraction y) => x.CompareTo(y) >= 0;
}
