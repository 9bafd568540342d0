using Enrollment.Functions.Platform.Webhooks;

namespace Enrollment.Functions.Tests.Platform.Webhooks;

public sealed class WebhookKeyTests
{
    [Theory]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(23, false)]
    [InlineData(65, false)]
    [InlineData(0, false)]
    [InlineData(1000, false)]
    public void TryParse_Length_IsBounded(int length, bool holds) =>
        Assert.Equal(holds, WebhookKey.TryParse($"whsec_{Convert.ToBase64String(new byte[length])}", out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa?w")]
    public void TryParse_OtherText_IsNoKey(string? text) => Assert.False(WebhookKey.TryParse(text, out _));

    [Fact]
    public void ToString_Key_HidesIt() => Assert.Equal("whsec_***", WebhookKey.Parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").ToString());

    [Fact]
    public void Parse_OtherText_Throws() => Assert.Throws<FormatException>(() => WebhookKey.Parse("secret"));
}
