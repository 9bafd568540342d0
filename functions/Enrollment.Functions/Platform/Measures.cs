using System.Diagnostics.Metrics;

namespace Enrollment.Functions.Platform;

/// <summary>What the alerts of infra/alerts.bicep look at; each has a page in docs/runbooks.</summary>
internal static class Measures
{
    public const string MeterName = "Enrollment";

    private static readonly Meter Meter = new(MeterName);

    public static readonly Gauge<double> OldestDue = Meter.CreateGauge<double>("enrollment.due.oldest_age", "s", "How late the oldest due row is.");

    public static readonly Gauge<double> OldestMessage = Meter.CreateGauge<double>("enrollment.queue.oldest_age", "s", "How long a message has waited.");

    public static readonly Gauge<long> PoisonMessages = Meter.CreateGauge<long>("enrollment.poison.messages", "{message}", "Not yet collected.");

    public static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("enrollment.dead_letters", "{message}", "Collected and recorded.");

    public static readonly Counter<long> CircuitOpened = Meter.CreateCounter<long>("enrollment.circuit.opened", "{opening}", "By failures, or anew by a failed probe.");

    public static KeyValuePair<string, object?> OfQueue(string queue) => new("queue", queue);

    public static KeyValuePair<string, object?> OfDepartment(string path) => new("department", path);
}
