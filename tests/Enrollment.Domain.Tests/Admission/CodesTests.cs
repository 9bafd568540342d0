using Enrollment.Domain.Admission;

namespace Enrollment.Domain.Tests.Admission;

public sealed class CodesTests
{
    [Theory]
    [InlineData("LC001", true)]
    [InlineData("lc001", false)]
    [InlineData("LC01", false)]
    [InlineData("LC0１1", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void SchoolCode_Text_IsTwoLettersAndThreeDigits(string? text, bool holds)
    {
        Assert.Equal(holds, SchoolCode.TryParse(text, out var code));
        Assert.Equal(holds ? text : null, code?.Value);
    }

    [Theory]
    [InlineData("Z0001", true)]
    [InlineData("Z001", false)]
    [InlineData("z0001", false)]
    [InlineData("Z00011", false)]
    [InlineData(null, false)]
    public void ZoneCode_Text_IsZAndFourDigits(string? text, bool holds)
    {
        Assert.Equal(holds, ZoneCode.TryParse(text, out var code));
        Assert.Equal(holds ? text : null, code?.Value);
    }

    [Fact]
    public void UnitNumber_WithBlanksAndSmallLetters_IsOneNumber()
    {
        Assert.True(UnitNumber.TryParse("350502 001001 gb00001 f00010001", out var printed));
        Assert.True(UnitNumber.TryParse("350502001001GB00001F00010001", out var plain));

        Assert.Equal(plain, printed);
        Assert.DoesNotContain("0001", printed!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("350502001001GB00001F0001000")]
    [InlineData("350502001001GB00001F0001000中")]
    [InlineData(null)]
    public void UnitNumber_OtherText_IsNone(string? text) => Assert.False(UnitNumber.TryParse(text, out _));
}
