using Enrollment.DevCluster.Hosts;
using Enrollment.DevCluster.Processes;

namespace Enrollment.Functions.Tests.Startup;

/// <summary>The program itself, started with settings that are wrong in every way a setting can be.</summary>
public sealed class AllFaultsTests
{
    private const string Secret = "a-secret-that-is-no-key";

    private static readonly Dictionary<string, string?> Wrong = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = Secret,
        ["AzureFunctionsJobHost__extensions__queues__batchSize"] = "33",
        ["Callers__Audience"] = null,
        ["Callers__SigningKey"] = Secret,
        ["PersonalData__Keys__0__Id"] = "K.1",
        ["PersonalData__IndexKey"] = null,
        ["Departments__Police__Retries"] = "often",
        ["Departments__Police__CallbackKeys__0"] = Secret,
        ["Departments__Property__BaseAddress"] = "ftp://property.example",
        ["Departments__Property__MaxConcurency"] = "8",
        ["Departments__Taxes__BaseAddress"] = "http://taxes.example",
        ["Verification__GiveUpAfter"] = "-00:00:01",
        ["Policies__Folder"] = "/nowhere/policies",
        ["Placement__PostingFont"] = "/nowhere/font.ttc",
        ["LocalHost__DrainTimeout"] = "soon",
    };

    [Fact]
    public async Task Start_FaultsInEverySection_NamesAllOfThemAndNoValue()
    {
        var settings = HostSettings.Functions("", new Uri("http://127.0.0.1:9/"));
        foreach (var (name, value) in Wrong)
        {
            if (value is null)
                settings.Remove(name);
            else
                settings[name] = value;
        }

        var failure = await Assert.ThrowsAsync<ChildFailedException>(() => WebProcess.StartAsync(WebProgram.Functions, settings));

        Assert.All(Wrong.Keys.Select(name => name.StartsWith("Departments__Taxes", StringComparison.Ordinal) ? "Departments__Taxes" : name), name => Assert.Contains($"{name}: ", failure.Message, StringComparison.Ordinal));
        Assert.Contains($"{Wrong.Count} faults in the settings", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ended with exit code 78", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, failure.Message, StringComparison.Ordinal);
    }
}
