using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Enrollment.DevCluster.Processes;

/// <summary>Sets a child's clock forward, so that a deadline of days passes in a demo of minutes. The program itself knows nothing of it.</summary>
internal static class ClockAhead
{
    /// <summary>The environment variable with the time by which the child's clock is ahead.</summary>
    public const string Variable = "DEVCLUSTER_CLOCK_AHEAD";

    // How the runtime lets others have a say in a host that is being built: WebApplicationFactory replaces services the same way.
    private const string HostingListener = "Microsoft.Extensions.Hosting";
    private const string HostBuilding = "HostBuilding";

    public static void SetWhereAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ahead)
            DiagnosticListener.AllListeners.Subscribe(new Listeners(TimeSpan.ParseExact(ahead, "c", CultureInfo.InvariantCulture)));
    }

    private sealed class Listeners(TimeSpan ahead) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == HostingListener)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: HostBuilding, Value: IHostBuilder builder })
                builder.ConfigureServices((_, services) => services.AddSingleton<TimeProvider>(new TimeAhead(ahead)));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class TimeAhead(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
