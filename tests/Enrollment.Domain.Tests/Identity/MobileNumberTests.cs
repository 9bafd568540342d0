using CsCheck;
using Enrollment.Domain.Identity;

namespace Enrollment.Domain.Tests.Identity;

public sealed class MobileNumberTests
{
    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("19912345678", "199****5678")]
    public void ToString_MobileNumber_HidesTheMiddle(string text, string masked) => Assert.Equal(masked, Held(text).ToString());

    [Theory]
    [InlineData("12800001234")]
    [InlineData("10000001234")]
    [InlineData("23800001234")]
    [InlineData("1380000123")]
    [InlineData("138000012345")]
    [InlineData("+8613800001234")]
    [InlineData("138 0000123")]
    [InlineData("138-0000-12")]
    [InlineData("059522280000")] // a landline of Quanzhou
    public void TryParse_NoMobileNumber_IsRefused(string text)
    {
        Assert.Equal(FaultCode.PhoneInvalid, MobileNumber.TryParse(text, out var number));
        Assert.Null(number);
    }

    [Fact]
    public void TryParse_ValidNumber_RoundTrips() =>
        SomeNumbers.Mobile.Sample(text => Held(text).Value == text && Held($"\u3000{text} \n") == Held(text));

    [Fact]
    public void ToString_AnyNumber_ShowsFirstThreeAndLastFourOnly() =>
        SomeNumbers.Mobile.Sample(text => $"{Held(text)}" == text[..3] + "****" + text[7..]);

    [Fact]
    public void TryParse_HostileText_NeverThrowsAndNeverHolds()
    {
        Assert.All(Hostile.Texts, text => Assert.Equal(FaultCode.PhoneInvalid, MobileNumber.TryParse(text, out _)));
        Hostile.Near(SomeNumbers.Mobile).Sample(text => MobileNumber.TryParse(text, out var number) is null == number is not null, iter: 10_000);
    }

    private static MobileNumber Held(string text)
    {
        Assert.Null(MobileNumber.TryParse(text, out var number));
        return number!;
    }
}
