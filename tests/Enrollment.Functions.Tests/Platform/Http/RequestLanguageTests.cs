using Enrollment.Functions.Platform.Http;

namespace Enrollment.Functions.Tests.Platform.Http;

public sealed class RequestLanguageTests
{
    [Theory]
    [InlineData("", "zh-Hans")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.8", "en")]
    [InlineData("en-US,zh;q=0.9", "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("en;q=0.7,zh-TW;q=0.8", "zh-Hans")]
    [InlineData("en,zh", "zh-Hans")]
    [InlineData("en;q=0", "zh-Hans")]
    [InlineData("fr", "zh-Hans")]
    [InlineData("*", "zh-Hans")]
    [InlineData("enx", "zh-Hans")]
    [InlineData(";;;q=x", "zh-Hans")]
    public void Of_AcceptLanguage_IsEnglishOnlyWhenPreferred(string header, string expected)
    {
        var request = Requests.WithoutBody(("Accept-Language", header));

        Assert.Equal(expected, RequestLanguage.Of(request).Name);
    }
}
