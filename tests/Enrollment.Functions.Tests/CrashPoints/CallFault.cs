namespace Enrollment.Functions.Tests.CrashPoints;

/// <summary>What happens at a call to storage or to a department.</summary>
public enum CallFault
{
    /// <summary>The process dies before the call leaves it.</summary>
    DiesBefore,
    /// <summary>The call is done and the process dies before it can use the answer.</summary>
    DiesAfter,
    /// <summary>The call is done, its answer is lost on the way, and the process lives on with an error.</summary>
    AnswerLost,
}

/// <summary>The end of a process, as far as one invocation is concerned. Nothing may catch it.</summary>
public sealed class ProcessDiedException : Exception
{
    public ProcessDiedException() : base("The process died here.")
    {
    }

    public ProcessDiedException(string message) : base(message)
    {
    }

    public ProcessDiedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
