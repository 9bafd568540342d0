using System.Reflection;
using System.Text.RegularExpressions;
using Enrollment.DevCluster;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Verification;
using Enrollment.LocalHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Instrument = System.Diagnostics.Metrics.Instrument;

namespace Enrollment.Functions.Tests.Infra;

/// <summary>Neither infra/ nor the code may name something the other lacks.</summary>
public sealed partial class DeploymentTests
{
    // Of all parameter files, the one in which nothing is switched off.
    private const string Full = "district";

    public static TheoryData<string> ParameterFiles =>
        [.. Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicepparam").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Storage_Declared_IsWhatTheCodeUses(string parameters)
    {
        var deployment = await Deployment.WithAsync(parameters);
        using var services = DeployedServices.From(deployment.Settings);

        Assert.Equal(Sorted(services.GetServices<QueueName>().Select(queue => queue.Value)), deployment.Queues);
        Assert.Equal(Sorted(services.GetServices<TableName>().Select(table => table.Value)), deployment.Tables);
        Assert.Equal(Sorted(services.GetServices<ContainerName>().Select(container => container.Value).Append("packages")), deployment.Containers);
    }

    [Fact]
    public async Task Queues_Declared_AreThoseOfTheTriggers()
    {
        var deployment = await Deployment.WithAsync(Full);

        Assert.Equal(Sorted(QueueFunctions().Select(function => function.Queue!)), deployment.Queues);
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Settings_Declared_AreAllRead(string parameters)
    {
        var deployment = await Deployment.WithAsync(parameters);

        Assert.Empty(deployment.Settings.Keys.Select(SettingNames.General).Except(SettingNames.OfTheCode).Except(SettingNames.OfThePlatform));
    }

    [Theory]
    [MemberData(nameof(ParameterFiles))]
    public async Task Settings_Declared_StartTheService(string parameters) => DeployedServices.Start((await Deployment.WithAsync(parameters)).Settings);

    [Fact]
    public async Task Setting_Missing_StopsTheStart()
    {
        var settings = (await Deployment.WithAsync(Full)).Settings;

        // Without an environment the service is in production anyway, and the font's usual place is this machine's.
        Assert.All(settings.Keys.Except([.. SettingNames.OfThePlatform, "AZURE_FUNCTIONS_ENVIRONMENT", "Placement__PostingFont"]), name =>
        {
            var others = settings.Where(setting => setting.Key != name).ToDictionary(StringComparer.Ordinal);
            Assert.True(Record.Exception(() => DeployedServices.Start(others)) is OptionsValidationException or InvalidOperationException, name);
        });
    }

    [Fact]
    public async Task ScaleGroups_Declared_AreHttpAndEachWorkQueueApart()
    {
        var deployment = await Deployment.WithAsync(Full);

        var work = QueueFunctions().Where(function => !function.Queue!.EndsWith(VerificationQueues.Poison, StringComparison.Ordinal));
        Assert.Equal(Sorted(work.Select(function => $"function:{function.Name}").Append("http")), Sorted(deployment.ScaleGroups));
    }

    [Fact]
    public async Task Alerts_Declared_LookAtWhatTheCodeMeasures()
    {
        var deployment = await Deployment.WithAsync(Full);

        var measured = typeof(Measures).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Instrument>();
        var asked = deployment.Alerts.Values.SelectMany(query => Metric().Matches(query).Select(match => match.Value)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(5, asked.Count);
        Assert.Empty(asked.Except(measured.Select(instrument => instrument.Name), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Alerts_Declared_HaveARunbookEach()
    {
        var deployment = await Deployment.WithAsync(Full);

        var pages = Directory.EnumerateFiles(Repository.PathOf("docs/runbooks"), "*.md").ToList();
        Assert.Equal(Sorted(deployment.Alerts.Keys), Sorted(pages.Select(page => Path.GetFileNameWithoutExtension(page))));
        Assert.All(pages, page => Assert.Equal(
            ["## What it means", "## How to look", "## What to do"],
            File.ReadLines(page).Where(line => line.StartsWith("## ", StringComparison.Ordinal))));
    }

    [Fact]
    public void Modules_Always_NameNoCloud() => Assert.All(Directory.EnumerateFiles(Repository.PathOf("infra"), "*.bicep"), file =>
        Assert.DoesNotMatch(Cloud(), File.ReadAllText(file)));

    private static IEnumerable<FunctionSurface> QueueFunctions() =>
        FunctionSurface.Of(typeof(SubmitApplication).Assembly).Where(function => function.Trigger == "queue");

    private static string[] Sorted(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"enrollment\.[a-z_.]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Metric();

    [GeneratedRegex(@"windows\.net|azure\.com|azure\.net|azure\.cn|azure\.us|chinacloudapi|usgovcloudapi|azurewebsites", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cloud();
}
