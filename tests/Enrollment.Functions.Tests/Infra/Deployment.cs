using System.Collections.Concurrent;
using System.Text.Json;

namespace Enrollment.Functions.Tests.Infra;

/// <summary>What a deployment declares, by name.</summary>
internal sealed class Deployment
{
    private static readonly ConcurrentDictionary<string, Task<Deployment>> Made = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<JsonElement> _resources;

    private Deployment(JsonElement root) => _resources = [.. root.GetProperty("predictedResources").EnumerateArray()];

    public IReadOnlyList<JsonElement> Resources => _resources;

    public IReadOnlyList<string> Queues => Names("Microsoft.Storage/storageAccounts/queueServices/queues");

    public IReadOnlyList<string> Tables => Names("Microsoft.Storage/storageAccounts/tableServices/tables");

    public IReadOnlyList<string> Containers => Names("Microsoft.Storage/storageAccounts/blobServices/containers");

    /// <summary>Values that only Azure knows stand as expressions.</summary>
    public IReadOnlyDictionary<string, string> Settings => Properties("Microsoft.Web/sites/config").EnumerateObject()
        .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal);

    public IReadOnlyList<string> ScaleGroups =>
        [.. Properties("Microsoft.Web/sites").GetProperty("functionAppConfig").GetProperty("scaleAndConcurrency").GetProperty("alwaysReady")
            .EnumerateArray().Select(group => group.GetProperty("name").GetString()!)];

    /// <summary>Each alert's name and the question it asks.</summary>
    public IReadOnlyDictionary<string, string> Alerts => Of("Microsoft.Insights/scheduledQueryRules").ToDictionary(
        NameOf,
        rule => rule.GetProperty("properties").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!,
        StringComparer.Ordinal);

    /// <summary>Worked out once for all tests: it takes seconds.</summary>
    public static Task<Deployment> WithAsync(string parameters) => Made.GetOrAdd(parameters, MakeAsync);

    private static async Task<Deployment> MakeAsync(string parameters)
    {
        using var json = await BicepCompiler.DeployAsync(parameters);
        Assert.Empty(json.RootElement.GetProperty("diagnostics").EnumerateArray());
        return new Deployment(json.RootElement.Clone());
    }

    private IReadOnlyList<string> Names(string type) => [.. Of(type).Select(NameOf).Order(StringComparer.Ordinal)];

    public JsonElement Properties(string type) => Assert.Single(Of(type)).GetProperty("properties");

    public IEnumerable<JsonElement> Of(string type) => _resources.Where(resource => resource.GetProperty("type").GetString() == type);

    private static string NameOf(JsonElement resource) => resource.GetProperty("id").GetString()!.Split('/')[^1];
}
