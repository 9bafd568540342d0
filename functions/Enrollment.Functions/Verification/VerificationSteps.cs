using Enrollment.Domain.Verification;
using Enrollment.Functions.Applications.Correcting;
using Enrollment.Functions.Notices;
using Enrollment.Functions.Operators;
using Enrollment.Functions.Platform.Storage;

namespace Enrollment.Functions.Verification;

/// <summary>Arms, sends and watches the steps of verification.</summary>
internal sealed class VerificationSteps(DueRows dueRows, WorkQueues queues, StepFailures failures, VerificationSchedule schedule, TimeProvider clock)
{
    public VerificationSchedule Schedule { get; } = schedule;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Arms an application before the commit that needs it.</summary>
    public Task<DueRow> ArmAsync(ApplicationId id, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        dueRows.ArmAsync(id.Value, dueAt, cancellationToken);

    /// <summary>Arms many at once; null stands for one that needs nothing.</summary>
    public Task<IReadOnlyList<DueRow?>> ArmAsync(IReadOnlyList<(ApplicationId Id, DateTimeOffset DueAt)?> promises, CancellationToken cancellationToken) =>
        dueRows.ArmAsync([.. promises.Select(promise => promise is var (id, dueAt) ? (id.Value, dueAt) : ((string, DateTimeOffset)?)null)], cancellationToken);

    /// <summary>Runs a step of an application and notes how it fails.</summary>
    public Task WatchAsync(string queue, string? application, Func<Task> step, CancellationToken cancellationToken) =>
        failures.WatchAsync(queue, application, step, cancellationToken);

    public Task DisarmAsync(DueRow due, CancellationToken cancellationToken) => dueRows.DisarmAsync(due, cancellationToken);

    public Task SendPlanAsync(ApplicationId id, string? traceParent, CancellationToken cancellationToken) =>
        queues.SendAsync(VerificationQueues.Plan, new StepMessage(id.Value, traceParent), cancellationToken);

    public Task SendScansAsync(ApplicationId id, string? traceParent, CancellationToken cancellationToken) =>
        queues.SendAsync(EvidenceQueues.Scans, new StepMessage(id.Value, traceParent), cancellationToken);

    public Task SendNoticesAsync(ApplicationId id, string? traceParent, CancellationToken cancellationToken) =>
        queues.SendAsync(NoticeQueues.Notices, new StepMessage(id.Value, traceParent), cancellationToken);

    public Task SendChecksAsync(ApplicationId id, IEnumerable<Department> departments, string? traceParent, CancellationToken cancellationToken) =>
        Task.WhenAll(departments.Select(department =>
            queues.SendAsync(VerificationQueues.Of(department), new StepMessage(id.Value, traceParent), cancellationToken)));
}
