namespace Enrollment.LocalHost.Invocation;

internal enum InvocationOutcome
{
    Succeeded,
    Failed,

    /// <summary>Timed out, or still running when the host stopped waiting: its end is nobody's business any more.</summary>
    Abandoned,
}
