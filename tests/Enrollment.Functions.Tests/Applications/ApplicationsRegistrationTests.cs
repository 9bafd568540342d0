using Enrollment.Functions.Applications;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Tests.Applications;

public sealed class ApplicationsRegistrationTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData(null)]
    public void AddApplications_EveryDayOpenOutsideDevelopment_RefusesToStart(string? environment)
    {
        using var provider = ProviderWith(environment, "true");

        Assert.Throws<SettingsException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Theory]
    [InlineData("Development", "true", true)]
    [InlineData("Development", null, false)]
    [InlineData("Production", null, false)]
    public void AddApplications_EveryDayOpen_IsAsSetAndOtherwiseNot(string environment, string? setting, bool isOpen)
    {
        using var provider = ProviderWith(environment, setting);

        provider.GetRequiredService<IStartupValidator>().Validate();
        Assert.Equal(isOpen, provider.GetRequiredService<IOptions<SubmissionOptions>>().Value.EveryDayIsOpen);
    }

    private static ServiceProvider ProviderWith(string? environment, string? everyDayIsOpen)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = environment,
            ["Submission:EveryDayIsOpen"] = everyDayIsOpen,
        }).Build();
        return new ServiceCollection().AddApplications(configuration).BuildServiceProvider();
    }
}
