using CsCheck;
using Enrollment.Domain.Verification;

namespace Enrollment.Domain.Tests.Verification;

public sealed class StandardAddressTests
{
    [Theory]
    [InlineData("测试路1号 101室", "测试路1号101室")]
    [InlineData("测试路１号１０１室", "测试路1号101室")]
    [InlineData("测试路1号\u3000101室\t", "测试路1号101室")]
    [InlineData("测试路㈠号", "测试路(一)号")]
    public void Same_WidthAndSpaceDiffer_AreOne(string one, string other) => Assert.True(StandardAddress.Same(one, other));

    [Theory]
    [InlineData("测试路1号101室", "测试路1号102室")]
    [InlineData("鲤城区测试路1号", "测试路1号")]
    [InlineData("", "")]
    [InlineData(" ", "\u3000")]
    [InlineData(null, null)]
    [InlineData("测试路\ud800", "测试路\ud800")]
    public void Same_DifferentOrNoAddress_AreNot(string? one, string? other) => Assert.False(StandardAddress.Same(one, other));

    [Fact]
    public void TryParse_ParsedAgain_IsTheSame() => Gen.String[0, 30].Sample(text =>
    {
        if (StandardAddress.TryParse(text, out var once))
            Assert.True(StandardAddress.TryParse(once!.Value, out var twice) && once == twice && !once.Value.Any(char.IsWhiteSpace));
    });

    [Fact]
    public void ToString_OfAHome_ShowsNoDoor()
    {
        Assert.True(StandardAddress.TryParse(TestData.Home, out var address));

        Assert.Equal("福建省泉州市***", address!.ToString());
    }
}
