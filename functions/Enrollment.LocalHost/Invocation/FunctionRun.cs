namespace Enrollment.LocalHost.Invocation;

/// <param name="Outcome">What the host goes by.</param>
/// <param name="Ended">The function itself, which may outlive its outcome if it ignores its token. Never faults.</param>
internal sealed record FunctionRun(Task<InvocationOutcome> Outcome, Task Ended);
