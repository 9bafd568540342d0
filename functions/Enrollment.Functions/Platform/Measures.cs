using System.Diagnostics.Metrics;

namespace Enrollment.Functions.Platform;

/// <summary>What the service measures, each told in docs/operations.md. Some have an alert (infra/alerts.bicep) with a page in docs/runbooks.</summary>
internal static class Measures
{
    public const string MeterName = "Enrollment";

    private static readonly Meter Meter = new(MeterName);

    // Departments are given seconds; calls that time out lie in the last ones.
    private static readonly InstrumentAdvice<double> CallTimes = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30] };

    // From what takes no person to what waits for two callback deadlines (48 h each).
    private static readonly InstrumentAdvice<double> SettleTimes = new()
    {
        HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 30, 60, 300, 900, 1800, 3600, 21_600, 86_400, 172_800, 345_600],
    };

    public static readonly Counter<long> Submitted = Meter.CreateCounter<long>("enrollment.applications.submitted", "{application}", "Applications taken, by the category claimed.");

    public static readonly Histogram<double> SettleTime =
        Meter.CreateHistogram("enrollment.settle.duration", "s", "From submission to a decision or to a person, by category claimed and status.", advice: SettleTimes);

    public static readonly Histogram<double> DepartmentTime =
        Meter.CreateHistogram("enrollment.department.duration", "s", "A question to a department with its retries, by department and outcome.", advice: CallTimes);

    public static readonly Counter<long> Callbacks = Meter.CreateCounter<long>("enrollment.callbacks", "{callback}", "Callbacks looked at, by department and what became of them.");

    public static readonly Gauge<double> OldestDue = Meter.CreateGauge<double>("enrollment.due.oldest_age", "s", "How late the oldest due row is.");

    public static readonly Gauge<double> OldestMessage = Meter.CreateGauge<double>("enrollment.queue.oldest_age", "s", "How long a message has waited.");

    public static readonly Gauge<long> PoisonMessages = Meter.CreateGauge<long>("enrollment.poison.messages", "{message}", "Not yet collected.");

    public static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("enrollment.dead_letters", "{message}", "Collected and recorded.");

    public static readonly Counter<long> CircuitOpened = Meter.CreateCounter<long>("enrollment.circuit.opened", "{opening}", "By failures, or anew by a failed probe.");

    public static readonly Gauge<long> CircuitState = Meter.CreateGauge<long>("enrollment.circuit.state", "{state}", "A department's circuit in this instance: 0 closed, 1 open, 2 half open.");

    public static readonly Counter<long> Notices = Meter.CreateCounter<long>("enrollment.notices", "{attempt}", "Attempts to hand a notice over, by channel and outcome.");

    public static KeyValuePair<string, object?> OfChannel(Enum channel) => new("channel", channel.ToString());

    public static KeyValuePair<string, object?> OfQueue(string queue) => new("queue", queue);

    public static KeyValuePair<string, object?> OfDepartment(string path) => new("department", path);

    public static KeyValuePair<string, object?> OfCategory(Enum category) => new("category", category.ToString());

    public static KeyValuePair<string, object?> WithStatus(Enum status) => new("status", status.ToString());

    public static KeyValuePair<string, object?> WithOutcome(string outcome) => new("outcome", outcome);
}
