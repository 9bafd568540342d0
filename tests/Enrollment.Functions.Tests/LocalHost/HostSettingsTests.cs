using Enrollment.LocalHost;
using Enrollment.Settings;
using Microsoft.Extensions.Configuration;

namespace Enrollment.Functions.Tests.LocalHost;

public sealed class HostSettingsTests
{
    [Fact]
    public void From_HostJsonOfTheRepository_IsReadAndOverriddenByTheEnvironmentsNames()
    {
        var builder = LocalHostApplication.CreateBuilder([], typeof(HostSettingsTests));
        var settings = HostSettings.From(builder.Configuration, []);
        builder.Configuration["AzureFunctionsJobHost:extensions:queues:batchSize"] = "3";

        Assert.Equal(32, settings.Queues.BatchSize);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.Queues.VisibilityTimeout);
        Assert.Equal(TimeSpan.FromMinutes(30), settings.FunctionTimeout);
        Assert.Equal(3, HostSettings.From(builder.Configuration, []).Queues.BatchSize);
    }

    [Fact]
    public void From_Nothing_HasTheFunctionsHostsDefaults()
    {
        var settings = HostSettings.From(new ConfigurationBuilder().Build(), []);

        Assert.Equal((16, 5, TimeSpan.Zero), (settings.Queues.BatchSize, settings.Queues.MaxDequeueCount, settings.Queues.VisibilityTimeout));
        Assert.Equal(8 * Environment.ProcessorCount, settings.Queues.NewBatchThreshold);
        Assert.Equal(TimeSpan.FromMinutes(1), settings.Queues.MaxPollingInterval);
        Assert.Equal(TimeSpan.FromMinutes(30), settings.FunctionTimeout);
        Assert.Equal(TimeSpan.FromSeconds(60), settings.Singleton.ListenerLockPeriod);
        Assert.Equal(TimeSpan.FromSeconds(60), settings.Singleton.ListenerLockRecoveryPollingInterval);
        Assert.Equal("api", settings.Http.RoutePrefix);
        Assert.Equal(TimeSpan.FromSeconds(30), settings.Local.DrainTimeout);
    }

    [Theory]
    [InlineData("extensions:queues:maxDequeueCount", "0")]
    [InlineData("extensions:queues:newBatchThreshold", "-1")]
    [InlineData("extensions:queues:maxPollingInterval", "00:00:00.05")]
    [InlineData("singleton:listenerLockPeriod", "00:00:10")]
    [InlineData("extensions:queues:batchSize", "many")]
    [InlineData("extensions:queues:batchSize", "33")]
    [InlineData("extensions:queues:batchSize", "0")]
    [InlineData("functionTimeout", "long")]
    [InlineData("concurrency:dynamicConcurrencyEnabled", "true")]
    public void From_ValueTheHostDoesNotTake_IsRefused(string key, string value)
    {
        var faults = new List<SettingFault>();

        HostSettings.From(Configuration(($"AzureFunctionsJobHost:{key}", value)), faults);

        Assert.Equal(SettingProperties.NameOf($"AzureFunctionsJobHost:{key}"), Assert.Single(faults).Name);
    }

    [Fact]
    public void Resolve_SettingName_IsReplacedOrRefused()
    {
        var configuration = Configuration(("Queue", "verification"));

        Assert.Equal("verification-poison", configuration.Resolve("%Queue%-poison"));
        Assert.Throws<InvalidOperationException>(() => configuration.Resolve("%Missing%"));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)))
        .Build();
}
