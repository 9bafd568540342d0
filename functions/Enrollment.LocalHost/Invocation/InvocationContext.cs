namespace Enrollment.LocalHost.Invocation;

/// <summary>A trigger (HttpRequest, TimerInfo, or BinaryData: a queue message's body) and the invocation's own scope.</summary>
internal sealed record InvocationContext(object Trigger, IServiceProvider Services, CancellationToken Cancellation);
