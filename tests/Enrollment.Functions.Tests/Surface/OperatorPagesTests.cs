using Enrollment.DevCluster;
using Enrollment.Functions.Applications.Submitting;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Infra;
using Enrollment.LocalHost;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Surface;

/// <summary>Who runs the service finds everything it has on two pages; neither may fall behind.</summary>
public sealed class OperatorPagesTests
{
    private static readonly string Api = Page("api.md"), Operations = Page("operations.md");

    [Fact]
    public void Functions_All_AreTold() => Assert.All(FunctionSurface.Of(typeof(SubmitApplication).Assembly), function =>
        Assert.Matches($@"\b{function.Name}\b", function.Trigger == "http" ? Api : Operations));

    [Fact]
    public async Task Storage_All_IsTold()
    {
        using var services = DeployedServices.From((await Deployment.WithAsync("district")).Settings);

        var names = services.GetServices<TableName>().Select(table => table.Value).Concat(services.GetServices<ContainerName>().Select(container => container.Value))
            .Concat(services.GetServices<QueueName>().Select(queue => queue.Value).Where(queue => !queue.EndsWith("-poison", StringComparison.Ordinal))).ToList();
        Assert.True(names.Count > 30, $"only {names.Count} names");
        Assert.All(names, name => Assert.Contains($"`{name}`", Operations, StringComparison.Ordinal));
    }

    private static string Page(string name) => File.ReadAllText(Repository.PathOf($"docs/{name}"));
}
