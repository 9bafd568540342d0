using System.Numerics;
using CsCheck;
using Enrollment.Domain.Placement.Balancing;

namespace Enrollment.Domain.Tests.Placement.Balancing;

public sealed class FractionTests
{
    [Theory]
    [InlineData(1, 3, 4, "0.3333")]
    [InlineData(2, 3, 4, "0.6667")]
    [InlineData(1, 2, 0, "1")]
    [InlineData(-1, 2, 0, "0")]
    [InlineData(-1, 3, 4, "-0.3333")]
    [InlineData(-2, 3, 0, "-1")]
    [InlineData(5, -4, 1, "-1.2")]
    [InlineData(123456, 1, 2, "123456.00")]
    [InlineData(1, 100_000, 4, "0.0000")]
    [InlineData(0, 7, 3, "0.000")]
    public void ToString_Digits_RoundsToTheNearestHalvesUp(int numerator, int denominator, int digits, string expected) =>
        Assert.Equal(expected, new Fraction(numerator, denominator).ToString(digits));

    [Fact]
    public void Arithmetic_AnyFractions_AgreesWithDecimals() => Gen.Select(Any, Any).Sample((x, y) =>
        Near(x + y, Of(x) + Of(y)) && Near(x - y, Of(x) - Of(y)) && Near(x * y, Of(x) * Of(y)) && (y == 0 || Near(x / y, Of(x) / Of(y)))
        && x < y == Of(x) < Of(y) && x >= y == Of(x) >= Of(y));

    [Fact]
    public void Equality_TheSameNumberWrittenTwice_IsEqual()
    {
        Assert.Equal(new Fraction(1, 2), new Fraction(-3, -6));
        Assert.Equal(default, new Fraction(0, 5));
        Assert.Equal("1/2", new Fraction(-3, -6).ToString());
    }

    [Fact]
    public void Constructor_ZeroDenominator_Throws() => Assert.Throws<DivideByZeroException>(() => new Fraction(1, 0));

    [Fact]
    public void ToDouble_NumbersFarBeyondDoubles_StillDivides() =>
        Assert.Equal(-2.5, new Fraction(-5 * BigInteger.Pow(10, 400), 2 * BigInteger.Pow(10, 400) + 1).ToDouble(), 1e-9);

    private static readonly Gen<Fraction> Any = Gen.Select(Gen.Int[-1_000, 1_000], Gen.Int[1, 1_000], (numerator, denominator) => new Fraction(numerator, denominator));

    private static decimal Of(Fraction fraction) => (decimal)fraction.Numerator / (decimal)fraction.Denominator;

    private static bool Near(Fraction fraction, decimal expected) => Math.Abs(Of(fraction) - expected) < 1e-15m * (1 + Math.Abs(expected));
}
