using System.Net;
using Enrollment.DepartmentSimulator;
using Enrollment.DepartmentSimulator.Queries;
using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DevCluster;
using Enrollment.DevCluster.Hosts;
using Microsoft.Extensions.Configuration;

namespace Enrollment.Functions.Tests.Departments.Outages;

/// <summary>The network with the simulator's registers at its end: every question is answered, after a time of the drill's clock.</summary>
internal sealed class DrillRegisters(TimeProvider clock) : HttpMessageHandler
{
    private static readonly TimeSpan AtWork = TimeSpan.FromMilliseconds(40);

    private static readonly Offices Registers = Offices.Open(SimulatorSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(HostSettings.Simulator(Repository.PathOf("seeds")).Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value)))
        .Build()));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(AtWork, clock, cancellationToken).ConfigureAwait(false);
        var query = SimulatorJson.Parse<Query>(await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        var answer = Answer.To(query, Registers.Find(request.RequestUri!.AbsolutePath.Split('/')[1])!, clock.GetUtcNow());
        return answer.Found
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(answer.ToJson()) }
            : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("""{"resultCode":"NotFound"}""") };
    }
}
