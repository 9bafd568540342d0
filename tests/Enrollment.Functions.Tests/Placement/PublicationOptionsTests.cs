using Enrollment.Functions.Placement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Tests.Placement;

public sealed class PublicationOptionsTests
{
    [Theory]
    [InlineData("https://enrollment.example", "Production")]
    [InlineData("https://enrollment.example/base/", "Production")]
    [InlineData("http://127.0.0.1:7071", "Development")]
    public void Start_AddressFamiliesCanReach_Starts(string url, string environment) => Start(environment, ("PublicBaseUrl", url));

    [Theory]
    [InlineData(null, "Development")]
    [InlineData("", "Development")]
    [InlineData("enrollment.example", "Development")]
    [InlineData("/api", "Development")]
    [InlineData("ftp://enrollment.example", "Development")]
    [InlineData("https://user@enrollment.example", "Development")]
    [InlineData("https://enrollment.example/?a=b", "Development")]
    [InlineData("https://enrollment.example/#a", "Development")]
    [InlineData("http://enrollment.example", "Production")]
    [InlineData("http://enrollment.example", null)]
    public void Start_AnotherAddress_IsRefused(string? url, string? environment) =>
        Assert.Contains("PublicBaseUrl", Assert.ThrowsAny<OptionsValidationException>(() => Start(environment, ("PublicBaseUrl", url))).Message, StringComparison.Ordinal);

    [Fact]
    public void Start_FontThatIsNotThere_IsRefusedWithItsPathAndWhatToInstall()
    {
        var refusal = Assert.ThrowsAny<OptionsValidationException>(() => Start("Development", ("PublicBaseUrl", "https://enrollment.example"), ("PostingFont", "/nowhere/font.ttf")));

        Assert.Contains("Placement__PostingFont: /nowhere/font.ttf", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("fonts-wqy-microhei", refusal.Message, StringComparison.Ordinal);
    }

    private static void Start(string? environment, params (string Name, string? Value)[] settings)
    {
        var all = settings.ToDictionary(setting => $"Placement:{setting.Name}", setting => setting.Value, StringComparer.Ordinal);
        all["AZURE_FUNCTIONS_ENVIRONMENT"] = environment;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        using var provider = new ServiceCollection().AddPlacement(configuration).BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
    }
}
