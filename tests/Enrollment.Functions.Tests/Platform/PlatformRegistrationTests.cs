using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Callers;
using Enrollment.Functions.Platform.PersonalData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Tests.Platform;

public sealed class PlatformRegistrationTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    public static TheoryData<string, string?> BadSettings => new()
    {
        { "Callers:Issuer", null },
        { "Callers:Audience", "" },
        { "Callers:SigningKey", "c2hvcnQ=" },
        { "Callers:SigningKey", "not base64" },
        { "PersonalData:IndexKey", null },
        { "PersonalData:Keys:0:Secret", "c2hvcnQ=" },
        { "PersonalData:Keys:0:Id", "K.1" },
        { "PersonalData:Keys:1:Id", "k1" },
        { "AzureWebJobsStorage", null },
        { "Cloud:StorageSuffix", "https://core.windows.net" },
        { "Cloud:AuthorityHost", "login.example" },
        { "AZURE_FUNCTIONS_ENVIRONMENT", "Production" },
        { "AZURE_FUNCTIONS_ENVIRONMENT", null },
    };

    [Fact]
    public void AddPlatform_DevelopmentSettings_Start()
    {
        using var provider = ProviderWith("Callers:Audience", "enrollment");

        provider.GetRequiredService<IStartupValidator>().Validate();
        Assert.NotNull(provider.GetRequiredService<CallerTokens>());
        Assert.Equal(64, provider.GetRequiredService<BlindIndex>().Of("purpose", "value").Length);
        Assert.StartsWith("k1.", provider.GetRequiredService<FieldCipher>().Encrypt("text", new CellAddress("t", "p", "r", "c")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void AddPlatform_BadSetting_RefusesToStart(string setting, string? value)
    {
        using var provider = ProviderWith(setting, value);

        Assert.ThrowsAny<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public void AddPlatform_OtherIssuer_StartsInProduction()
    {
        using var provider = ProviderWith("AZURE_FUNCTIONS_ENVIRONMENT", "Production", ("Callers:Issuer", "https://login.example"));

        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private static ServiceProvider ProviderWith(string setting, string? value, params (string Setting, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development",
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["Callers:Issuer"] = CallerOptions.DevelopmentIssuer,
            ["Callers:Audience"] = "enrollment",
            ["Callers:SigningKey"] = Key,
            ["PersonalData:Keys:0:Id"] = "k1",
            ["PersonalData:Keys:0:Secret"] = Key,
            ["PersonalData:IndexKey"] = Key,
        };
        if (setting.StartsWith("PersonalData:Keys:1", StringComparison.Ordinal))
            settings["PersonalData:Keys:1:Secret"] = Key;
        settings[setting] = value;
        foreach (var other in more)
            settings[other.Setting] = other.Value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddPlatform(configuration).BuildServiceProvider(validateScopes: true);
    }
}
