using System.Globalization;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Tests.Identity;

public sealed class AreaCodesTests
{
    [Fact]
    public void IsProvince_EveryTwoDigits_HoldsForThe34OfGb2260And83()
    {
        int[] expected = [.. Range(11, 15), .. Range(21, 23), .. Range(31, 37), .. Range(41, 46), .. Range(50, 54), .. Range(61, 65), 71, .. Range(81, 83)];

        Assert.Equal(expected, Enumerable.Range(0, 100).Where(n => AreaCodes.IsProvince(n.ToString("00", CultureInfo.InvariantCulture))));
        Assert.Equal(35, expected.Length);
    }

    [Fact]
    public void IsHongKongMacaoTaiwan_EveryTwoDigits_HoldsForThree() =>
        Assert.Equal([81, 82, 83], Enumerable.Range(0, 100).Where(n => AreaCodes.IsHongKongMacaoTaiwan(n.ToString("00", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("350")]
    [InlineData("３５")]
    public void IsProvince_NotTwoAsciiDigits_IsFalse(string text) => Assert.False(AreaCodes.IsProvince(text));

    private static IEnumerable<int> Range(int first, int last) => Enumerable.Range(first, last - first + 1);
}
