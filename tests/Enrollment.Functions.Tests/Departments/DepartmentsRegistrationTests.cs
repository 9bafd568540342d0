using Enrollment.Domain.Verification;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Platform.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Tests.Departments;

public sealed class DepartmentsRegistrationTests
{
    [Fact]
    public void AddDepartments_Defaults_AreTheDesigns()
    {
        using var provider = ProviderWith();

        provider.GetRequiredService<IStartupValidator>().Validate();
        var options = provider.GetRequiredService<IOptionsMonitor<DepartmentOptions>>().Get(nameof(Department.Property));
        Assert.Equal(
            (32, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10), 2, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), 0.5, 8, TimeSpan.FromSeconds(10)),
            (options.MaxConcurrency, options.AttemptTimeout, options.TotalTimeout, options.Retries, options.RetryDelay, options.BreakDuration,
                options.FailureRatio, options.MinimumThroughput, options.SamplingDuration));
    }

    [Theory]
    [InlineData("BaseAddress", null)]
    [InlineData("BaseAddress", "police")]
    [InlineData("BaseAddress", "ftp://127.0.0.1")]
    [InlineData("RequestKey", null)]
    [InlineData("RequestKey", "whsec_c2hvcnQ=")]
    [InlineData("CallbackKeys:0", null)]
    [InlineData("CallbackKeys:1", "secret")]
    [InlineData("MaxConcurrency", "0")]
    [InlineData("AttemptTimeout", "00:00:11")]
    [InlineData("AttemptTimeout", "00:00:00")]
    [InlineData("Retries", "-1")]
    [InlineData("BreakDuration", "00:00:00")]
    [InlineData("FailureRatio", "1.5")]
    [InlineData("MinimumThroughput", "1")]
    public void AddDepartments_BadSetting_RefusesToStart(string setting, string? value)
    {
        using var provider = ProviderWith(($"Departments:CivilAffairs:{setting}", value));

        Assert.ThrowsAny<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void CallbackKeysOf_Department_AreItsOwn()
    {
        using var provider = ProviderWith(("Departments:Property:CallbackKeys:0", ExchangeSetup.KeyOf(0x21)), ("Departments:Property:CallbackKeys:1", ExchangeSetup.KeyOf(0x22)));
        var exchanges = provider.GetRequiredService<DepartmentExchanges>();
        var signature = WebhookSignature.Sign(WebhookKey.Parse(ExchangeSetup.KeyOf(0x22)), "msg_1", 0, "{}"u8);

        Assert.Equal(WebhookVerification.Valid, Verify(Department.Property));
        Assert.Equal(WebhookVerification.NoMatch, Verify(Department.Police));

        WebhookVerification Verify(Department department) => WebhookSignature.Verify(
            exchanges.CallbackKeysOf(department), new WebhookHeaders("msg_1", "0", signature), "{}"u8, DateTimeOffset.UnixEpoch);
    }

    private static ServiceProvider ProviderWith(params (string Setting, string? Value)[] settings)
    {
        var values = ExchangeSetup.Settings("http://127.0.0.1:1");
        foreach (var (setting, value) in settings)
            values[setting] = value;
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddDepartments(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).BuildServiceProvider(validateScopes: true);
    }
}
