using System.Text.RegularExpressions;
using Enrollment.DevCluster;
using Enrollment.Functions.Tests.Infra;
using Enrollment.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Startup;

public sealed partial class ConfigurationPageTests
{
    [Fact]
    public void Page_Committed_IsWhatTheTypesSay()
    {
        using var services = DeployedServices.From(new Dictionary<string, string>(StringComparer.Ordinal));
        var page = Repository.PathOf("docs/configuration.md");
        var received = Path.ChangeExtension(page, ".received.txt");
        var actual = ConfigurationPage.Text(services.GetServices<SettingsSection>());
        if (File.Exists(page) && File.ReadAllText(page).ReplaceLineEndings("\n") == actual.ReplaceLineEndings("\n"))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Fail($"The settings have changed; if the new page is right, move {received} over {page}.");
    }

    [Fact]
    public void Others_SettingsOfThePlatform_AreAllExplained() => Assert.Empty(SettingNames.OfThePlatform.Except(ConfigurationPage.Others.Keys));

    [Fact]
    public void Settings_ReadByName_AreAllExplained()
    {
        var page = File.ReadAllText(Repository.PathOf("docs/configuration.md"));
        var names = Directory.EnumerateFiles(Repository.PathOf("functions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => ReadByName().Matches(File.ReadAllText(file)).Select(match => SettingProperties.NameOf(match.Groups["name"].Value)))
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains("AZURE_FUNCTIONS_ENVIRONMENT", names);
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [GeneratedRegex("""(?:[cC]onfiguration\[|GetEnvironmentVariable\()"(?<name>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadByName();
}
