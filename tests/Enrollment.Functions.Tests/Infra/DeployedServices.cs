using Enrollment.Functions.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Enrollment.Functions.Tests.Infra;

/// <summary>The service as it starts from the settings of a deployment, with values in place of what only Azure knows.</summary>
internal static class DeployedServices
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    // Sections whose secrets sign what is sent, each in the form of a webhook's key.
    private static readonly string[] Signing = ["Departments__", "Evidence__", "Notices__"];

    /// <summary>Does what a start does before the first request: reads every setting.</summary>
    public static void Start(IReadOnlyDictionary<string, string> settings)
    {
        using var services = From(settings);
        services.GetRequiredService<IStartupValidator>().Validate();
        services.GetRequiredService<StorageClients>();
    }

    public static ServiceProvider From(IReadOnlyDictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting =>
            KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)ValueOf(setting)))).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration);
        // As Program.cs does.
        return services.AddCapabilities(configuration)
            .BuildServiceProvider();
    }

    private static string ValueOf(KeyValuePair<string, string> setting) => setting switch
    {
        // There on the platform, not here.
        { Key: "Placement__PostingFont" } => Enrollment.Files.Exports.PostingFont.DefaultFile,
        { Key: var name } when name.EndsWith("ServiceUri", StringComparison.Ordinal) => "https://storage.example/",
        { Key: var name, Value: ['@', ..] } when Array.Exists(Signing, section => name.StartsWith(section, StringComparison.Ordinal)) => $"whsec_{Key}",
        { Value: ['@', ..] } => Key,
        _ => setting.Value,
    };
}
